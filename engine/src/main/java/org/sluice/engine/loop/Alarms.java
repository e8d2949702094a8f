package org.sluice.engine.loop;

import java.util.function.Consumer;
import org.sluice.engine.time.NanoClock;
import org.sluice.engine.time.TimerQueue;
import org.sluice.engine.time.TimerTable;

/// The application's own deadlines, beside the one timer that the engine asks for.
///
/// **Threads**: confined to the loop. **Units**: nanoseconds of the loop's clock.
final class Alarms {
  /// Farther than this nobody plans: a century.
  static final long FARTHEST_NANOS = 100L * 365 * 24 * 3600 * 1_000_000_000L;

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final NanoClock clock;
  private final TimerQueue<Alarm> queue = new TimerQueue<>();

  Alarms(NanoClock clock) {
    this.clock = clock;
  }

  Alarm set(long delayNanos, Runnable action) {
    if (delayNanos < 0) {
      throw new IllegalArgumentException("an alarm cannot be in the past: " + delayNanos);
    }
    long deadline = clock.nanoTime() + Math.min(delayNanos, FARTHEST_NANOS);
    Alarm alarm = new Alarm(this, action, deadline);
    queue.update(alarm);
    return alarm;
  }

  void changed(Alarm alarm) {
    queue.update(alarm);
  }

  /// Hands over each alarm whose time has come, the earliest first; those that are set meanwhile
  /// have to wait for the next time.
  void takeDue(Consumer<Runnable> into) {
    long now = clock.nanoTime();
    for (Alarm due = queue.pollExpired(now); due != null; due = queue.pollExpired(now)) {
      into.accept(due::run);
    }
  }

  /// The shorter of `millis` and the wait for the next alarm, rounded up; -1 for as long as it
  /// takes.
  long shorten(long millis) {
    long nearest = queue.nearestNanos();
    if (nearest == TimerTable.NONE) {
      return millis;
    }
    long mine = Math.max(0, Math.ceilDiv(nearest - clock.nanoTime(), NANOS_PER_MILLI));
    return millis < 0 ? mine : Math.min(millis, mine);
  }
}
