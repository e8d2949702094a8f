package org.sluice.app.queues;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.sluice.app.fx.TextWidth;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.WeekPlan;

/// The queues, a line each: how many at once, how fast, when, and how many wait.
///
/// **Threads**: JavaFX.
final class QueueTable extends TableView<QueueRules> {
  private static final double ROW = 33;
  private static final double HEAD = 31;
  private static final int MOST_ROWS = 4;

  private boolean showing;

  QueueTable(ToIntFunction<String> waiting, Consumer<String> chosen, Runnable open) {
    setId("queues");
    setAccessibleText(QueuesWords.text("queues"));
    getStyleClass().addAll("queue-table", "edge-to-edge");
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<QueueRules, QueueRules> name =
        column("column.name", 200, false, rules -> QueuesWords.name(rules.name()));
    name.setCellFactory(_ -> new NameCell());
    getColumns()
        .addAll(
            List.of(
                name,
                column("column.at-once", 90, true, rules -> Integer.toString(rules.concurrency())),
                column(
                    "column.limit",
                    110,
                    true,
                    rules -> QueuesWords.limit(WeekPlan.of(rules.schedule(), rules.speed()))),
                column("column.when", 170, false, QueuesWords::when),
                column(
                    "column.waiting",
                    80,
                    true,
                    rules -> Integer.toString(waiting.applyAsInt(rules.name())))));
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            rules -> {
              if (rules != null && !showing) {
                chosen.accept(rules.name());
              }
            });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open.run();
            event.consume();
          }
        });
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2) {
            open.run();
          }
        });
  }

  void show(List<QueueRules> queues, QueueRules chosen) {
    showing = true;
    if (!getItems().equals(queues)) {
      getItems().setAll(queues);
    }
    getSelectionModel().select(chosen);
    showing = false;
    double height = HEAD + Math.min(queues.size(), MOST_ROWS) * ROW + 2;
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  private static TableColumn<QueueRules, QueueRules> column(
      String key, double width, boolean numeric, Function<QueueRules, String> words) {
    TableColumn<QueueRules, QueueRules> column = new TableColumn<>(QueuesWords.text(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new TextCell(words, numeric));
    column.setPrefWidth(Math.max(width, TextWidth.header(column.getText())));
    column.setSortable(false);
    column.setReorderable(false);
    if (numeric) {
      column.getStyleClass().add("numeric");
    }
    return column;
  }

  private static final class TextCell extends TableCell<QueueRules, QueueRules> {
    private final Function<QueueRules, String> words;

    TextCell(Function<QueueRules, String> words, boolean numeric) {
      this.words = words;
      getStyleClass().add(numeric ? "numeric" : "muted");
    }

    @Override
    protected void updateItem(@Nullable QueueRules rules, boolean empty) {
      super.updateItem(rules, empty);
      setText(empty || rules == null ? null : words.apply(rules));
    }
  }

  private static final class NameCell extends TableCell<QueueRules, QueueRules> {
    private final FontIcon icon = new FontIcon(MaterialDesignP.PLAYLIST_PLAY);

    NameCell() {
      getStyleClass().add("queue-name-cell");
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable QueueRules rules, boolean empty) {
      super.updateItem(rules, empty);
      if (empty || rules == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      icon.setIconCode(QueueIcons.of(rules));
      setGraphic(icon);
      setText(QueuesWords.name(rules.name()));
    }
  }
}
