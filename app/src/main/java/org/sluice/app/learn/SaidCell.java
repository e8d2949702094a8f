package org.sluice.app.learn;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Glyph;
import org.sluice.engine.multi.Poll;

/// One arrow between the three lines, its words over it.
final class SaidCell extends ListCell<@Nullable SaidRow> {
  static final double HEIGHT = 30;

  /// From the application to the multi handle: as much as the longest of the usual calls.
  private static final double CALL = 180;

  /// Half of a lane's head, and a gap.
  private static final double LEAST_SIDE = 52;

  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  private static final PseudoClass ANSWER = PseudoClass.getPseudoClass("answer");
  private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");

  private final Drawing drawing = new Drawing();
  private final SaidPane pane;

  SaidCell(SaidPane pane) {
    this.pane = pane;
    getStyleClass().add("said-cell");
    setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0); // as wide as the list
    pane.currentProperty().subscribe(_ -> mark());
    indexProperty().subscribe(_ -> mark());
  }

  private void mark() {
    boolean now = !isEmpty() && getIndex() == pane.currentProperty().get();
    pseudoClassStateChanged(NOW, now);
    drawing.mark(now);
  }

  @Override
  protected void updateItem(@Nullable SaidRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      drawing.show(row);
      setGraphic(drawing);
      setAccessibleText(row.spoken());
    }
    mark();
  }

  /// Where a lane is, in a list of that width.
  static double place(Lane lane, double width) {
    double middle = width * 0.51;
    double side = Math.clamp(middle - CALL, LEAST_SIDE, 84);
    return switch (lane) {
      case APPLICATION -> side;
      case MULTI -> Math.max(middle, Math.min(side + CALL, width * 0.58));
      case SOCKETS -> width - Math.min(side, 72);
    };
  }

  /// The three lines, the arrow and its words.
  private static final class Drawing extends Region {
    private static final double MIDDLE = 23;

    private final Line[] lanes = {new Line(), new Line(), new Line()};
    private final Region application = new Region();
    private final Region multi = new Region();
    private final Polyline arrow = new Polyline();
    private final Polygon head = new Polygon(0, 0, -7, -3.5, -7, 3.5);
    private final Label words = new Label();
    private final Glyph glyph = new Glyph(Poll.NONE, 13);
    private @Nullable SaidRow row;

    Drawing() {
      for (Line lane : lanes) {
        lane.getStyleClass().add("lifeline");
      }
      application.getStyleClass().add("at-work");
      multi.getStyleClass().add("at-work");
      arrow.getStyleClass().add("said-arrow");
      head.getStyleClass().add("said-head");
      words.getStyleClass().add(Direction.mixed("said-words", "text-small"));
      words.setAlignment(Pos.CENTER);
      getChildren().addAll(lanes);
      getChildren().addAll(application, multi, arrow, head, words);
      getChildren().forEach(child -> child.setManaged(false));
      words.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    }

    void show(SaidRow shown) {
      row = shown;
      words.setText(shown.words());
      if (shown.poll() != null) {
        glyph.show(shown.poll());
        words.setGraphic(glyph);
      } else {
        words.setGraphic(null);
      }
      arrow.pseudoClassStateChanged(ANSWER, shown.answer());
      multi.setVisible(shown.work() != SaidRow.Work.NONE);
      multi.pseudoClassStateChanged(BUSY, true);
      requestLayout();
    }

    void mark(boolean now) {
      arrow.pseudoClassStateChanged(NOW, now);
      head.pseudoClassStateChanged(NOW, now);
      words.pseudoClassStateChanged(NOW, now);
      requestLayout(); // its words are wider when they are strong
    }

    @Override
    protected double computePrefHeight(double width) {
      return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
      return 0;
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth();
      double height = HEIGHT;
      for (Lane lane : Lane.values()) {
        double x = Math.round(place(lane, width)) + 0.5;
        Line line = lanes[lane.ordinal()];
        line.setStartX(x);
        line.setEndX(x);
        line.setEndY(height);
      }
      application.resizeRelocate(lanes[0].getStartX() - 4, 0, 8, height);
      double begin = row != null && row.work() == SaidRow.Work.BEGINS ? MIDDLE - 4 : 0;
      multi.resizeRelocate(lanes[1].getStartX() - 4, begin, 8, height - begin);
      if (row != null) {
        arrow(row);
      }
    }

    private void arrow(SaidRow now) {
      double from = lanes[now.from().ordinal()].getStartX();
      double to = lanes[now.to().ordinal()].getStartX();
      if (now.from() == now.to()) {
        double x = from + 5;
        arrow.getPoints().setAll(x, 9.0, x + 14, 9.0, x + 14, MIDDLE, x + 7, MIDDLE);
        head.setRotate(180);
        head.relocate(x - 1, MIDDLE - 3.5);
        words.setAlignment(Pos.CENTER_LEFT);
        words.resizeRelocate(x + 22, 7, Math.max(0, getWidth() - x - 26), 18);
        return;
      }
      boolean right = to > from;
      double start = right ? from + 5 : from - 5;
      double end = right ? to - 6 : to + 6;
      arrow.getPoints().setAll(start, MIDDLE, right ? end - 6 : end + 6, MIDDLE);
      head.setRotate(right ? 0 : 180);
      head.relocate(right ? end - 7 : end, MIDDLE - 3.5);
      words.setAlignment(Pos.CENTER);
      double left = Math.min(from, to);
      double rightMost = Math.max(from, to);
      // what sockets say to the application crosses the middle line: its words stand behind that
      if (now.from() == Lane.SOCKETS && now.to() == Lane.APPLICATION) {
        left = lanes[1].getStartX();
      }
      double room = rightMost - left - 16;
      double wanted = Math.ceil(words.prefWidth(18));
      if (wanted <= room) {
        words.resizeRelocate(left + 8, 2, room, 18);
      } else { // a call is read whole, if it must be over the next line
        words.resizeRelocate(left + 6, 2, Math.min(wanted, Math.max(0, getWidth() - left - 8)), 18);
      }
    }
  }
}
