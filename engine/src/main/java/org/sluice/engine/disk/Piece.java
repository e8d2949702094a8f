package org.sluice.engine.disk;

import java.nio.ByteBuffer;

/// A buffer of the pool on its way to the disk: bytes of one file that adjoin.
///
/// **Threads**: one at a time: who fills it, then who writes it; handed over under the lock.
final class Piece {
  private final ByteBuffer bytes;
  private final long position;

  /// @param bytes empty
  /// @param position of its first byte in the file
  Piece(ByteBuffer bytes, long position) {
    this.bytes = bytes;
    this.position = position;
  }

  long position() {
    return position;
  }

  /// Where its next byte belongs.
  long end() {
    return position + bytes.position();
  }

  boolean isFull() {
    return !bytes.hasRemaining();
  }

  int room() {
    return bytes.remaining();
  }

  /// Takes as much of `chunk` as there is room for.
  void fill(ByteBuffer chunk) {
    int length = Math.min(bytes.remaining(), chunk.remaining());
    bytes.put(bytes.position(), chunk, chunk.position(), length);
    bytes.position(bytes.position() + length);
    chunk.position(chunk.position() + length);
  }

  /// What is to be written.
  ByteBuffer content() {
    return bytes.duplicate().flip();
  }

  /// The buffer, empty, for the next.
  ByteBuffer release() {
    return bytes.clear();
  }
}
