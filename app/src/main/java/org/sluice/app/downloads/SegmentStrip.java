package org.sluice.app.downloads;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Drawing;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.range.Span;

/// The progress of a download as one strip: each span of bytes that is here is filled.
///
/// What is narrower than a pixel is drawn one pixel wide.
final class SegmentStrip extends Drawing {
  private static final double DONE_HEIGHT = 4;
  private static final double GAP = 1;
  private static final double STRIPE = 0.45;

  private static final double LINE_HEIGHT = 2;

  /// Of the width, what moves along while a server is asked.
  private static final double MOVING = 0.3;

  private final TokenPaints paints;
  private final AskedLines lines;
  private @Nullable ItemView shown;
  private Token track = Token.TRACK;

  SegmentStrip(TokenPaints paints, AskedLines lines) {
    this.paints = paints;
    this.lines = lines;
    lines.add(this);
  }

  /// What it lies on: the empty part must be seen on a selected row too.
  void selected(boolean value) {
    track = value ? Token.TRACK_SELECTED : Token.TRACK;
    redraw();
  }

  void show(ItemView item) {
    shown = item;
    redraw();
  }

  /// Whether it shows something that moves where it can be seen.
  boolean moves() {
    Scene scene = getScene();
    if (shown == null
        || !ProgressWords.isAsked(shown)
        || scene == null
        || isCalm(scene)
        || !(scene.getWindow() instanceof Stage window && window.isShowing())
        || window.isIconified()) {
      return false;
    }
    for (Node each = this; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false; // a cell that waits to be used again
      }
    }
    return true;
  }

  private static boolean isCalm(@Nullable Scene scene) {
    return scene == null || scene.getPreferences().isReducedMotion();
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    ItemView item = shown;
    if (item == null) {
      return;
    }
    StateGroup group = StateGroup.of(item);
    if (group == StateGroup.DONE) {
      double top = (height - DONE_HEIGHT) / 2;
      for (Token paint : List.of(track, Token.DONE)) { // the green lets the track through
        g.setFill(paints.get(paint));
        g.fillRoundRect(0, top, width, DONE_HEIGHT, DONE_HEIGHT, DONE_HEIGHT);
      }
      return;
    }
    if (ProgressWords.isAsked(item)) {
      line(g, width, height, isCalm(getScene()) ? AskedLines.REST : lines.phase());
      return;
    }
    g.setFill(paints.get(track));
    g.fillRoundRect(0, 0, width, height, 4, 4);
    long length = item.amount().length();
    if (length <= 0) {
      return;
    }
    g.setFill(colour(item, group, paints));
    if (item.state() == ItemState.VERIFYING && item.amount().verified() >= 0) {
      stripes(g, width * item.amount().verified() / length, height, paints.get(Token.BACKGROUND));
      return;
    }
    double end = -GAP;
    for (Span span : item.file().spans().spans()) {
      double from = Math.max(width * span.from() / length, end + GAP);
      double to = width * Math.min(span.to(), length) / length;
      if (to <= from) {
        to = Math.min(from + 1, width); // many small ones become one
      }
      end = to;
      g.fillRect(from, 0, to - from, height);
    }
  }

  /// How long it takes is not known: a thin line of which a part moves along.
  private void line(GraphicsContext g, double width, double height, double phase) {
    double top = (height - LINE_HEIGHT) / 2;
    g.setFill(paints.get(Token.TRACK));
    g.fillRect(0, top, width, LINE_HEIGHT);
    double from = (1 + MOVING) * width * phase - MOVING * width;
    double left = Math.max(0, from);
    g.setFill(paints.get(Token.ACCENT));
    g.fillRect(left, top, Math.min(width, from + MOVING * width) - left, LINE_HEIGHT);
  }

  /// What is checked is striped: it is another progress than that of the bytes.
  private static void stripes(GraphicsContext g, double width, double height, Paint between) {
    g.fillRect(0, 0, width, height);
    g.save();
    g.beginPath();
    g.rect(0, 0, width, height);
    g.clip();
    g.setGlobalAlpha(STRIPE);
    g.setStroke(between);
    g.setLineWidth(height * 0.4);
    for (double x = -height; x < width; x += height * 1.2) {
      g.strokeLine(x, height + 2, x + height + 4, -2);
    }
    g.restore();
  }

  static Paint colour(ItemView item, StateGroup group, TokenPaints paints) {
    return paints.get(
        switch (group) {
          case ACTIVE -> item.state() == ItemState.WAITING ? Token.PAUSED : Token.ACCENT;
          case QUEUED, PAUSED -> Token.PAUSED;
          case DONE -> Token.DONE;
          case FAILED -> Token.DANGER;
        });
  }
}
