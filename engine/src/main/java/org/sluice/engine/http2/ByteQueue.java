package org.sluice.engine.http2;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/// Bytes that wait for their reader, in the order they came.
///
/// Small pieces share a block, so that a server that sends single bytes costs no more memory than
/// its window says.
///
/// **Threads**: confined to the thread of its multi.
final class ByteQueue {
  private static final int BLOCK_BYTES = 16 * 1024;
  private static final int FIRST_BLOCK_BYTES = 2 * 1024;

  private final Deque<ByteBuffer> blocks = new ArrayDeque<>(2);
  private long size;

  long size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// Takes a copy of all of `from`.
  void add(ByteBuffer from) {
    size += from.remaining();
    while (from.hasRemaining()) {
      ByteBuffer last = blocks.peekLast();
      if (last == null || last.limit() == last.capacity()) {
        int least = blocks.isEmpty() ? FIRST_BLOCK_BYTES : BLOCK_BYTES;
        last = ByteBuffer.allocate(Math.max(least, from.remaining())).limit(0);
        blocks.addLast(last);
      }
      int end = last.limit();
      int n = Math.min(last.capacity() - end, from.remaining());
      last.limit(end + n).put(end, from, from.position(), n);
      from.position(from.position() + n);
    }
  }

  /// The oldest bytes, at most `most`; they leave the queue.
  ByteBuffer take(int most) {
    ByteBuffer first = blocks.getFirst();
    int n = Math.min(first.remaining(), most);
    ByteBuffer chunk = first.slice(first.position(), n);
    first.position(first.position() + n);
    if (!first.hasRemaining()) {
      // What is handed out must not be written over: a started block ends with its reader.
      blocks.removeFirst();
    }
    size -= n;
    return chunk;
  }

  void clear() {
    blocks.clear();
    size = 0;
  }
}
