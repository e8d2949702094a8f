package org.sluice.app.timeline;

import org.sluice.app.fx.Amounts;

/// Lengths of time on the screen.
final class Spans {
  private static final long SECOND = 1_000_000_000L;

  private Spans() {}

  /// For example `10 s`, `2.5 s`, `40 ms`, `3:20`.
  static String of(long nanos) {
    if (nanos >= 100 * SECOND) {
      return Amounts.age(nanos);
    }
    if (nanos >= SECOND) {
      double seconds = nanos / 1e9;
      return Amounts.with(seconds, seconds == Math.rint(seconds) ? 0 : 1, "s");
    }
    return nanos >= SECOND / 1000
        ? Amounts.with(nanos / 1_000_000, "ms")
        : Amounts.with(nanos / 1e6, 1, "ms");
  }
}
