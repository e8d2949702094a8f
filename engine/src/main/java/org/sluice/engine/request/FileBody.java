package org.sluice.engine.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file as a body, from an offset on; a disk may be slow, so it is read ahead.
///
/// @param fromByte the first byte that is sent
/// @param lengthBytes of what is sent
public record FileBody(Path file, long fromByte, long lengthBytes) implements BodySource {
  public FileBody {
    if (fromByte < 0 || lengthBytes < 0) {
      throw new IllegalArgumentException("a part of a file cannot be negative");
    }
  }

  /// The file from `fromByte` to its present end.
  ///
  /// @throws IOException if it cannot be looked at, is no plain file, or ends before `fromByte`
  public static FileBody of(Path file, long fromByte) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + (Files.exists(file) ? " is no plain file" : " does not exist"));
    }
    long size = Files.size(file);
    if (fromByte > size) {
      throw new IOException(file + " has only " + size + " bytes, not " + fromByte);
    }
    return new FileBody(file, fromByte, size - fromByte);
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public Feed open(Runnable onReady) {
    return new ReadAhead(
        () -> {
          InputStream in = Files.newInputStream(file);
          in.skipNBytes(fromByte);
          return in;
        },
        onReady);
  }
}
