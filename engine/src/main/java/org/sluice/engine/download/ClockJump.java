package org.sluice.engine.download;

import java.time.Duration;

/// Notices that the machine slept: the time of day went on, the monotonic clock stood still.
///
/// A clock that somebody sets by hand looks the same; what follows from it, to connect anew, does
/// no harm.
///
/// **Threads**: confined to the loop.
final class ClockJump {
  /// Less than this is a correction of the clock, not a sleep.
  static final Duration LEAST = Duration.ofSeconds(10);

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private long lastNanos;
  private long lastMillis;

  ClockJump(long nowNanos, long wallMillis) {
    lastNanos = nowNanos;
    lastMillis = wallMillis;
  }

  /// How long the machine slept since the last look; zero if it did not.
  Duration look(long nowNanos, long wallMillis) {
    long wall = wallMillis - lastMillis;
    long awake = (nowNanos - lastNanos) / NANOS_PER_MILLI;
    lastNanos = nowNanos;
    lastMillis = wallMillis;
    Duration asleep = Duration.ofMillis(wall - awake);
    return asleep.compareTo(LEAST) >= 0 ? asleep : Duration.ZERO;
  }
}
