package org.sluice.app.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;

/// The clock along the top, and below it the timer.
final class TimerLane extends Pane {
  static final double HEIGHT = 50;

  private static final double ROOM = 70;
  private static final double BASELINE = 16;

  private final TokenPaints paints;
  private final PixelView picture = new PixelView();
  private final List<Text> marks = new ArrayList<>();

  TimerLane(TokenPaints paints) {
    this.paints = paints;
    setManaged(false);
    getChildren().add(picture);
  }

  void draw(TimerHistory timer, TimeScale scale) {
    picture.draw(
        scale.width(),
        HEIGHT,
        pixels ->
            new TimerRaster(pixels, scale)
                .paint(
                    timer,
                    new TimerRaster.Colours(
                        paints.argb(Token.BACKGROUND),
                        paints.argb(Token.GRID),
                        paints.argb(Token.SLOPE),
                        paints.argb(Token.ACT))));
    ruler(scale);
  }

  /// The words are moved and not drawn anew, as long as they are the same.
  private void ruler(TimeScale scale) {
    int used = 0;
    long apart = scale.markNanos();
    for (long at = scale.firstMark(); at <= scale.toNanos(); at += apart) {
      double x = Math.floor(scale.x(at));
      if (x + ROOM < scale.width()) {
        Text mark = mark(used++);
        mark.setText(Clock.mark(at + scale.wallOffsetNanos(), apart));
        mark.setTranslateX(x + 4);
        mark.setVisible(true);
      }
    }
    marks.subList(used, marks.size()).forEach(mark -> mark.setVisible(false));
  }

  private Text mark(int index) {
    if (index == marks.size()) {
      Text mark = new Text();
      mark.getStyleClass().add("clock-mark");
      mark.setManaged(false);
      mark.setMouseTransparent(true);
      mark.setY(BASELINE);
      marks.add(mark);
      getChildren().add(mark);
    }
    return marks.get(index);
  }
}
