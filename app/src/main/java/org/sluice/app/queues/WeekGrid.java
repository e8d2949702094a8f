package org.sluice.app.queues;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.queue.WeekPlan;
import org.sluice.engine.queue.WeekPlan.Hour;

/// A week of 168 hours to paint on. The mouse paints with a brush over a block of hours; the arrows
/// move, with Shift they extend a block, Space goes through what its hours can be, Enter paints it
/// with the brush.
///
/// **Threads**: JavaFX.
final class WeekGrid extends Region {
  private static final double DAYS_WIDTH = 44;
  private static final double HEAD_HEIGHT = 20;
  private static final double CELL_HEIGHT = 21;
  private static final double GAP = 3;
  private static final double WIDEST_CELL = 24;
  private static final int LABEL_EVERY = 3;

  private final List<Hour> kinds;
  private final BiConsumer<Set<Integer>, Hour> paint;
  private final List<HourCell> cells = new ArrayList<>();
  private final List<Label> days = new ArrayList<>();
  private final List<Label> times = new ArrayList<>();
  private Hour brush;
  private HourBlock block = HourBlock.at(0);
  private @Nullable WeekPlan shown;
  private boolean dragging;

  /// @param kinds what an hour can be here, in the order of Space
  /// @param words the beginning of the keys under which its hours have their names
  /// @param paint is told of the hours that are to be another kind
  WeekGrid(List<Hour> kinds, String words, BiConsumer<Set<Integer>, Hour> paint) {
    this.kinds = List.copyOf(kinds);
    this.paint = paint;
    brush = kinds.getFirst();
    getStyleClass().add("week-grid");
    for (DayOfWeek day : DayOfWeek.values()) {
      Label label = label(QueuesWords.shortDay(day));
      label.setAlignment(Pos.CENTER_RIGHT);
      days.add(label);
    }
    for (int hour = 0; hour <= WeekPlan.HOURS_OF_DAY; hour += LABEL_EVERY) {
      times.add(label(QueuesWords.time(hour * 60)));
    }
    for (int hour = 0; hour < WeekPlan.HOURS; hour++) {
      int index = hour;
      HourCell cell = new HourCell(hour, words, () -> cycle(HourBlock.at(index)));
      cell.focusedProperty().subscribe(focused -> cameTo(index, focused));
      cells.add(cell);
    }
    getChildren().addAll(days);
    getChildren().addAll(times);
    getChildren().addAll(cells);
    cells.getFirst().setFocusTraversable(true);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("week-label");
    return label;
  }

  /// With what the mouse paints.
  void brush(Hour value) {
    brush = value;
  }

  void show(WeekPlan week) {
    shown = week;
    for (HourCell cell : cells) {
      cell.show(week.hours().get(cell.index()));
    }
  }

  // ---- keys -----------------------------------------------------------------------------------

