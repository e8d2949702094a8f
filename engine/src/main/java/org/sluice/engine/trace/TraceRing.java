package org.sluice.engine.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The latest events of one loop, for any number of readers.
///
/// The writer does not wait: what a slow reader has not fetched is overwritten, and that reader
/// counts it as dropped. Only for a reader that must have all ([#wholeReader]) it waits, and not for
/// ever. While nobody reads, [#listening] is false and no event need be made.
///
/// **Threads**: one writer, the loop; each [Reader] belongs to one thread of its own.
public final class TraceRing {
  /// Events kept by default.
  public static final int DEFAULT_CAPACITY = 1 << 16;

  /// How often the writer waits for one event: about two seconds in all.
  private static final int PATIENCE = 16_384;

  private static final long WAIT_NANOS = 100_000L;

  private final AtomicReferenceArray<@Nullable TraceEvent> slots;
  private final int mask;
  private final AtomicInteger readers = new AtomicInteger();
  private final int patience;
  private volatile List<Reader> waitedFor = List.of();
  private volatile long next;

  /// @param capacity a power of two
  public TraceRing(int capacity) {
    this(capacity, PATIENCE);
  }

  TraceRing(int capacity, int patience) {
    this.patience = patience;
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
    List<Reader> whole = waitedFor;
    for (int i = 0; i < whole.size(); i++) {
      whole.get(i).await(event.seq());
    }
    slots.set((int) event.seq() & mask, event);
    next = event.seq() + 1;
  }

  /// A reader that starts with the next event.
  public Reader reader() {
    readers.incrementAndGet();
    return new Reader();
  }

  /// A reader that starts with the next event and for which the writer waits: it misses nothing as
  /// long as it does not stand still for two seconds.
  public Reader wholeReader() {
    Reader reader = reader();
    reader.seen = reader.at;
    reader.whole = true;
    synchronized (readers) {
      List<Reader> more = new ArrayList<>(waitedFor);
      more.add(reader);
      waitedFor = List.copyOf(more);
    }
    return reader;
  }

  /// A place in the stream of events.
  public final class Reader implements AutoCloseable {
    private long at = next;
    private long dropped;
    private boolean whole;
    private boolean givenUp;
    private volatile long seen;
    private volatile boolean closed;

    private Reader() {}

    /// Waits until an event does not overwrite one that is to be read. Who was waited for in vain is
    /// not waited for again before it has caught up by half.
    private void await(long seq) {
      if (givenUp && seq - seen > mask / 2) {
        return;
      }
      givenUp = false;
      for (int i = 0; seq - seen >= mask && !closed; i++) {
        if (i == patience) {
          givenUp = true;
          return;
        }
        LockSupport.parkNanos(WAIT_NANOS);
      }
    }

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
        if (whole) {
          seen = at;
        }
      }
      if (whole) {
        seen = at;
      }
      return n;
    }

    /// Events that were overwritten before this reader saw them.
    public long dropped() {
      return dropped;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // this one, not one like it
    public void close() {
      if (!closed) {
        closed = true;
        readers.decrementAndGet();
        synchronized (readers) {
          waitedFor = waitedFor.stream().filter(each -> each != this).toList();
        }
      }
    }
  }
}
