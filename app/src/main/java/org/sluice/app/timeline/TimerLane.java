package org.sluice.app.timeline;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;
import org.sluice.app.timeline.TimerHistory.Kind;

/// The clock along the top, and below it the timer: a slope from arming down to the deadline, cut
/// where it was armed anew, and a mark where it fired.
final class TimerLane extends Canvas {
  static final double HEIGHT = 50;

  private static final double TOP = 26;
  private static final double FOOT = 47;
  private static final double LEAST_APART = 7;

  private final TokenPaints paints;
  private final Font font = Font.font("IBM Plex Sans", 12);

  TimerLane(TokenPaints paints) {
    this.paints = paints;
    setHeight(HEIGHT);
  }

  @Override
  public boolean isResizable() {
    return false;
  }

  void draw(TimerHistory timer, TimeScale scale) {
    GraphicsContext g = getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    ruler(g, scale);
    slopes(g, timer, scale);
    double lastX = -LEAST_APART;
    for (int i = timer.indexAt(scale.fromNanos());
        i < timer.size() && timer.nanosAt(i) <= scale.toNanos();
        i++) {
      double x = scale.x(timer.nanosAt(i));
      if (timer.kindAt(i) == Kind.FIRED && x - lastX >= 1) {
        lastX = x;
        g.setFill(paints.get(Token.ACT));
        g.fillPolygon(new double[] {x - 3.5, x, x + 3.5}, new double[] {FOOT, FOOT - 6, FOOT}, 3);
      }
    }
  }

  private void ruler(GraphicsContext g, TimeScale scale) {
    g.setFont(font);
    long apart = scale.markNanos();
    for (long at = scale.firstMark(); at <= scale.toNanos(); at += apart) {
      double x = Math.floor(scale.x(at)) + 0.5;
      g.setStroke(paints.get(Token.GRID));
      g.setLineWidth(1);
      g.strokeLine(x, 4, x, HEIGHT);
      g.setFill(paints.get(Token.TEXT_MUTED));
      if (x + 70 < scale.width()) {
        g.fillText(Clock.mark(at + scale.wallOffsetNanos(), apart), x + 4, 16);
      }
    }
  }

  private void slopes(GraphicsContext g, TimerHistory timer, TimeScale scale) {
    g.setFill(paints.get(Token.SLOPE));
    double drawnTo = -1;
    for (int i = Math.max(0, timer.indexAt(scale.fromNanos()) - 1);
        i < timer.size() && timer.nanosAt(i) <= scale.toNanos();
        i++) {
      long armed = timer.nanosAt(i);
      long deadline = timer.deadlineAt(i);
      if (timer.kindAt(i) != Kind.ARMED || deadline <= armed) {
        continue;
      }
      long next = i + 1 < timer.size() ? timer.nanosAt(i + 1) : scale.toNanos();
      long end = Math.min(Math.min(deadline, next), scale.toNanos());
      double right = scale.x(end);
      if (end < scale.fromNanos() || right - drawnTo < 1) {
        continue;
      }
      slope(g, scale.x(armed), right, (double) (deadline - end) / (deadline - armed));
      if (next < deadline && next <= scale.toNanos() && replaced(timer, i + 1)) {
        g.setFill(paints.get(Token.GRID));
        g.fillRect(right - 1, TOP, 1, FOOT - TOP);
        g.setFill(paints.get(Token.SLOPE));
      }
      drawnTo = right;
    }
  }

  /// Whether the next entry arms the timer anew before it fired.
  private static boolean replaced(TimerHistory timer, int next) {
    return next < timer.size() && timer.kindAt(next) == Kind.ARMED;
  }

  /// @param rest share of the time that was left where the slope is cut
  private static void slope(GraphicsContext g, double left, double right, double rest) {
    double cut = FOOT - rest * (FOOT - TOP);
    g.fillPolygon(new double[] {left, left, right, right}, new double[] {FOOT, TOP, cut, FOOT}, 4);
  }
}
