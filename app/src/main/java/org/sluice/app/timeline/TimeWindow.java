package org.sluice.app.timeline;

/// Which part of the recorded time the timeline shows.
///
/// It follows the newest moment until it is moved; it never shows less than [#LEAST_NANOS].
/// **Units**: nanoseconds of the loop's clock. **Threads**: JavaFX (or one thread in a test).
public final class TimeWindow {
  /// What is shown at first.
  public static final long USUAL_NANOS = 10_000_000_000L;

  public static final long LEAST_NANOS = 1_000_000L;

  private static final double STEP = 2;

  private long spanNanos = USUAL_NANOS;
  private long toNanos;
  private boolean following = true;

  public long fromNanos() {
    return toNanos - spanNanos;
  }

  public long toNanos() {
    return toNanos;
  }

  public long spanNanos() {
    return spanNanos;
  }

  /// Whether its end is the newest moment.
  public boolean following() {
    return following;
  }

  /// The newest moment is this.
  public void follow(long newestNanos) {
    if (following) {
      toNanos = newestNanos;
    }
  }

  /// Stands still, or follows again.
  public void following(boolean value) {
    following = value;
  }

  /// Half as much time, around a moment; around the end if it follows.
  public void zoomIn(long aroundNanos) {
    zoom(aroundNanos, Math.max(LEAST_NANOS, (long) (spanNanos / STEP)));
  }

  /// Twice as much time, but not more than there is.
  public void zoomOut(long aroundNanos, long wholeNanos) {
    zoom(aroundNanos, Math.min(Math.max(USUAL_NANOS, wholeNanos), (long) (spanNanos * STEP)));
  }

  private void zoom(long aroundNanos, long span) {
    if (!following) {
      long around = Math.clamp(aroundNanos, fromNanos(), toNanos);
      double share = (double) (toNanos - around) / spanNanos;
      toNanos = around + (long) (share * span);
    }
    spanNanos = span;
  }

  /// Shows just this.
  public void show(long from, long to) {
    spanNanos = Math.max(LEAST_NANOS, to - from);
    toNanos = from + spanNanos;
    following = false;
  }

  /// Moves so that a moment is inside.
  public void reveal(long nanos) {
    following = false;
    if (nanos < fromNanos()) {
      toNanos = nanos + spanNanos - spanNanos / 8;
    } else if (nanos > toNanos) {
      toNanos = nanos + spanNanos / 8;
    }
  }
}
