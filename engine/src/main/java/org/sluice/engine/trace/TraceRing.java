package org.sluice.engine.trace;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The latest events of one loop, for any number of readers.
///
/// The writer never waits: what a slow reader has not fetched is overwritten, and that reader
/// counts it as dropped. While nobody reads, [#listening] is false and no event need be made.
///
/// **Threads**: one writer, the loop; each [Reader] belongs to one thread of its own.
public final class TraceRing {
  /// Events kept by default.
  public static final int DEFAULT_CAPACITY = 1 << 16;

  private final AtomicReferenceArray<@Nullable TraceEvent> slots;
  private final int mask;
  private final AtomicInteger readers = new AtomicInteger();
  private volatile long next;

  /// @param capacity a power of two
  public TraceRing(int capacity) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("not a power of two: " + capacity);
    }
    slots = new AtomicReferenceArray<>(capacity);
    mask = capacity - 1;
  }

  /// Whether anybody reads.
  public boolean listening() {
    return readers.get() > 0;
  }

  /// The sequence number that the next event must carry.
  public long nextSeq() {
    return next;
  }

  /// Publishes an event whose `seq` is [#nextSeq].
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
  public void publish(TraceEvent event) {
    slots.set((int) event.seq() & mask, event);
    next = event.seq() + 1;
  }

  /// A reader that starts with the next event.
  public Reader reader() {
    readers.incrementAndGet();
    return new Reader();
  }

  /// A place in the stream of events.
  public final class Reader implements AutoCloseable {
    private long at = next;
    private long dropped;
    private boolean closed;

    private Reader() {}

    /// Hands all new events to `consumer`, in order.
    ///
    /// @return how many
    public int drain(Consumer<? super TraceEvent> consumer) {
      long end = next;
      if (end - at > mask) {
        dropped += end - at - mask;
        at = end - mask;
      }
      int n = 0;
      while (at < end) {
        TraceEvent event = slots.get((int) at & mask);
        if (event == null || event.seq() != at) {
          // Overwritten while we were reading: go on with the oldest that is still there.
          long oldest = Math.min(end, next - mask);
          dropped += Math.max(1, oldest - at);
          at = Math.max(at + 1, oldest);
          continue;
        }
        consumer.accept(event);
        at++;
        n++;
      }
      return n;
    }

    /// Events that were overwritten before this reader saw them.
    public long dropped() {
      return dropped;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        readers.decrementAndGet();
      }
    }
  }
}
