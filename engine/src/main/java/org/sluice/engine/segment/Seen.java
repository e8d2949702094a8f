package org.sluice.engine.segment;

/// What was measured of a carrier.
///
/// **Units**: nanoseconds, bytes from the start of the file, bytes a second.
///
/// @param openedNanos when the planner asked for it
/// @param answered whether its answer began
/// @param movedNanos when it last delivered a byte; when it was opened before
/// @param sinceNanos from when on its speed is measured: from its answer
/// @param sample up to when and where its speed is measured
/// @param bytesPerSecond smoothed; 0 before the first byte
public record Seen(
    long openedNanos,
    boolean answered,
    long movedNanos,
    long sinceNanos,
    Sample sample,
    double bytesPerSecond) {
  /// Over so long a speed is smoothed.
  static final double SMOOTHING_NANOS = 1e9;

  /// Closer together are no two samples.
  static final long SAMPLE_NANOS = 20_000_000L;

  static Seen opened(long position, long nowNanos) {
    Sample sample = new Sample(nowNanos, position);
    return new Seen(nowNanos, false, nowNanos, nowNanos, sample, 0);
  }

  Seen answered(long nowNanos) {
    Sample now = new Sample(nowNanos, sample.bytes());
    return answered ? this : new Seen(openedNanos, true, movedNanos, nowNanos, now, bytesPerSecond);
  }

  Seen at(long oldPosition, long position, long nowNanos) {
    boolean moved = position > oldPosition;
    boolean begun = answered || moved;
    long passed = nowNanos - sample.nanos();
    if (!begun || passed < SAMPLE_NANOS) {
      return moved
          ? new Seen(openedNanos, true, nowNanos, sinceNanos, sample, bytesPerSecond)
          : this;
    }
    // Young, it is the plain mean; the weight of what is older than the smoothing time fades then.
    double span = Math.min(SMOOTHING_NANOS, nowNanos - sinceNanos);
    double weight = Math.min(1, passed / Math.max(span, passed));
    double now = (position - sample.bytes()) * 1e9 / passed;
    return new Seen(
        openedNanos,
        true,
        moved ? nowNanos : movedNanos,
        sinceNanos,
        new Sample(nowNanos, position),
        bytesPerSecond + weight * (now - bytesPerSecond));
  }
}
