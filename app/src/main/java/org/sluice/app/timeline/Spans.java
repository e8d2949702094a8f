package org.sluice.app.timeline;

import java.util.Locale;

/// Lengths of time on the screen.
final class Spans {
  private static final long SECOND = 1_000_000_000L;

  private Spans() {}

  /// For example `10 s`, `2.5 s`, `40 ms`, `3:20`.
  static String of(long nanos) {
    if (nanos >= 100 * SECOND) {
      long seconds = nanos / SECOND;
      return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
    if (nanos >= SECOND) {
      double seconds = nanos / 1e9;
      return String.format(
          Locale.ROOT, seconds == Math.rint(seconds) ? "%.0f s" : "%.1f s", seconds);
    }
    return nanos >= SECOND / 1000
        ? nanos / 1_000_000 + " ms"
        : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }
}
