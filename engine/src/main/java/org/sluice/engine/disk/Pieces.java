package org.sluice.engine.disk;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/// The bounded pool of direct buffers; made as they are needed. When no file is open a few are kept:
/// many small files come with such moments among them, and what is let go lies about until a
/// collection finds it.
///
/// **Threads**: guarded by the lock of the [DiskWriter].
final class Pieces {
  /// So many are kept when no file is open: 8 MiB of the usual ones.
  static final int KEPT = 32;

  private final int pieceBytes;
  private final int limit;
  private final ArrayDeque<ByteBuffer> idle = new ArrayDeque<>();
  private int taken;
  private int most;

  Pieces(DiskLimits limits) {
    pieceBytes = limits.pieceBytes();
    limit = limits.pieces();
  }

  int free() {
    return limit - taken;
  }

  int taken() {
    return taken;
  }

  /// The most that were taken at once.
  int most() {
    return most;
  }

  /// Whether so few are left that none should be kept half full.
  boolean isShort() {
    return free() < limit / 4;
  }

  ByteBuffer take() {
    if (free() == 0) {
      throw new IllegalStateException("no buffer is free");
    }
    ByteBuffer buffer = idle.poll();
    if (buffer == null) {
      buffer = ByteBuffer.allocateDirect(pieceBytes);
    }
    taken++;
    most = Math.max(most, taken);
    return buffer;
  }

  void giveBack(Piece piece) {
    taken--;
    idle.push(piece.release());
  }

  /// Lets the memory go that nobody uses, but for a little.
  void shrink() {
    while (idle.size() > Math.min(KEPT, limit / 4)) {
      idle.removeLast();
    }
  }
}
