package org.sluice.engine.request;

import java.nio.ByteBuffer;

/// A body that is in memory.
final class BytesBody implements BodySource {
  private final byte[] bytes;

  BytesBody(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public long lengthBytes() {
    return bytes.length;
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public Feed open(Runnable onReady) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    return new Feed() {
      @Override
      public int read(ByteBuffer into) {
        if (!rest.hasRemaining()) {
          return END;
        }
        int n = Math.min(rest.remaining(), into.remaining());
        into.put(rest.slice(rest.position(), n));
        rest.position(rest.position() + n);
        return n;
      }

      @Override
      public void close() {
        rest.position(rest.limit());
      }
    };
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
