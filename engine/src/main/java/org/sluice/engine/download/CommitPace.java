package org.sluice.engine.download;

/// How much of one file a crash may cost.
///
/// @param mostBytes that came and are not safe yet
/// @param intervalNanos how old they may be, on a disk that is not slow
record CommitPace(long mostBytes, long intervalNanos) {
  static final CommitPace DEFAULT = new CommitPace(32L << 20, 1_000_000_000L);

  CommitPace {
    if (mostBytes < 1 || intervalNanos < 1) {
      throw new IllegalArgumentException("no pace: " + mostBytes + " bytes, " + intervalNanos);
    }
  }
}
