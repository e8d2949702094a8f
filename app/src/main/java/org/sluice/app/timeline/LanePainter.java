package org.sluice.app.timeline;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;
import org.sluice.engine.multi.Poll;
import org.sluice.icons.PollGlyph;

/// Draws the band of one lane: IN in the lower half, OUT in the upper, INOUT both, NONE a dashed
/// line in the middle, REMOVE an end mark; a hairline for each `socketAction`, and where there are
/// too many for hairlines, a strip along the foot whose depth tells how many.
final class LanePainter {
  private static final double TOP = 3;
  private static final double HALF = 8;
  private static final double MARK = 12;
  private static final int DENSE = 2;

  private final TokenPaints paints;

  LanePainter(TokenPaints paints) {
    this.paints = paints;
  }

  void paint(GraphicsContext g, Lane lane, TimeScale scale) {
    PollHistory history = lane.history();
    for (int i = 0; i < history.size(); i++) {
      long from = history.nanosAt(i);
      long to = i + 1 < history.size() ? history.nanosAt(i + 1) : scale.toNanos();
      if (to >= scale.fromNanos() && from <= scale.toNanos()) {
        double x = Math.max(0, scale.x(from));
        state(g, history.stateAt(i), x, Math.max(1, scale.x(to) - x));
      }
    }
    ticks(g, lane, scale);
    for (int i = 0; i < history.size(); i++) {
      if (history.stateAt(i) == Poll.REMOVE && scale.shows(history.nanosAt(i))) {
        endMark(g, scale.x(history.nanosAt(i)));
      }
    }
  }

  private void state(GraphicsContext g, Poll poll, double x, double width) {
    switch (poll) {
      case IN -> band(g, Token.POLL_IN, x, TOP + HALF, width, HALF);
      case OUT -> band(g, Token.POLL_OUT, x, TOP, width, HALF);
      case INOUT -> band(g, Token.POLL_INOUT, x, TOP, width, 2 * HALF);
      case NONE -> {
        g.setStroke(paints.get(Token.POLL_NONE));
        g.setLineWidth(1.5);
        g.setLineDashes(3, 3);
        g.strokeLine(x, TOP + HALF, x + width, TOP + HALF);
        g.setLineDashes((double[]) null);
      }
      case REMOVE -> {}
    }
  }

  private void band(
      GraphicsContext g, Token token, double x, double y, double width, double height) {
    g.setFill(paints.get(token));
    g.fillRect(x, y, width, height);
  }

  private void ticks(GraphicsContext g, Lane lane, TimeScale scale) {
    Paint hairline = paints.get(Token.BACKGROUND);
    Paint strip = paints.get(Token.ACT);
    int columns = (int) Math.ceil(scale.width());
    int before = 0;
    for (int column = 0; column < columns; column++) {
      int calls = lane.ticks().count(scale.nanos(column), scale.nanos(column + 1));
      if (calls > 0 && before == 0) {
        g.setGlobalAlpha(0.85);
        g.setFill(hairline);
        g.fillRect(column, TOP, 1, 2 * HALF);
      } else if (calls > 0) {
        g.setGlobalAlpha(Math.min(0.9, 0.25 + 0.1 * calls / DENSE));
        g.setFill(strip);
        g.fillRect(column, TOP + 2 * HALF - 3, 1, 3);
      }
      before = calls;
    }
    g.setGlobalAlpha(1);
  }

  private void endMark(GraphicsContext g, double x) {
    g.save();
    g.translate(x - MARK / 2, TOP + HALF - MARK / 2);
    g.scale(MARK / PollGlyph.GRID, MARK / PollGlyph.GRID);
    g.setFill(paints.get(Token.POLL_REMOVE));
    g.beginPath();
    g.appendSVGPath(PollGlyph.REMOVE.bodyPath());
    g.fill();
    g.setStroke(paints.get(Token.POLL_REMOVE_ON));
    g.setLineWidth(PollGlyph.LETTER_STROKE);
    g.beginPath();
    g.appendSVGPath(PollGlyph.REMOVE.letterPath());
    g.stroke();
    g.restore();
  }
}
