package org.sluice.engine.transfer;

/// Lets bytes through at a mean rate: refilled by the clock, a tenth of a second's worth at most.
///
/// **Units**: bytes a second, nanoseconds. **Threads**: confined to the thread of its multi.
final class TokenBucket {
  private static final long SECOND = 1_000_000_000L;
  private static final long STEPS_PER_SECOND = 10;

  private final long limitBytesPerSecond;
  private final long capacity;
  private long tokens;
  private long filledNanos;

  TokenBucket(long limitBytesPerSecond, long nowNanos) {
    this.limitBytesPerSecond = limitBytesPerSecond;
    capacity = Math.max(1, limitBytesPerSecond / STEPS_PER_SECOND);
    tokens = capacity;
    filledNanos = nowNanos;
  }

  /// Bytes that may pass now.
  long available(long nowNanos) {
    long elapsed = Math.min(nowNanos - filledNanos, SECOND);
    long earned = Math.multiplyExact(elapsed, limitBytesPerSecond) / SECOND;
    if (earned > 0) {
      tokens = Math.min(capacity, tokens + earned);
      // Only the time that was paid out counts as used: no fraction of a byte is lost.
      filledNanos =
          tokens == capacity ? nowNanos : filledNanos + earned * SECOND / limitBytesPerSecond;
    }
    return tokens;
  }

  /// Whether enough may pass to be worth a read: a trickle of single bytes is not.
  boolean worthReading(long nowNanos) {
    return available(nowNanos) >= Math.max(1, capacity / 4);
  }

  void take(long bytes) {
    tokens -= bytes;
  }

  /// When half of the bucket will be full again.
  long refilledNanos(long nowNanos) {
    long missing = Math.max(1, (capacity + 1) / 2 - tokens);
    return nowNanos + Math.max(1, missing * SECOND / limitBytesPerSecond);
  }
}
