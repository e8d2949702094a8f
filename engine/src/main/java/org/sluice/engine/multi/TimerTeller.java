package org.sluice.engine.multi;

import org.sluice.engine.time.TimerTable;

/// Decides when the timer callback is due, and with what: only when the *moment* to wait for has
/// changed.
///
/// **Source**: `engine/CONTRACT.md` 6.
final class TimerTeller {
  /// The value to tell when nothing is to be told.
  static final long SILENCE = Long.MIN_VALUE;

  /// "As soon as possible": a moment before every other.
  private static final long NOW = Long.MIN_VALUE;

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private long toldNanos = TimerTable.NONE;
  private boolean forgotten;

  /// `socketAction(TIMEOUT)`: the application's timer has fired, or was early. Tell it again.
  void forget(long nowNanos) {
    if (toldNanos == TimerTable.NONE) {
      return;
    }
    if (toldNanos == NOW || toldNanos - nowNanos <= 0) {
      toldNanos = TimerTable.NONE;
    } else {
      forgotten = true;
    }
  }

  /// What to tell now that something is to run at `nearestNanos`, or at once.
  ///
  /// @param again tell it even if it has been told (add)
  /// @return milliseconds, -1 for no timer, or [#SILENCE]
  long next(boolean runNow, long nearestNanos, long nowNanos, boolean again) {
    long wanted = runNow ? NOW : nearestNanos;
    if (wanted == TimerTable.NONE) {
      if (toldNanos == TimerTable.NONE) {
        return SILENCE;
      }
      toldNanos = TimerTable.NONE;
      forgotten = false;
      return -1;
    }
    if (wanted == toldNanos && !forgotten && !again) {
      return SILENCE;
    }
    toldNanos = wanted;
    forgotten = false;
    return runNow ? 0 : millisUntil(nearestNanos, nowNanos);
  }

  /// Rounded up: a timer that fires before its deadline only has to be set again.
  static long millisUntil(long deadlineNanos, long nowNanos) {
    return Math.max(0, Math.ceilDiv(deadlineNanos - nowNanos, NANOS_PER_MILLI));
  }
}
