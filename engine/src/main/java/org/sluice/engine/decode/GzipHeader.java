package org.sluice.engine.decode;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Passes over the head of a gzip member, byte by byte.
///
/// **Limits**: [#MOST_BYTES]. **Source**: RFC 1952, 2.3.
final class GzipHeader {
  static final int MOST_BYTES = 64 * 1024;

  private static final int FIXED_BYTES = 10;
  private static final int HCRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private int count;
  private int flags;
  private int extraLeft = -1;
  private int extraSize;
  private int crcLeft = 2;

  /// @return whether the head is over; the input stands behind it
  boolean pass(ByteBuffer in) throws IOException {
    while (!over()) {
      if (!in.hasRemaining()) {
        return false;
      }
      if (++count > MOST_BYTES) {
        throw new IOException("the head of the gzip data has no end");
      }
      take(in.get() & 0xff);
    }
    return true;
  }

  private boolean over() {
    return count >= FIXED_BYTES && flags == 0;
  }

  private void take(int b) throws IOException {
    if (count <= FIXED_BYTES) {
      fixed(b);
    } else if ((flags & EXTRA) != 0) {
      extra(b);
    } else if ((flags & NAME) != 0) {
      flags &= b == 0 ? ~NAME : ~0;
    } else if ((flags & COMMENT) != 0) {
      flags &= b == 0 ? ~COMMENT : ~0;
    } else if (--crcLeft == 0) {
      flags &= ~HCRC;
    }
  }

  private void fixed(int b) throws IOException {
    boolean fits =
        switch (count) {
          case 1 -> b == 0x1f;
          case 2 -> b == 0x8b;
          case 3 -> b == 8;
          case 4 -> (b & RESERVED) == 0;
          default -> true;
        };
    if (!fits) {
      throw new IOException("it is no gzip data");
    }
    if (count == 4) {
      flags = b & (HCRC | EXTRA | NAME | COMMENT);
    }
  }

  private void extra(int b) {
    if (extraLeft < 0) {
      extraSize = extraLeft == -1 ? b : extraSize | b << 8;
      extraLeft = extraLeft == -1 ? -2 : extraSize;
    } else {
      extraLeft--;
    }
    if (extraLeft == 0) {
      flags &= ~EXTRA;
    }
  }
}
