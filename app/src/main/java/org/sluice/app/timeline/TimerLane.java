package org.sluice.app.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
  private static final long SECOND = 1_000_000_000L;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT).withZone(ZoneId.systemDefault());

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
    for (int i = 0; i < timer.size(); i++) {
      if (timer.kindAt(i) == Kind.FIRED && scale.shows(timer.nanosAt(i))) {
        double x = scale.x(timer.nanosAt(i));
        g.setFill(paints.get(Token.ACT));
        g.fillPolygon(new double[] {x - 3.5, x, x + 3.5}, new double[] {FOOT, FOOT - 6, FOOT}, 3);
      }
    }
  }

  private void ruler(GraphicsContext g, TimeScale scale) {
    g.setFont(font);
    for (long at = scale.firstSecond(); at <= scale.toNanos(); at += SECOND) {
      double x = Math.floor(scale.x(at)) + 0.5;
      g.setStroke(paints.get(Token.GRID));
      g.setLineWidth(1);
      g.strokeLine(x, 4, x, HEIGHT);
      g.setFill(paints.get(Token.TEXT_MUTED));
      if (x + 70 < scale.width()) {
        g.fillText(label(at + scale.wallOffsetNanos()), x + 4, 16);
      }
    }
  }

  private static String label(long wallNanos) {
    return CLOCK.format(
        Instant.ofEpochSecond(Math.floorDiv(wallNanos, SECOND), Math.floorMod(wallNanos, SECOND)));
  }

  private void slopes(GraphicsContext g, TimerHistory timer, TimeScale scale) {
    g.setFill(paints.get(Token.SLOPE));
    double drawnTo = -1;
    for (int i = 0; i < timer.size(); i++) {
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
      drawnTo = right;
    }
  }

  /// @param rest share of the time that was left where the slope is cut
  private static void slope(GraphicsContext g, double left, double right, double rest) {
    double cut = FOOT - rest * (FOOT - TOP);
    g.fillPolygon(new double[] {left, left, right, right}, new double[] {FOOT, TOP, cut, FOOT}, 4);
  }
}
