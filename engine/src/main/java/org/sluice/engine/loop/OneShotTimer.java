package org.sluice.engine.loop;

import org.sluice.engine.time.NanoClock;

/// The one timer of a loop: a new value replaces the old one, and it fires once.
///
/// **Threads**: confined to the loop. **Units**: nanoseconds of the loop's clock.
///
/// **Source**: `CURLMOPT_TIMERFUNCTION`.
final class OneShotTimer {
  /// Not set.
  static final long NONE = Long.MAX_VALUE;

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final NanoClock clock;
  private long armedNanos;
  private long deadlineNanos = NONE;

  OneShotTimer(NanoClock clock) {
    this.clock = clock;
  }

  /// @param millis from now; -1 deletes it
  void arm(long millis) {
    armedNanos = clock.nanoTime();
    deadlineNanos = millis < 0 ? NONE : armedNanos + millis * NANOS_PER_MILLI;
  }

  /// Whether its time has come; then it is gone.
  boolean fires() {
    if (deadlineNanos == NONE || deadlineNanos - clock.nanoTime() > 0) {
      return false;
    }
    deadlineNanos = NONE;
    return true;
  }

  /// How long to wait for it, rounded up; -1 for as long as it takes.
  long millisToWait() {
    if (deadlineNanos == NONE) {
      return -1;
    }
    return Math.max(0, Math.ceilDiv(deadlineNanos - clock.nanoTime(), NANOS_PER_MILLI));
  }

  long armedNanos() {
    return armedNanos;
  }

  long deadlineNanos() {
    return deadlineNanos;
  }
}
