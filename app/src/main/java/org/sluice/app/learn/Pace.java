package org.sluice.app.learn;

/// How fast the steps of a run follow each other.
///
/// A quarter of the real speed, as first drawn, cannot be followed by anybody: a step takes
/// microseconds. So it is four times slow motion.
enum Pace {
  SLOW(1_200_000_000L),
  FASTER(300_000_000L),
  FULL(0);

  private final long holdNanos;

  Pace(long holdNanos) {
    this.holdNanos = holdNanos;
  }

  /// How long each step is held; 0 for not at all.
  long holdNanos() {
    return holdNanos;
  }
}
