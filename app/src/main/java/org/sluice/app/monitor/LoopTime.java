package org.sluice.app.monitor;

/// The loop's clock as seen from the window.
///
/// What the loop tells carries its own time and arrives a little later. The smallest delay seen so
/// far is the best estimate of how the two clocks stand to each other.
final class LoopTime {
  private long offsetNanos = Long.MAX_VALUE;

  /// Something of `loopNanos` was seen at `localNanos`.
  void seen(long loopNanos, long localNanos) {
    offsetNanos = Math.min(offsetNanos, localNanos - loopNanos);
  }

  /// The loop's time at a local one.
  long at(long localNanos) {
    return offsetNanos == Long.MAX_VALUE ? localNanos : localNanos - offsetNanos;
  }
}
