package org.sluice.engine.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// gzip, of one member or several, with its check sums checked.
///
/// **Source**: RFC 1952.
final class GzipDecoder implements Decoder {
  private static final int TRAILER_BYTES = 8;

  private enum Part {
    HEAD,
    DATA,
    TRAILER,
    /// Behind a member: another one, or padding.
    BETWEEN
  }

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final ByteBuffer out = ByteBuffer.allocate(PIECE_BYTES);
  private ByteBuffer in = ByteBuffer.allocate(0);
  private Part part = Part.HEAD;
  private GzipHeader header = new GzipHeader();
  private long trailer;
  private int trailerBytes;
  private boolean begun;

  @Override
  public void feed(ByteBuffer input) {
    in = input;
  }

  @Override
  public @Nullable ByteBuffer next() throws IOException {
    while (true) {
      switch (part) {
        case HEAD -> {
          begun |= in.hasRemaining();
          if (!header.pass(in)) {
            return null;
          }
          part = Part.DATA;
        }
        case DATA -> {
          ByteBuffer piece = inflate();
          if (piece != null || part == Part.DATA) {
            return piece;
          }
        }
        case TRAILER -> {
          if (!passTrailer()) {
            return null;
          }
        }
        case BETWEEN -> {
          if (!between()) {
            return null;
          }
        }
      }
    }
  }

  /// @return a piece; null at the end of the input or of the member
  private @Nullable ByteBuffer inflate() throws IOException {
    out.clear();
    inflater.setInput(in);
    try {
      inflater.inflate(out);
    } catch (DataFormatException e) {
      throw new IOException("the gzip data is broken: " + e.getMessage(), e);
    }
    if (inflater.finished()) {
      part = Part.TRAILER;
    } else if (inflater.needsDictionary()) {
      throw new IOException("the gzip data wants a dictionary");
    }
    out.flip();
    crc.update(out.duplicate());
    return out.hasRemaining() ? out : null;
  }

  private boolean passTrailer() throws IOException {
    while (trailerBytes < TRAILER_BYTES) {
      if (!in.hasRemaining()) {
        return false;
      }
      trailer |= (in.get() & 0xffL) << (8 * trailerBytes++);
    }
    long size = inflater.getBytesWritten() & 0xffff_ffffL;
    if ((trailer & 0xffff_ffffL) != crc.getValue() || trailer >>> 32 != size) {
      throw new IOException("the gzip data has a wrong check sum");
    }
    part = Part.BETWEEN;
    return true;
  }

  /// @return whether another member begins
  private boolean between() throws IOException {
    while (in.hasRemaining()) {
      int b = in.get(in.position());
      if (b == 0x1f) {
        inflater.reset();
        crc.reset();
        header = new GzipHeader();
        trailer = 0;
        trailerBytes = 0;
        part = Part.HEAD;
        return true;
      }
      if (b != 0) {
        throw new IOException("something else follows the gzip data");
      }
      in.get();
    }
    return false;
  }

  @Override
  public boolean complete() {
    return part == Part.BETWEEN || !begun;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
