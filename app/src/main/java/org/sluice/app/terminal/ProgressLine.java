package org.sluice.app.terminal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.sluice.app.words.Sizes;
import org.sluice.app.words.StateWords;
import org.sluice.app.words.Times;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// One download at work as a line: name, bar, share, size, rate, what is left.
///
/// What does not fit any more is left out, the least important first.
public final class ProgressLine {
  private static final int SHORTEST_NAME = 12;
  private static final int LONGEST_NAME = 32;
  private static final int SHORTEST_BAR = 8;
  private static final int LONGEST_BAR = 48;
  private static final String GAP = "  ";

  private final int width;
  private final Glyphs glyphs;
  private final Instant now;
  private final ZoneId zone;

  /// @param width columns of the terminal
  public ProgressLine(int width, Glyphs glyphs, Instant now, ZoneId zone) {
    this.width = width;
    this.glyphs = glyphs;
    this.now = now;
    this.zone = zone;
  }

  /// The line of `item`.
  public String of(ItemView item) {
    int name = Math.clamp(width / 5, SHORTEST_NAME, LONGEST_NAME);
    int bar = Math.clamp(width / 6, SHORTEST_BAR, LONGEST_BAR);
    StringBuilder line = new StringBuilder();
    line.append(Columns.fitted(Columns.harmless(item.name()), name)).append(' ');
    line.append(bar(item, bar));
    int used = name + 1 + bar;
    for (String field : fields(item)) {
      used += GAP.length() + Columns.of(field);
      if (used > width) {
        break;
      }
      line.append(GAP).append(field);
    }
    return line.toString();
  }

  private String bar(ItemView item, int places) {
    long length = item.amount().length();
    if (item.state() == ItemState.VERIFYING) {
      long verified = Math.max(0, item.amount().verified());
      Spans read = verified == 0 ? Spans.EMPTY : Spans.of(new Span(0, verified));
      return SegmentBar.of(read, length, List.of(), places, glyphs);
    }
    List<Long> frontiers = item.segments().stream().map(SegmentView::frontier).toList();
    return SegmentBar.of(item.file().spans(), length, frontiers, places, glyphs);
  }

  private List<String> fields(ItemView item) {
    ItemView.Amount amount = item.amount();
    List<String> fields = new ArrayList<>();
    boolean reading = item.state() == ItemState.VERIFYING;
    long done = reading ? Math.max(0, amount.verified()) : amount.received();
    if (amount.length() > 0) {
      fields.add(String.format("%3d%%", percent(done, amount.length())));
      fields.add(Sizes.of(done, amount.length()));
    } else {
      fields.add(Sizes.bytes(done));
    }
    switch (item.state()) {
      case RUNNING -> running(item, fields);
      case VERIFYING -> fields.add("checking");
      case WAITING, PAUSED, QUEUED, COMPLETE, FAILED -> standing(item, fields);
    }
    return fields;
  }

  private static void running(ItemView item, List<String> fields) {
    ItemView.Amount amount = item.amount();
    fields.add(Sizes.rate(amount.bytesPerSecond()));
    if (amount.etaSeconds() >= 0) {
      fields.add(Times.seconds(amount.etaSeconds()) + " left");
    }
    if (amount.connections() > 1) {
      fields.add(amount.connections() + " connections");
    }
    if (amount.limitBytesPerSecond() > 0) {
      fields.add("limited by you");
    }
  }

  private void standing(ItemView item, List<String> fields) {
    ItemView.Standing standing = item.standing();
    if (standing.until() != null) {
      fields.add("again " + Times.until(standing.until(), now, zone));
    }
    fields.add(StateWords.briefly(standing.state(), standing.reason()));
  }

  /// 100 only when all is there.
  static long percent(long part, long whole) {
    return part >= whole ? 100 : Math.min(99, (long) (100.0 * part / whole));
  }
}
