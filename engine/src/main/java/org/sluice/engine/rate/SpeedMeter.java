package org.sluice.engine.rate;

import java.util.Arrays;

/// How fast bytes come: the mean of the last three seconds for a display, and what came in each
/// quarter of a second for a chart.
///
/// **Threads**: confined to one thread. **Units**: bytes, nanoseconds of one monotonic clock.
/// **Limits**: the chart goes back [#MOST_SAMPLES] buckets, ten minutes.
public final class SpeedMeter {
  /// So long bytes are counted together.
  public static final long BUCKET_NANOS = 250_000_000L;

  /// So many buckets the display looks back, the one of now included: three seconds.
  public static final int WINDOW_BUCKETS = 12;

  /// So many buckets are kept.
  public static final int MOST_SAMPLES = 2_400;

  private static final int FIRST_SAMPLES = 4 * WINDOW_BUCKETS;

  /// Grows to [#MOST_SAMPLES] while nothing of it is overwritten: most downloads are over soon.
  private long[] ring = new long[FIRST_SAMPLES];

  private final long startNanos;

  /// The bucket of now, counted from the start.
  private long bucket;

  /// The display does not look back beyond this.
  private long windowNanos;

  public SpeedMeter(long nowNanos) {
    startNanos = nowNanos;
    windowNanos = nowNanos;
  }

  /// Bytes have come.
  public void add(long nowNanos, long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes do not go back: " + bytes);
    }
    advance(nowNanos);
    ring[at(bucket)] += bytes;
  }

  /// Goes on after a pause: what was before no longer counts for the display.
  public void restart(long nowNanos) {
    advance(nowNanos);
    windowNanos = nowNanos;
  }

  /// The mean over the last three seconds, or since the start if that is less.
  public long bytesPerSecond(long nowNanos) {
    advance(nowNanos);
    long restarted = (windowNanos - startNanos) / BUCKET_NANOS;
    long first = Math.max(restarted, bucket - WINDOW_BUCKETS + 1);
    long bytes = 0;
    for (long i = first; i <= bucket; i++) {
      bytes += ring[at(i)];
    }
    long from = Math.max(windowNanos - startNanos, first * BUCKET_NANOS);
    // A first burst is no speed yet.
    long passed = Math.max(BUCKET_NANOS, nowNanos - startNanos - from);
    return Math.round(bytes * 1e9 / passed);
  }

  /// The bytes of the last buckets that are over, oldest first.
  public long[] samples(long nowNanos, int most) {
    advance(nowNanos);
    int count = (int) Math.min(bucket, Math.min(most, MOST_SAMPLES - 1));
    long[] out = new long[count];
    for (int i = 0; i < count; i++) {
      out[i] = ring[at(bucket - count + i)];
    }
    return out;
  }

  private void advance(long nowNanos) {
    long now = (nowNanos - startNanos) / BUCKET_NANOS;
    if (now >= ring.length && ring.length < MOST_SAMPLES) {
      ring = Arrays.copyOf(ring, (int) Math.min(MOST_SAMPLES, Math.max(now + 1, 2L * ring.length)));
    }
    if (now - bucket >= MOST_SAMPLES) {
      Arrays.fill(ring, 0);
      bucket = now;
    }
    while (bucket < now) {
      bucket++;
      ring[at(bucket)] = 0;
    }
  }

  private int at(long bucket) {
    return (int) (bucket % ring.length);
  }
}
