package org.sluice.app.queues;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.sluice.engine.queue.WeekPlan;
import org.sluice.engine.queue.WeekPlan.Hour;

/// A week with its brushes, its limit and the way back to the default.
///
/// **Threads**: JavaFX.
final class WeekPane extends VBox {
  private final Label title = new Label();
  private final Label note = new Label();
  private final WeekGrid grid;
  private final RateBox limit;
  private final Label complaint = new Label();
  private final Button back = new Button("", new FontIcon(MaterialDesignB.BACKUP_RESTORE));

  /// What the user wants of a week.
  ///
  /// @param paint hours are to be of a kind
  /// @param limit the speed of limited hours
  /// @param back as at first
  record Wishes(BiConsumer<Set<Integer>, Hour> paint, LongConsumer limit, Runnable back) {}

  /// @param words the beginning of the keys under which its hours have their names
  /// @param initial what its default is, in words
  WeekPane(List<Hour> kinds, Hour first, String words, String initial, Wishes wishes) {
    getStyleClass().add("week-pane");
    grid = new WeekGrid(kinds, words, wishes.paint);
    limit = new RateBox("week-limit", false, wishes.limit, this::complain);
    limit.setAccessibleText(QueuesWords.text("week.limit"));
    title.getStyleClass().add("group-title");
    String tip = QueuesWords.text("week.back", initial);
    back.setId("week-back");
    back.getStyleClass().addAll("flat", "button-icon", "setting-back");
    back.setTooltip(new Tooltip(tip));
    back.setAccessibleText(tip);
    back.setOnAction(_ -> wishes.back.run());
    HBox head = new HBox(6, title, back);
    head.setAlignment(Pos.CENTER_LEFT);
    Label hint = muted(QueuesWords.text("week.hint"));
    Label limited = muted(QueuesWords.text("week.limit"));
    limited.setLabelFor(limit);
    limited.setMinWidth(USE_PREF_SIZE);
    limit.setMinWidth(USE_PREF_SIZE);
    Brushes brushes = new Brushes(kinds, first, words, grid::brush);
    HBox ofLimit = new HBox(12, limited, limit);
    ofLimit.setAlignment(Pos.CENTER_LEFT);
    FlowPane tools = new FlowPane(12, 6, brushes, hint, ofLimit); // large text takes two lines
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("week-tools");
    complaint.getStyleClass().add("complaint");
    complaint.setWrapText(true);
    note.getStyleClass().add("setting-more");
    note.setWrapText(true);
    getChildren().addAll(head, tools, complaint, grid, note);
    complain("");
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("setting-more");
    return label;
  }

  private void complain(String words) {
    complaint.setText(words);
    complaint.setVisible(!words.isEmpty());
    complaint.setManaged(!words.isEmpty());
  }

  /// @param words what it is the week of
  /// @param now what holds at this moment
  void show(String words, WeekPlan week, boolean isInitial, String now) {
    title.setText(words);
    grid.show(week);
    limit.show(
        week.limitBytesPerSecond() == 0
            ? QueuesViewModel.FIRST_LIMIT_BYTES_PER_SECOND
            : week.limitBytesPerSecond());
    limit.setDisable(!week.hours().contains(Hour.LIMITED));
    back.setVisible(!isInitial);
    note.setText(week.exact() ? now : QueuesWords.text("week.inexact"));
  }
}
