package org.sluice.engine.multi;

import org.jspecify.annotations.Nullable;

/// The timer callback: how long to wait at most.
///
/// One one-shot timer per multi: a new value replaces the old one, -1 deletes it, 0 means as soon
/// as possible but never from inside the callback. When it fires, call `socketAction(TIMEOUT)`.
///
/// **Source**: `CURLMOPT_TIMERFUNCTION`.
@FunctionalInterface
public interface TimerFunction {
  /// @param timeoutMillis milliseconds from now, rounded up; -1 for none
  /// @param userp the pointer given with the function in [MultiOptions]
  /// @return 0; exactly -1 aborts every transfer of the multi; any other value counts as 0
  int onTimer(Multi multi, long timeoutMillis, @Nullable Object userp);
}
