package org.sluice.app.downloads;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;
import org.sluice.engine.queue.SpeedPlan;

/// The rules of a queue: how many at once, how fast, in which hours.
final class QueueDialog {
  private QueueDialog() {}

  static void open(DialogLayer layer, DownloadsViewModel model, QueueRules rules, boolean fresh) {
    TextField name = new TextField(fresh ? "" : QueueNames.shown(rules.name()));
    name.setId("queue-name");
    name.setDisable(!fresh);
    CheckBox running = new CheckBox(DownloadsWords.text("queue.running"));
    running.setSelected(rules.running());
    Spinner<Integer> atOnce = new Spinner<>(1, QueueRules.MOST_AT_ONCE, rules.concurrency());
    atOnce.setId("queue-at-once");
    atOnce.setEditable(true);
    Spinner<Integer> perHost =
        new Spinner<>(0, QueueRules.MOST_AT_ONCE, rules.connectionsPerHost());
    perHost.setEditable(true);
    TextField limit =
        new TextField(
            rules.speed().limitBytesPerSecond() == 0
                ? ""
                : Double.toString(rules.speed().limitBytesPerSecond() / 1e6));
    limit.setId("queue-limit");
    limit.setPromptText(DownloadsWords.text("queue.noLimit"));
    TextField hours = new TextField(rules.schedule().text());
    hours.setId("queue-hours");
    hours.setPromptText("Mon-Fri 22:00-06:00; Sat,Sun 00:00-24:00");
    Label complaint = new Label();
    complaint.getStyleClass().add("complaint");
    complaint.setWrapText(true);
    (fresh ? name : atOnce).getStyleClass().add("initial-focus");

    GridPane grid = new GridPane(12, 10);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(new ColumnConstraints(170), fields);
    grid.addRow(0, label("queue.name"), name);
    grid.addRow(1, label("queue.atOnceLabel"), atOnce);
    grid.addRow(2, label("queue.perHost"), perHost);
    grid.addRow(3, label("queue.limit"), limit);
    grid.addRow(4, label("queue.hours"), hours);
    grid.add(running, 1, 5);
    DialogBox box =
        new DialogBox(
            layer,
            fresh
                ? DownloadsWords.text("queue.new")
                : DownloadsWords.text("queue.edit", QueueNames.shown(rules.name())),
            new VBox(10, grid, complaint),
            560);
    box.cancel(DownloadsWords.text("dialog.cancel"));
    box.button(
        "queue-save",
        DownloadsWords.text("queue.save"),
        "accent",
        () -> {
          try {
            String limitText = limit.getText().strip();
            long bytes = limitText.isEmpty() ? 0 : LimitDialog.parse(limitText, "MB/s");
            QueueRules changed =
                (fresh ? QueueRules.named(name.getText().strip()) : rules)
                    .running(running.isSelected())
                    .concurrency(atOnce.getValue())
                    .connectionsPerHost(perHost.getValue())
                    .speed(new SpeedPlan(bytes, rules.speed().hours()))
                    .schedule(Schedule.parse(hours.getText()));
            model.wish(model.feed().putQueue(changed));
            box.close();
          } catch (NumberFormatException e) {
            complaint.setText(DownloadsWords.text("limit.bad"));
          } catch (IllegalArgumentException e) {
            complaint.setText(String.valueOf(e.getMessage()));
          }
        });
    box.open();
  }

  private static Label label(String key) {
    Label label = new Label(DownloadsWords.text(key));
    label.getStyleClass().add("muted");
    return label;
  }
}
