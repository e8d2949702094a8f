package org.sluice.app.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// Takes events out of an engine's ring as they come, so that a window that stands still for a while
/// misses none, and hands them out in portions.
///
/// **Threads**: one of its own takes; one other fetches. **Limits**: as many events wait as a tape
/// keeps, since it would forget older ones anyway; what is dropped is counted.
public final class TraceIntake implements AutoCloseable {
  private static final int MOST_WAITING = Tape.MOST_EVENTS;
  private static final long PAUSE_NANOS = 10_000_000L;

  private final TraceRing.Reader reader;
  private final Deque<List<TraceEvent>> portions = new ArrayDeque<>();
  private int waiting;
  private long missed;
  private int handed;
  private volatile boolean closed;

  private TraceIntake(TraceRing.Reader reader) {
    this.reader = reader;
  }

  /// @param reader is closed with this
  public static TraceIntake start(TraceRing.Reader reader) {
    TraceIntake intake = new TraceIntake(reader);
    Thread.ofPlatform().daemon().name("sluice-monitor-take").start(intake::run);
    return intake;
  }

  private void run() {
    while (!closed) {
      take();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private synchronized void take() {
    List<TraceEvent> portion = new ArrayList<>();
    reader.drain(portion::add);
    if (portion.isEmpty()) {
      return;
    }
    portions.add(portion);
    waiting += portion.size();
    while (waiting > MOST_WAITING && portions.size() > 1) {
      int left = portions.removeFirst().size() - handed;
      handed = 0;
      waiting -= left;
      missed += left;
    }
  }

  /// Hands out what has happened, in order, but not more than `most`.
  ///
  /// @return how many; below `most` if it was all
  public int drain(int most, Consumer<TraceEvent> consumer) {
    if (!closed) {
      take();
    }
    int count = 0;
    while (count < most) {
      List<TraceEvent> some = next(most - count);
      if (some.isEmpty()) {
        break;
      }
      some.forEach(consumer);
      count += some.size();
    }
    return count;
  }

  private synchronized List<TraceEvent> next(int most) {
    if (portions.isEmpty()) {
      return List.of();
    }
    List<TraceEvent> first = portions.getFirst();
    int end = Math.min(first.size(), handed + most);
    List<TraceEvent> some = first.subList(handed, end);
    waiting -= some.size();
    handed = end;
    if (end == first.size()) {
      portions.removeFirst();
      handed = 0;
    }
    return some;
  }

  /// Events that can be fetched already.
  synchronized int waiting() {
    return waiting;
  }

  /// Events that nobody can fetch any more.
  public synchronized long missed() {
    return missed + reader.dropped();
  }

  @Override
  public synchronized void close() {
    closed = true;
    reader.close();
  }
}
