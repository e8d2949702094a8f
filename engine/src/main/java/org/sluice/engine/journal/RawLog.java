package org.sluice.engine.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The frames of a write-ahead log, each an image of a page.
///
/// **Source**: sqlite.org/fileformat2.html, 4 "The Write-Ahead Log".
///
/// @param committed how many frames, from the first on, a reader of SQLite believes: their checksums
///   hold, and the last of them ends a commit
record RawLog(ByteBuffer bytes, int committed) {
  private static final int HEADER_BYTES = 32;
  private static final int FRAME_HEADER_BYTES = 24;
  private static final int FRAME_BYTES = FRAME_HEADER_BYTES + Database.PAGE_BYTES;
  private static final int MAGIC = 0x377f0682;

  static RawLog of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new RawLog(buffer, committedOf(buffer));
  }

  /// How many there are, whole ones only.
  int frames() {
    return frames(bytes);
  }

  private static int frames(ByteBuffer bytes) {
    return Math.max(0, bytes.limit() - HEADER_BYTES) / FRAME_BYTES;
  }

  long pageNumber(int frame) {
    return bytes.getInt(start(frame)) & 0xffff_ffffL;
  }

  byte[] page(int frame) {
    byte[] page = new byte[Database.PAGE_BYTES];
    bytes.get(start(frame) + FRAME_HEADER_BYTES, page);
    return page;
  }

  private static int start(int frame) {
    return HEADER_BYTES + frame * FRAME_BYTES;
  }

  private static int committedOf(ByteBuffer bytes) {
    if (bytes.limit() < HEADER_BYTES || (bytes.getInt(0) & ~1) != MAGIC) {
      return 0;
    }
    Checksum sum =
        new Checksum((bytes.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    sum.add(bytes, 0, HEADER_BYTES - 8);
    if (!sum.is(bytes, HEADER_BYTES - 8)) {
      return 0;
    }
    long salt = bytes.getLong(16);
    int committed = 0;
    for (int frame = 0; frame < frames(bytes); frame++) {
      int at = start(frame);
      sum.add(bytes, at, 8);
      sum.add(bytes, at + FRAME_HEADER_BYTES, Database.PAGE_BYTES);
      if (bytes.getLong(at + 8) != salt || !sum.is(bytes, at + 16)) {
        break;
      }
      if (bytes.getInt(at + 4) != 0) { // the size of the database after a commit
        committed = frame + 1;
      }
    }
    return committed;
  }

  /// The running checksum over header and frames.
  private static final class Checksum {
    private final ByteOrder order;
    private int first;
    private int second;

    Checksum(ByteOrder order) {
      this.order = order;
    }

    void add(ByteBuffer bytes, int from, int length) {
      ByteBuffer words = bytes.slice(from, length).order(order);
      while (words.hasRemaining()) {
        first += words.getInt() + second;
        second += words.getInt() + first;
      }
    }

    boolean is(ByteBuffer bytes, int at) {
      return bytes.getInt(at) == first && bytes.getInt(at + 4) == second;
    }
  }
}
