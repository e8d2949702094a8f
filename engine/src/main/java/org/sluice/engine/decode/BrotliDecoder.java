package org.sluice.engine.decode;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// br, by Google's own library.
///
/// **Limits**: its window is at most 16 MiB. **Source**: RFC 7932.
final class BrotliDecoder implements Decoder {
  private static final int INPUT_BYTES = 16 * 1024;

  private final DecoderJNI.Wrapper brotli;
  private ByteBuffer in = ByteBuffer.allocate(0);
  private boolean begun;
  private boolean closed;

  BrotliDecoder() throws IOException {
    try {
      Brotli4jLoader.ensureAvailability();
    } catch (UnsatisfiedLinkError e) {
      throw new IOException("Brotli's library can not be loaded here", e);
    }
    brotli = new DecoderJNI.Wrapper(INPUT_BYTES);
  }

  @Override
  public void feed(ByteBuffer input) {
    in = input;
  }

  @Override
  public @Nullable ByteBuffer next() throws IOException {
    while (true) {
      switch (brotli.getStatus()) {
        case NEEDS_MORE_OUTPUT -> {
          ByteBuffer piece = brotli.pull();
          if (piece.hasRemaining()) {
            return piece;
          }
        }
        case OK -> brotli.push(0);
        case NEEDS_MORE_INPUT -> {
          if (brotli.hasOutput()) {
            return brotli.pull();
          }
          if (!in.hasRemaining()) {
            return null;
          }
          push();
        }
        case DONE -> {
          if (brotli.hasOutput()) {
            return brotli.pull();
          }
          if (in.hasRemaining()) {
            throw new IOException("something else follows the Brotli data");
          }
          return null;
        }
        case ERROR -> throw new IOException("the Brotli data is broken");
      }
    }
  }

  private void push() {
    begun = true;
    ByteBuffer room = brotli.getInputBuffer().clear();
    int n = Math.min(room.remaining(), in.remaining());
    room.put(in.slice(in.position(), n));
    in.position(in.position() + n);
    brotli.push(n);
  }

  @Override
  public boolean complete() {
    return !begun || brotli.getStatus() == DecoderJNI.Status.DONE;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      brotli.destroy();
    }
  }
}
