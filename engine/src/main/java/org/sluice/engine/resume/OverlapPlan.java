package org.sluice.engine.resume;

import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Which of the bytes on the disk are fetched again to be compared.
///
/// **Limits**: at most [#MOST_WINDOWS] windows of [#WINDOW_BYTES] each.
public final class OverlapPlan {
  /// Bytes of one window; fewer where a span is shorter.
  public static final long WINDOW_BYTES = 64 * 1024;

  /// The start, the middle, the end of the first span, the end of the last.
  public static final int MOST_WINDOWS = 4;

  private OverlapPlan() {}

  /// The windows to compare; empty only if nothing is committed.
  ///
  /// One ends where the first missing byte is, so that the seam itself is seen.
  public static Spans windows(Spans committed) {
    if (committed.isEmpty()) {
      return Spans.EMPTY;
    }
    if (committed.total() <= MOST_WINDOWS * WINDOW_BYTES
        && committed.spans().size() <= MOST_WINDOWS) {
      return committed; // all of it: nothing is left to doubt
    }
    List<Span> windows = new ArrayList<>();
    Span first = committed.spans().getFirst();
    windows.add(new Span(first.from(), Math.min(first.to(), first.from() + WINDOW_BYTES)));
    windows.add(around(committed, committed.total() / 2));
    windows.add(endOf(first));
    windows.add(endOf(committed.spans().getLast()));
    return Spans.of(windows);
  }

  /// Whether these windows are all there is.
  public static boolean isEverything(Spans windows, Spans committed) {
    return windows.total() == committed.total();
  }

  private static Span endOf(Span span) {
    return new Span(Math.max(span.from(), span.to() - WINDOW_BYTES), span.to());
  }

  /// The window around the n-th committed byte.
  private static Span around(Spans committed, long n) {
    long left = n;
    for (Span span : committed.spans()) {
      if (left < span.length()) {
        long middle = span.from() + left;
        long from = Math.max(span.from(), middle - WINDOW_BYTES / 2);
        return new Span(from, Math.min(span.to(), from + WINDOW_BYTES));
      }
      left -= span.length();
    }
    throw new IllegalArgumentException(n + " of " + committed.total());
  }
}
