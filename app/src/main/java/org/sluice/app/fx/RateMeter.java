package org.sluice.app.fx;

/// Turns a counter that only grows into a rate: the mean of the last second.
///
/// **Units**: nanoseconds in, units of the counter per second out.
public final class RateMeter {
  private static final long SPAN_NANOS = 1_000_000_000L;
  private static final int SAMPLES = 16;

  private final long[] nanos = new long[SAMPLES];
  private final long[] counts = new long[SAMPLES];
  private final long leastNanos;
  private int newest = -1;
  private int size;

  public RateMeter() {
    this(0);
  }

  /// @param leastNanos what is known of a shorter time counts as of so long a time: one event in a
  ///     millisecond is not a thousand in a second
  public RateMeter(long leastNanos) {
    this.leastNanos = leastNanos;
  }

  /// Tells the counter's value at a moment; moments do not go back.
  public void sample(long nowNanos, long count) {
    if (size > 0 && nowNanos <= nanos[newest]) {
      counts[newest] = count;
      return;
    }
    newest = (newest + 1) % SAMPLES;
    nanos[newest] = nowNanos;
    counts[newest] = count;
    size = Math.min(size + 1, SAMPLES);
  }

  /// The rate over the last second of samples; 0 before the second sample.
  public double perSecond() {
    if (size < 2) {
      return 0;
    }
    int oldest = newest;
    for (int back = 1; back < size; back++) {
      int index = Math.floorMod(newest - back, SAMPLES);
      oldest = index;
      if (nanos[newest] - nanos[index] >= SPAN_NANOS) {
        break;
      }
    }
    long span = Math.max(leastNanos, nanos[newest] - nanos[oldest]);
    return (counts[newest] - counts[oldest]) * 1e9 / span;
  }
}
