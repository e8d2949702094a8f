package org.sluice.app.timeline;

/// Which moment stands at which pixel.
///
/// **Units**: nanoseconds of the loop's clock, pixels
///
/// @param wallOffsetNanos what to add to a moment for the nanoseconds of the wall clock
record TimeScale(long fromNanos, long toNanos, double width, long wallOffsetNanos) {
  double x(long nanos) {
    return (double) (nanos - fromNanos) / (toNanos - fromNanos) * width;
  }

  long nanos(double x) {
    return fromNanos + (long) (x / width * (toNanos - fromNanos));
  }

  boolean shows(long nanos) {
    return nanos >= fromNanos && nanos <= toNanos;
  }

  /// The first whole second of the wall clock in the window.
  long firstSecond() {
    long second = 1_000_000_000L;
    return Math.ceilDiv(fromNanos + wallOffsetNanos, second) * second - wallOffsetNanos;
  }
}
