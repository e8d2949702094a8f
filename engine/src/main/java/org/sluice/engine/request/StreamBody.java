package org.sluice.engine.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/// A stream as a body, read once: standard input, a pipe.
///
/// **Threads**: the stream is read and closed by a virtual thread.
public final class StreamBody implements BodySource {
  private final InputStream stream;
  private final long lengthBytes;
  private final AtomicBoolean opened = new AtomicBoolean();

  /// @param lengthBytes if it is known; [BodySource#UNKNOWN] otherwise
  public StreamBody(InputStream stream, long lengthBytes) {
    if (lengthBytes < UNKNOWN) {
      throw new IllegalArgumentException("a body cannot be shorter than nothing: " + lengthBytes);
    }
    this.stream = stream;
    this.lengthBytes = lengthBytes;
  }

  @Override
  public long lengthBytes() {
    return lengthBytes;
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public Feed open(Runnable onReady) throws IOException {
    if (opened.getAndSet(true)) {
      throw new IOException("the stream has been read and cannot be read again");
    }
    return new ReadAhead(() -> stream, onReady);
  }
}
