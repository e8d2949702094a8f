package org.sluice.engine.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a request sends: knows how long it is, and can be read from its start for each attempt.
///
/// It knows nothing of framing: HTTP/1 makes chunks of a body without a length, HTTP/2 frames.
///
/// **Threads**: opened and read on the thread of the multi, where nothing may wait.
public interface BodySource {
  /// Nobody knows how long it is.
  long UNKNOWN = -1;

  /// The end, as [Feed#read] tells it.
  int END = -1;

  /// One reading of the body, from its start.
  interface Feed extends AutoCloseable {
    /// Puts the next bytes into `into`, which has room.
    ///
    /// @return how many; 0 if there are none now, and `onReady` will be called; [#END]
    int read(ByteBuffer into) throws IOException;

    /// Gives up what is held; may be called more than once.
    @Override
    void close();
  }

  /// Bytes in all, or [#UNKNOWN]. More than that are not sent, fewer are an error.
  long lengthBytes();

  /// Whether [#open] works more than once: a redirect or a question for the password may want the
  /// body again.
  boolean repeatable();

  /// Starts a reading.
  ///
  /// @param onReady called on any thread when a read that brought nothing is worth another try
  Feed open(Runnable onReady) throws IOException;

  /// What the Content-Type field says of it where the user says nothing; null for nothing.
  default @Nullable String contentType() {
    return null;
  }

  /// These bytes.
  static BodySource of(byte[] bytes) {
    return new BytesBody(bytes);
  }

  /// A file, as long as it is when this is called.
  ///
  /// @throws IOException if it cannot be looked at, or is no plain file
  static BodySource of(Path file) throws IOException {
    return FileBody.of(file, 0);
  }
}
