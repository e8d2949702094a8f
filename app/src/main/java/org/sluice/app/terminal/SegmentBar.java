package org.sluice.app.terminal;

import java.util.List;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// A file as a bar: each place stands for a part of it, and shows whether its bytes are here. So each
/// segment is seen as it grows.
public final class SegmentBar {
  /// Bytes by which the mark moves on where the length is unknown.
  static final long STEP_BYTES = 256 << 10;

  private SegmentBar() {}

  /// A bar of `places` places.
  ///
  /// @param here which bytes are here
  /// @param frontiers the next byte of each segment at work
  public static String of(
      Spans here, long length, List<Long> frontiers, int places, Glyphs glyphs) {
    if (length <= 0) {
      return unknown(here.total(), places, glyphs);
    }
    StringBuilder bar = new StringBuilder(places);
    int next = 0;
    List<Span> spans = here.spans();
    for (int place = 0; place < places; place++) {
      long from = offset(length, place, places);
      long to = Math.max(from + 1, offset(length, place + 1, places));
      while (next < spans.size() && spans.get(next).to() <= from) {
        next++;
      }
      bar.append(glyph(covered(spans, next, from, to), from, to, frontiers, glyphs));
    }
    return bar.toString();
  }

  private static long covered(List<Span> spans, int next, long from, long to) {
    long covered = 0;
    for (int i = next; i < spans.size() && spans.get(i).from() < to; i++) {
      covered += Math.min(to, spans.get(i).to()) - Math.max(from, spans.get(i).from());
    }
    return covered;
  }

  private static String glyph(
      long covered, long from, long to, List<Long> frontiers, Glyphs glyphs) {
    if (covered == to - from) {
      return glyphs.full();
    }
    if (covered > 0) {
      return glyphs.part();
    }
    for (long frontier : frontiers) {
      if (frontier >= from && frontier < to) {
        return glyphs.next();
      }
    }
    return glyphs.empty();
  }

  /// A mark that moves while bytes come: no share is made up.
  private static String unknown(long received, int places, Glyphs glyphs) {
    if (received == 0) {
      return glyphs.empty().repeat(places);
    }
    int at = (int) (received / STEP_BYTES % places);
    return glyphs.empty().repeat(at) + glyphs.part() + glyphs.empty().repeat(places - at - 1);
  }

  /// The same as `length * place / places`, without overflow.
  private static long offset(long length, int place, int places) {
    return length / places * place + length % places * place / places;
  }
}
