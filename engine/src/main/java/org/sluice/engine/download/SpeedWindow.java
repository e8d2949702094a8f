package org.sluice.engine.download;

/// How fast a run is: the mean of the last seconds to show, a slower mean to foretell its end.
///
/// **Threads**: confined to the loop. **Units**: nanoseconds of the loop's clock.
final class SpeedWindow {
  private static final int SAMPLES = 13;
  private static final double SECOND = 1e9;

  /// The slower mean forgets in this time.
  private static final double SLOW_NANOS = 15e9;

  /// Before that nothing is foretold.
  private static final long LEAST_NANOS = 3_000_000_000L;

  /// Seconds below a minute are told one by one, below five minutes by fives, then by minutes.
  private static final long MINUTE = 60;

  private final long[] nanos = new long[SAMPLES];
  private final long[] bytes = new long[SAMPLES];
  private int count;
  private long firstNanos;
  private double slowBytesPerSecond;

  /// @param total bytes since the start of the run
  void sample(long nowNanos, long total) {
    if (count == 0) {
      firstNanos = nowNanos;
    } else {
      int last = (count - 1) % SAMPLES;
      double took = nowNanos - nanos[last];
      if (took <= 0) {
        return;
      }
      double speed = (total - bytes[last]) / took * SECOND;
      double weight = 1 - Math.exp(-took / SLOW_NANOS);
      slowBytesPerSecond =
          count == 1 ? speed : slowBytesPerSecond + weight * (speed - slowBytesPerSecond);
    }
    nanos[count % SAMPLES] = nowNanos;
    bytes[count % SAMPLES] = total;
    count++;
  }

  /// Over the last three seconds, or as long as there is.
  long bytesPerSecond() {
    if (count < 2) {
      return 0;
    }
    int last = (count - 1) % SAMPLES;
    int first = count <= SAMPLES ? 0 : count % SAMPLES;
    double took = nanos[last] - nanos[first];
    return (long) ((bytes[last] - bytes[first]) / took * SECOND);
  }

  /// @param remaining -1 if unknown
  /// @return -1 if nothing can be said
  long etaSeconds(long remaining) {
    if (remaining < 0 || count < 2 || slowBytesPerSecond < 1) {
      return -1;
    }
    if (nanos[(count - 1) % SAMPLES] - firstNanos < LEAST_NANOS) {
      return -1;
    }
    long seconds = (long) Math.ceil(remaining / slowBytesPerSecond);
    long step = seconds < MINUTE ? 1 : seconds < 5 * MINUTE ? 5 : MINUTE;
    return Math.ceilDiv(seconds, step) * step;
  }
}
