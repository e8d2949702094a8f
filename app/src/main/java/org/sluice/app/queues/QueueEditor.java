package org.sluice.app.queues;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sluice.app.said.Said;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;
import org.sluice.engine.queue.SpeedPlan;
import org.sluice.engine.queue.WeekPlan;

/// The rules of one queue: its name, how many at once, how fast, and hours to the minute.
///
/// **Threads**: JavaFX.
public final class QueueEditor {
  private static final double WIDTH = 560;

  private final QueuesViewModel model;
  private final QueueRules rules;
  private final boolean fresh;
  private final TextField name = new TextField();
  private final CheckBox running = new CheckBox(QueuesWords.text("editor.running"));
  private final Spinner<Integer> atOnce;
  private final Spinner<Integer> perHost;
  private final TextField limit = new TextField();
  private final TextField hours = new TextField();
  private final Label complaint = new Label();

  private QueueEditor(QueuesViewModel model, QueueRules rules, boolean fresh) {
    this.model = model;
    this.rules = rules;
    this.fresh = fresh;
    atOnce = spinner("queue-at-once", 1, rules.concurrency());
    perHost = spinner("queue-per-host", 0, rules.connectionsPerHost());
    name.setId("queue-name");
    name.setText(fresh ? "" : QueuesWords.name(rules.name()));
    name.setDisable(rules.name().equals(DownloadRequest.MAIN_QUEUE));
    running.setSelected(rules.running());
    limit.setId("queue-limit");
    limit.setText(QueuesWords.limit(week()));
    hours.setId("queue-hours");
    hours.setText(rules.schedule().text());
    hours.setPromptText("Mon-Fri 22:00-06:00; Sat,Sun 00:00-24:00");
    complaint.getStyleClass().add("complaint");
    complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
    complaint.setWrapText(true);
    (name.isDisabled() ? atOnce : name).getStyleClass().add("initial-focus");
  }

  private static Spinner<Integer> spinner(String id, int least, int value) {
    Spinner<Integer> spinner = new Spinner<>(least, QueueRules.MOST_AT_ONCE, value);
    spinner.setId(id);
    spinner.setEditable(true);
    return spinner;
  }

  private WeekPlan week() {
    return WeekPlan.of(rules.schedule(), rules.speed());
  }

  /// Asks for the rules of a new queue.
  ///
  /// @param then is told its name
  public static void openNew(DialogLayer layer, QueuesViewModel model, Consumer<String> then) {
    new QueueEditor(model, QueueRules.named("new"), true).open(layer, then);
  }

  /// Lets the rules of a queue be changed.
  ///
  /// @param then is told its name, which may be another one
  public static void open(
      DialogLayer layer, QueuesViewModel model, QueueRules rules, Consumer<String> then) {
    new QueueEditor(model, rules, false).open(layer, then);
  }

  private void open(DialogLayer layer, Consumer<String> then) {
    GridPane grid = new GridPane(12, 16); // arrows of two numbers reach 8 px towards each other
    ColumnConstraints words = new ColumnConstraints(190);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, fields);
    grid.addRow(0, label("editor.name", name), name);
    grid.addRow(1, label("editor.at-once", atOnce), atOnce);
    grid.addRow(2, label("editor.per-host", perHost), perHost);
    grid.addRow(3, label("editor.limit", limit), limit);
    grid.addRow(4, label("editor.hours", hours), hours);
    grid.add(running, 1, 5);
    DialogBox box =
        new DialogBox(
            layer,
            fresh
                ? QueuesWords.text("editor.new")
                : QueuesWords.text("editor.title", QueuesWords.name(rules.name())),
            new VBox(10, grid, complaint),
            WIDTH);
    box.cancel(QueuesWords.text("cancel"));
    Button save =
        box.button(
            "queue-save",
            QueuesWords.text("editor.save"),
            "accent",
            () -> {
              try {
                QueueRules wanted = wanted();
                if (fresh) {
                  model.checkFree(wanted.name());
                  model.put(wanted);
                } else {
                  model.replace(rules.name(), wanted);
                }
                box.close();
                then.accept(wanted.name());
              } catch (IllegalArgumentException e) {
                complaint.setText(Said.of(e));
              }
            });
    save.disableProperty().bind(name.textProperty().map(String::isBlank));
    box.open();
  }

  private static Label label(String key, Node field) {
    Label label = new Label(QueuesWords.text(key));
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    label.setLabelFor(field);
    field.setAccessibleText(QueuesWords.text(key));
    return label;
  }

  /// @throws IllegalArgumentException with a sentence for a person
  private QueueRules wanted() {
    String typed = name.getText().strip();
    return rules
        .name(name.isDisabled() ? rules.name() : typed)
        .running(running.isSelected())
        .concurrency(number(atOnce, 1))
        .connectionsPerHost(number(perHost, 0))
        .speed(speed(Rates.parse(limit.getText())))
        .schedule(Schedule.parse(hours.getText()));
  }

  private static int number(Spinner<Integer> spinner, int least) {
    String typed = spinner.getEditor().getText().strip();
    try {
      int number = Integer.parseInt(typed);
      if (number >= least && number <= QueueRules.MOST_AT_ONCE) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as for a number that is too large
    }
    throw new IllegalArgumentException(
        QueuesWords.text("editor.number", typed, least, QueueRules.MOST_AT_ONCE));
  }

  /// As it is unless another one was typed: limited hours get it, else it holds at all times.
  private SpeedPlan speed(long bytesPerSecond) {
    WeekPlan week = week();
    if (limit.getText().strip().equals(QueuesWords.limit(week))) {
      return rules.speed();
    }
    return QueuesViewModel.withLimit(rules.speed(), week, bytesPerSecond);
  }
}
