package org.sluice.engine.disk;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// One segment: offers its bytes in small chunks, waits for room when there is none.
///
/// **Threads**: the owner's; begun by running it there.
final class Feeder implements Runnable {
  private final PartFile file;
  private final byte[] bytes;
  private final int end;
  private final Random random;
  private final int longestChunk;
  private final CountDownLatch done;
  private volatile int next;
  private volatile int taken;
  private volatile int refusals;
  private int chunk;

  /// @param done counted down at the end
  Feeder(PartFile file, byte[] bytes, int from, int end, int longestChunk, CountDownLatch done) {
    this.file = file;
    this.bytes = bytes;
    this.end = end;
    this.longestChunk = longestChunk;
    this.done = done;
    random = new Random(from);
    next = from;
    choose();
  }

  @Override
  public void run() {
    while (next < end) {
      if (!file.offer(next, ByteBuffer.wrap(bytes, next, chunk), this)) {
        refusals++;
        return;
      }
      next += chunk;
      taken++;
      choose();
    }
    done.countDown();
  }

  private void choose() {
    chunk = Math.min(1 + random.nextInt(longestChunk), end - next);
  }

  int next() {
    return next;
  }

  /// How many chunks were taken.
  int taken() {
    return taken;
  }

  int refusals() {
    return refusals;
  }

  /// Whether it waits for room or is done.
  boolean isStuck() {
    return refusals > 0 || next == end;
  }
}
