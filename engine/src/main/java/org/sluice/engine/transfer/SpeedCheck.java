package org.sluice.engine.transfer;

import org.sluice.engine.request.TimeLimits;

/// Watches for a transfer that stays too slow for too long.
///
/// **Source**: `CURLOPT_LOW_SPEED_LIMIT`, `CURLOPT_LOW_SPEED_TIME`.
final class SpeedCheck {
  /// Between two looks.
  static final long INTERVAL_NANOS = 1_000_000_000L;

  private final long limitBytesPerSecond;
  private final long patienceNanos;
  private long lastNanos;
  private long lastReceived;
  private long slowNanos;

  SpeedCheck(TimeLimits limits) {
    limitBytesPerSecond = limits.lowSpeedBytesPerSecond();
    patienceNanos = limits.lowSpeed().toNanos();
  }

  boolean enabled() {
    return limitBytesPerSecond > 0 && patienceNanos > 0;
  }

  /// Forgets what was; after a start or a pause.
  void restart(long nowNanos, long received) {
    lastNanos = nowNanos;
    lastReceived = received;
    slowNanos = 0;
  }

  /// @return whether it has been too slow for too long
  boolean tooSlow(long nowNanos, long received) {
    long elapsed = nowNanos - lastNanos;
    if (elapsed <= 0) {
      return false;
    }
    double bytesPerSecond = (received - lastReceived) * 1e9 / elapsed;
    slowNanos = bytesPerSecond < limitBytesPerSecond ? slowNanos + elapsed : 0;
    lastNanos = nowNanos;
    lastReceived = received;
    return slowNanos >= patienceNanos;
  }
}
