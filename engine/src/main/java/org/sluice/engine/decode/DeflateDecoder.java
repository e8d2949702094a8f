package org.sluice.engine.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// deflate: as zlib wraps it, and raw as some servers send it.
///
/// **Source**: RFC 9110, 8.4.1.2; RFC 1950.
final class DeflateDecoder implements Decoder {
  private static final int METHOD = 8;

  private final ByteBuffer out = ByteBuffer.allocate(PIECE_BYTES);
  private ByteBuffer in = ByteBuffer.allocate(0);
  private @Nullable Inflater inflater;
  private int first = -1;
  private boolean begun;

  @Override
  public void feed(ByteBuffer input) {
    in = input;
  }

  @Override
  public @Nullable ByteBuffer next() throws IOException {
    Inflater with = inflater == null ? begin() : inflater;
    if (with == null) {
      return null;
    }
    out.clear();
    if (with.finished()) {
      if (in.hasRemaining()) {
        throw new IOException("something else follows the deflate data");
      }
      return null;
    }
    try {
      if (first >= 0) {
        with.setInput(new byte[] {(byte) first});
        first = -1;
        with.inflate(out);
      }
      with.setInput(in);
      with.inflate(out);
    } catch (DataFormatException e) {
      throw new IOException("the deflate data is broken: " + e.getMessage(), e);
    }
    if (with.needsDictionary()) {
      throw new IOException("the deflate data wants a dictionary");
    }
    out.flip();
    return out.hasRemaining() ? out : null;
  }

  /// Two bytes tell whether zlib's head is there.
  private @Nullable Inflater begin() {
    if (first < 0 && in.hasRemaining()) {
      begun = true;
      first = in.get() & 0xff;
    }
    if (first < 0 || !in.hasRemaining()) {
      return null;
    }
    int second = in.get(in.position()) & 0xff;
    boolean zlib = (first & 0x0f) == METHOD && (first << 8 | second) % 31 == 0;
    inflater = new Inflater(!zlib);
    return inflater;
  }

  @Override
  public boolean complete() {
    return inflater == null ? !begun : inflater.finished();
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.end();
    }
  }
}
