package org.sluice.engine.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Reads a stream that may wait, so that its bytes can be had without waiting: one virtual thread
/// reads ahead, at most [#MOST_BLOCKS] blocks.
///
/// **Threads**: [#read] and [#close] belong to one thread; a virtual thread `sluice-body` reads.
/// **Limits**: [#BLOCK_BYTES] × [#MOST_BLOCKS].
final class ReadAhead implements BodySource.Feed {
  static final int BLOCK_BYTES = 64 * 1024;
  static final int MOST_BLOCKS = 4;

  /// Makes the stream, on the thread that reads it.
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  private final Runnable onReady;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition roomOrClosed = lock.newCondition();
  private final Queue<ByteBuffer> blocks = new ArrayDeque<>();
  private boolean ended;
  private boolean closed;
  private boolean asked;
  private @Nullable IOException failure;

  ReadAhead(Opener opener, Runnable onReady) {
    this.onReady = onReady;
    Thread.ofVirtual().name("sluice-body").start(() -> pump(opener));
  }

  private void pump(Opener opener) {
    IOException why = null;
    try (InputStream in = opener.open()) {
      while (offer(in)) {
        // The work is in the condition: one block each.
      }
    } catch (IOException e) {
      why = e;
    } catch (RuntimeException e) {
      why = new IOException("The body's source failed: " + e, e);
    }
    lock.lock();
    try {
      ended = true;
      failure = why;
    } finally {
      lock.unlock();
    }
    tell();
  }

  /// Reads one block and waits for room for it.
  ///
  /// @return whether another one is wanted
  private boolean offer(InputStream in) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    int n = in.read(block);
    if (n < 0) {
      return false;
    }
    lock.lock();
    try {
      while (blocks.size() >= MOST_BLOCKS && !closed) {
        roomOrClosed.awaitUninterruptibly();
      }
      if (closed) {
        return false;
      }
      if (n > 0) {
        blocks.add(ByteBuffer.wrap(block, 0, n));
      }
    } finally {
      lock.unlock();
    }
    tell();
    return true;
  }

  private void tell() {
    boolean wanted;
    lock.lock();
    try {
      wanted = asked && !closed;
      asked = false;
    } finally {
      lock.unlock();
    }
    if (wanted) {
      onReady.run();
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    lock.lock();
    try {
      int before = into.position();
      for (ByteBuffer b = blocks.peek(); b != null && into.hasRemaining(); b = blocks.peek()) {
        int n = Math.min(b.remaining(), into.remaining());
        into.put(b.slice(b.position(), n));
        b.position(b.position() + n);
        if (!b.hasRemaining()) {
          blocks.remove();
          roomOrClosed.signalAll();
        }
      }
      int n = into.position() - before;
      if (n > 0) {
        return n;
      }
      if (failure != null) {
        throw failure;
      }
      if (ended) {
        return BodySource.END;
      }
      asked = true;
      return 0;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      blocks.clear();
      roomOrClosed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
