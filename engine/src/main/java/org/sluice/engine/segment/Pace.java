package org.sluice.engine.segment;

import java.util.ArrayList;
import java.util.List;

/// How fast all carriers together are, and what a new one costs.
///
/// @param samples of all bytes received, oldest first, over the last [#HISTORY_NANOS]
/// @param movedNanos when a byte came last
/// @param rttNanos a round trip to the server, as the answers show it; 0 before the first
/// @param startNanos from opening a carrier until its answer begins; 0 before the first
/// @param finishedBytesPerSecond how fast carriers were that completed lately; 0 before the first
public record Pace(
    List<Sample> samples,
    long movedNanos,
    long rttNanos,
    long startNanos,
    double finishedBytesPerSecond) {
  static final long HISTORY_NANOS = 5_000_000_000L;
  static final long SAMPLE_NANOS = 40_000_000L;
  static final Pace NONE = new Pace(List.of(), 0, 0, 0, 0);

  public Pace {
    samples = List.copyOf(samples);
  }

  long received() {
    return samples.isEmpty() ? 0 : samples.getLast().bytes();
  }

  Pace received(long more, long nowNanos) {
    List<Sample> next = new ArrayList<>(samples);
    long bytes = received() + more;
    // The last sample is that of now; it is kept once it is far enough from the one before.
    if (next.size() > 1
        && next.getLast().nanos() - next.get(next.size() - 2).nanos() < SAMPLE_NANOS) {
      next.removeLast();
    }
    next.add(new Sample(nowNanos, bytes));
    while (next.size() > 2 && nowNanos - next.get(1).nanos() > HISTORY_NANOS) {
      next.removeFirst();
    }
    return new Pace(
        next, more > 0 ? nowNanos : movedNanos, rttNanos, startNanos, finishedBytesPerSecond);
  }

  Pace answered(long rtt, long start) {
    return new Pace(
        samples,
        movedNanos,
        // Whatever is above the least that was seen is the server's thinking or a queue.
        rttNanos == 0 || rtt < rttNanos ? rtt : rttNanos + (rtt - rttNanos) / 16,
        startNanos == 0 ? start : startNanos + (start - startNanos) / 4,
        finishedBytesPerSecond);
  }

  /// One has completed. If it was too young to show what it can do, it could do that at least.
  Pace finished(double bytesPerSecond, boolean grown) {
    double known = finishedBytesPerSecond;
    double now =
        grown && known > 0 ? (known + bytesPerSecond) / 2 : Math.max(known, bytesPerSecond);
    return new Pace(samples, movedNanos, rttNanos, startNanos, now);
  }

  /// The mean from `fromNanos` to `toNanos`, as far as there are samples.
  double bytesPerSecond(long fromNanos, long toNanos) {
    if (samples.isEmpty()) {
      return 0;
    }
    long from = Math.max(fromNanos, samples.getFirst().nanos());
    long to = Math.min(toNanos, samples.getLast().nanos());
    return to <= from ? 0 : (bytesAt(to) - bytesAt(from)) * 1e9 / (to - from);
  }

  private double bytesAt(long nanos) {
    Sample before = samples.getFirst();
    for (Sample after : samples) {
      if (after.nanos() >= nanos) {
        long span = after.nanos() - before.nanos();
        double part = span == 0 ? 1 : (double) (nanos - before.nanos()) / span;
        return before.bytes() + part * (after.bytes() - before.bytes());
      }
      before = after;
    }
    return before.bytes();
  }
}
