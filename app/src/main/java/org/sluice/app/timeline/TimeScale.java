package org.sluice.app.timeline;

/// Which moment stands at which pixel.
///
/// **Units**: nanoseconds of the loop's clock, pixels
///
/// @param wallOffsetNanos what to add to a moment for the nanoseconds of the wall clock
public record TimeScale(long fromNanos, long toNanos, double width, long wallOffsetNanos) {
  private static final double LEAST_APART = 100;

  /// Where a moment stands.
  public double x(long nanos) {
    return (double) (nanos - fromNanos) / (toNanos - fromNanos) * width;
  }

  /// Which moment stands at a pixel.
  public long nanos(double x) {
    return fromNanos + (long) (x / width * (toNanos - fromNanos));
  }

  public boolean shows(long nanos) {
    return nanos >= fromNanos && nanos <= toNanos;
  }

  /// Time between two marks of the clock, so that they stand apart.
  public long markNanos() {
    long least = (long) ((toNanos - fromNanos) / Math.max(1, width) * LEAST_APART);
    for (long step = 100_000L; ; step *= 10) {
      for (int times : new int[] {1, 2, 5}) {
        if (step * times >= least) {
          return step * times;
        }
      }
    }
  }

  /// The first mark of the wall clock in the window.
  public long firstMark() {
    long mark = markNanos();
    return Math.ceilDiv(fromNanos + wallOffsetNanos, mark) * mark - wallOffsetNanos;
  }
}
