package org.sluice.app.curl;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The files, and the environment, that a command line may name.
public interface Inputs {
  /// For text from elsewhere: no file is read.
  Inputs NONE =
      new Inputs() {
        @Override
        public byte[] read(String name) throws IOException {
          throw new IOException("files are not read here");
        }

        @Override
        public boolean exists(String name) {
          return true;
        }

        @Override
        public @Nullable String variable(String name) {
          return null;
        }
      };

  /// All of a file; `-` is the standard input.
  ///
  /// @throws IOException if it cannot be read
  byte[] read(String name) throws IOException;

  boolean exists(String name);

  /// Of the environment; null if it is not set.
  @Nullable String variable(String name);
}
