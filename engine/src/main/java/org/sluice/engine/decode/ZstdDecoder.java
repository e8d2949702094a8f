package org.sluice.engine.decode;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// zstd, of one frame or several, by Facebook's own library.
///
/// **Limits**: a window of 8 MiB, as the coding allows (RFC 9659). **Source**: RFC 8878.
final class ZstdDecoder implements Decoder {
  private static final int MOST_WINDOW_LOG = 23;
  private static final int INPUT_BYTES = 32 * 1024;

  private final ZstdDecompressCtx zstd;
  private final ByteBuffer packed = ByteBuffer.allocateDirect(INPUT_BYTES).limit(0);
  private final ByteBuffer out = ByteBuffer.allocateDirect(PIECE_BYTES);
  private ByteBuffer in = ByteBuffer.allocate(0);
  private boolean frameOver = true;
  private boolean full;

  ZstdDecoder() throws IOException {
    try {
      zstd = new ZstdDecompressCtx().setLongMax(MOST_WINDOW_LOG);
    } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
      throw new IOException("Zstandard's library can not be loaded here", e);
    }
  }

  @Override
  public void feed(ByteBuffer input) {
    in = input;
  }

  @Override
  public @Nullable ByteBuffer next() throws IOException {
    while (true) {
      if (!packed.hasRemaining() && !full) {
        if (!in.hasRemaining()) {
          return null;
        }
        refill();
      }
      out.clear();
      try {
        frameOver = zstd.decompressDirectByteBufferStream(out, packed);
      } catch (ZstdException e) {
        throw new IOException("the Zstandard data is broken: " + e.getMessage(), e);
      }
      full = !out.hasRemaining() && !frameOver;
      if (out.flip().hasRemaining()) {
        return out;
      }
    }
  }

  private void refill() {
    packed.clear();
    int n = Math.min(packed.remaining(), in.remaining());
    packed.put(in.slice(in.position(), n)).flip();
    in.position(in.position() + n);
  }

  @Override
  public boolean complete() {
    return frameOver;
  }

  @Override
  public void close() {
    zstd.close();
  }
}