  private void key(KeyEvent event) {
    boolean mirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    switch (event.getCode()) {
      case LEFT -> go(0, mirrored ? 1 : -1, event);
      case RIGHT -> go(0, mirrored ? -1 : 1, event);
      case UP -> go(-1, 0, event);
      case DOWN -> go(1, 0, event);
      case HOME -> go(0, -WeekPlan.HOURS_OF_DAY, event);
      case END -> go(0, WeekPlan.HOURS_OF_DAY, event);
      case SPACE -> cycle(block);
      case ENTER -> paint.accept(block.hours(), brush);
      case A -> {
        if (!event.isShortcutDown()) {
          return;
        }
        choose(new HourBlock(0, WeekPlan.HOURS - 1));
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void go(int byDays, int byHours, KeyEvent event) {
    int target = block.moved(byDays, byHours);
    HourBlock next = event.isShiftDown() ? block.to(target) : HourBlock.at(target);
    choose(next);
    cells.get(target).requestFocus();
  }

  /// Tab has brought the focus to a cell, or an arrow, which has chosen already.
  private void cameTo(int index, boolean focused) {
    if (focused && block.cursor() != index) {
      choose(HourBlock.at(index));
    }
  }

  private void cycle(HourBlock of) {
    WeekPlan week = shown;
    if (week != null) {
      int at = kinds.indexOf(week.hours().get(of.cursor()));
      paint.accept(of.hours(), kinds.get((at + 1) % kinds.size()));
    }
  }

  private void choose(HourBlock next) {
    cells.get(block.cursor()).setFocusTraversable(false);
    block = next;
    cells.get(block.cursor()).setFocusTraversable(true);
    Set<Integer> hours = block.hours();
    for (HourCell cell : cells) {
      cell.choose(hours.size() > 1 && hours.contains(cell.index()));
    }
  }

  // ---- mouse ----------------------------------------------------------------------------------

  private void press(MouseEvent event) {
    int at = pick(event);
    if (event.getButton() == MouseButton.PRIMARY && at >= 0) {
      dragging = true;
      choose(HourBlock.at(at));
      cells.get(at).requestFocus();
      preview();
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    int at = pick(event);
    if (dragging && at >= 0 && at != block.cursor()) {
      choose(block.to(at));
      cells.get(at).requestFocus();
      preview();
    }
  }

  private void release() {
    if (dragging) {
      dragging = false;
      Set<Integer> hours = block.hours();
      choose(HourBlock.at(block.cursor()));
      paint.accept(hours, brush);
    }
  }

  private void preview() {
    WeekPlan week = shown;
    if (week != null) {
      Set<Integer> hours = block.hours();
      for (HourCell cell : cells) {
        cell.show(hours.contains(cell.index()) ? brush : week.hours().get(cell.index()));
      }
    }
  }

  /// The hour under the pointer, or the nearest one while dragging; -1 for none.
  private int pick(MouseEvent event) {
    double column = (event.getX() - DAYS_WIDTH) / (cellWidth() + GAP);
    double row = (event.getY() - HEAD_HEIGHT) / (CELL_HEIGHT + GAP);
    boolean inside = column >= 0 && column < WeekPlan.HOURS_OF_DAY && row >= 0 && row < days.size();
    if (!inside && !dragging) {
      return -1;
    }
    int hour = Math.clamp((long) Math.floor(column), 0, WeekPlan.HOURS_OF_DAY - 1);
    int day = Math.clamp((long) Math.floor(row), 0, days.size() - 1);
    return day * WeekPlan.HOURS_OF_DAY + hour;
  }

  // ---- layout ---------------------------------------------------------------------------------

  private double cellWidth() {
    double room = (getWidth() - DAYS_WIDTH) / WeekPlan.HOURS_OF_DAY - GAP;
    return Math.clamp(room, 6, WIDEST_CELL);
  }

  @Override
  protected double computePrefWidth(double height) {
    return DAYS_WIDTH + WeekPlan.HOURS_OF_DAY * (WIDEST_CELL + GAP);
  }

  @Override
  protected double computeMinWidth(double height) {
    return DAYS_WIDTH + WeekPlan.HOURS_OF_DAY * (6 + GAP);
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEAD_HEIGHT + days.size() * (CELL_HEIGHT + GAP);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double step = cellWidth() + GAP;
    for (int day = 0; day < days.size(); day++) {
      double y = HEAD_HEIGHT + day * (CELL_HEIGHT + GAP);
      place(days.get(day), 0, y, DAYS_WIDTH - 10, CELL_HEIGHT);
    }
    int shownEvery = step < 13 ? 2 : 1;
    double end = DAYS_WIDTH + WeekPlan.HOURS_OF_DAY * step - GAP;
    double lastFrom = end - times.getLast().prefWidth(-1);
    for (int i = 0; i < times.size(); i++) {
      Label time = times.get(i);
      double width = time.prefWidth(-1);
      double x = DAYS_WIDTH + i * LABEL_EVERY * step;
      boolean last = i == times.size() - 1;
      time.setVisible(i % shownEvery == 0 && (last || x + width + GAP <= lastFrom));
      place(time, last ? lastFrom : x, 0, width, HEAD_HEIGHT - 4);
    }
    for (HourCell cell : cells) {
      int day = HourBlock.day(cell.index());
      int hour = HourBlock.hourOfDay(cell.index());
      double y = HEAD_HEIGHT + day * (CELL_HEIGHT + GAP);
      place(cell, DAYS_WIDTH + hour * step, y, step - GAP, CELL_HEIGHT);
    }
  }

  private static void place(Node node, double x, double y, double width, double height) {
    node.resizeRelocate(x, y, width, height);
  }
}
