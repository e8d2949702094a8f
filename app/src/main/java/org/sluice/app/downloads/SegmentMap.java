package org.sluice.app.downloads;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Drawing;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.range.Span;

/// The file of one download as a bar: which of its bytes are here, and where its segments begin.
///
/// **Threads**: JavaFX.
final class SegmentMap extends Drawing {
  private static final double CORNER = 6;

  private final TokenPaints paints;
  private @Nullable ItemView shown;
  private List<SegmentRow> rows = List.of();

  SegmentMap(TokenPaints paints) {
    this.paints = paints;
    setId("segment-map");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  void show(@Nullable ItemView item, List<SegmentRow> segments) {
    shown = item;
    rows = segments;
    redraw();
  }

  /// For example `map of the file: 62 percent, 6 segments, receiving`; the table below has each of them.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? DownloadsWords.text("segments.map", shown == null ? "–" : ProgressWords.spoken(shown))
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    g.setFill(paints.get(Token.TRACK));
    g.fillRoundRect(0, 0, width, height, CORNER, CORNER);
    ItemView item = shown;
    if (item == null || item.amount().length() <= 0) {
      return;
    }
    double scale = width / item.amount().length();
    g.setFill(SegmentStrip.colour(item, StateGroup.of(item), paints));
    for (Span span : item.file().spans().spans()) {
      g.fillRect(span.from() * scale, 0, Math.max(1, span.length() * scale), height);
    }
    g.setFont(Font.font("IBM Plex Sans SmBld", 11));
    g.setTextBaseline(VPos.CENTER);
    for (SegmentRow row : rows) {
      segment(g, row, scale, height);
    }
  }

  private void segment(GraphicsContext g, SegmentRow row, double scale, double height) {
    double left = row.from() * scale;
    if (row.from() > 0) {
      g.setFill(paints.get(Token.BACKGROUND));
      g.fillRect(left - 1, 0, 2, height);
    }
    double filled = row.received() * scale;
    g.setFill(paints.get(Token.ON_ACCENT));
    if (filled > 62) {
      g.fillText(row.number() + "  " + Amounts.percent(row.percent()), left + 7, height / 2);
    } else if (filled > 20) {
      g.fillText(Integer.toString(row.number()), left + 7, height / 2);
    }
  }
}
