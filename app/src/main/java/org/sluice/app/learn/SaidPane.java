package org.sluice.app.learn;

import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sequence diagram: what application, multi handle and sockets said, the latest at the end.
final class SaidPane extends VBox {
  private static final double HEADS = 38;

  private final ListView<@Nullable SaidRow> list = new ListView<>();
  private final IntegerProperty current = new SimpleIntegerProperty(-1);

  SaidPane(LearnViewModel model) {
    getStyleClass().add("said");
    setNodeOrientation(
        NodeOrientation.LEFT_TO_RIGHT); // in every language the arrows go the same way
    list.setId("said");
    list.getStyleClass().add("said-list");
    list.setItems(model.rows());
    list.setFixedCellSize(SaidCell.HEIGHT);
    list.setCellFactory(_ -> new SaidCell(this));
    list.setAccessibleText(LearnWords.text("said.accessible"));
    Label empty = new Label();
    empty.getStyleClass().add("muted");
    empty.setWrapText(true);
    empty
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    switch (model.phaseProperty().get()) {
                      case IDLE -> LearnWords.text("said.empty");
                      case FAILED -> model.failureProperty().get();
                      case STARTING, STEPPING, RUNNING, FINISHED ->
                          LearnWords.text("said.starting");
                    },
                model.phaseProperty(),
                model.failureProperty()));
    empty.setId("said-empty");
    empty.setAlignment(Pos.CENTER);
    empty.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
    empty.setPadding(new javafx.geometry.Insets(24));
    list.setPlaceholder(empty);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(new Heads(list), list);
  }

  /// The row of the current step; -1 for none.
  IntegerProperty currentProperty() {
    return current;
  }

  ListView<@Nullable SaidRow> list() {
    return list;
  }

  /// Shows a moment; the rows are the model's.
  void look(@Nullable Moment now) {
    current.set(now == null ? -1 : now.currentRow());
    if (!list.getItems().isEmpty()) {
      list.scrollTo(list.getItems().size() - 1);
    }
  }

  /// The names over the lines.
  private static final class Heads extends Pane {
    private static final double WIDTH = 132;

    private final ListView<?> list;
    private @Nullable Region rows;

    Heads(ListView<?> list) {
      this.list = list;
      setMinHeight(HEADS);
      setPrefHeight(HEADS);
      setMaxHeight(HEADS);
      for (Lane lane : Lane.values()) {
        Label head = new Label(lane.title());
        head.getStyleClass().add("lane-head");
        head.setAlignment(Pos.CENTER);
        head.setManaged(false);
        getChildren().add(head);
      }
    }

    /// Where the lines are: a scroll bar takes width from them.
    private double linesWidth() {
      if (rows == null && list.lookup(".clipped-container") instanceof Region found) {
        rows = found;
        found.widthProperty().subscribe(() -> requestLayout());
      }
      return rows == null || rows.getWidth() <= 0 ? getWidth() : rows.getWidth();
    }

    private double linesLeft() {
      return rows == null || rows.getWidth() <= 0
          ? 0
          : sceneToLocal(rows.localToScene(0, 0)).getX();
    }

    @Override
    protected void layoutChildren() {
      double lines = linesWidth();
      double left = linesLeft();
      double width = Math.min(WIDTH, 2 * (SaidCell.place(Lane.APPLICATION, lines) - 8));
      for (Lane lane : Lane.values()) {
        double x = left + SaidCell.place(lane, lines) - width / 2;
        getChildren()
            .get(lane.ordinal())
            .resizeRelocate(Math.clamp(x, 4, Math.max(4, getWidth() - width - 4)), 12, width, 22);
      }
    }
  }
}
