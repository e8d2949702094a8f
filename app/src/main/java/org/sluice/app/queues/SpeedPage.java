package org.sluice.app.queues;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.sluice.engine.download.SpeedNow;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.WeekPlan;
import org.sluice.engine.queue.WeekPlan.Hour;

/// The page of the preferences for speed: the limit of all downloads, its hours, and that of each
/// queue.
///
/// **Threads**: JavaFX.
public final class SpeedPage extends VBox {
  private final SpeedViewModel model;
  private final QueuesViewModel queues;
  private final Clock clock;
  private final WeekPane week;
  private final Label complaint = new Label();
  private final RateBox all;
  private final Button back = new Button("", new FontIcon(MaterialDesignB.BACKUP_RESTORE));
  private final VBox ofQueues = new VBox();
  private List<String> shownQueues = List.of();
  private Subscription following = Subscription.EMPTY;

  public SpeedPage(SpeedViewModel model, QueuesViewModel queues, Clock clock) {
    this.model = model;
    this.queues = queues;
    this.clock = clock;
    getStyleClass().add("queues-page");
    getStylesheets()
        .add(Objects.requireNonNull(SpeedPage.class.getResource("queues.css")).toExternalForm());
    all = new RateBox("speed-all", true, model::base, this::complain);
    String tip = QueuesWords.text("speed.back");
    back.setId("speed-back");
    back.getStyleClass().addAll("flat", "button-icon", "setting-back");
    back.setTooltip(new Tooltip(tip));
    back.setAccessibleText(tip);
    back.setOnAction(_ -> model.base(0));
    complaint.getStyleClass().add("complaint");
    complaint.setWrapText(true);
    week =
        new WeekPane(
            List.of(Hour.FULL, Hour.LIMITED),
            Hour.LIMITED,
            "speed.",
            QueuesWords.text("speed.week.initial"),
            new WeekPane.Wishes(model::paint, model::limit, model::resetWeek));
    Label ofEach = title("speed.queues");
    ofEach.getStyleClass().add("group-below"); // else it stands close to the words of the week
    getChildren()
        .addAll(
            title("speed.all.title"),
            row(QueuesWords.text("speed.all"), QueuesWords.text("speed.all.more"), back, all),
            complaint,
            week,
            ofEach,
            ofQueues);
    complain("");
    sceneProperty()
        .subscribe(
            scene -> {
              following.unsubscribe();
              following =
                  scene == null
                      ? Subscription.EMPTY
                      : Subscription.combine(
                          model.nowProperty().subscribe(this::show),
                          queues.queuesProperty().subscribe(this::showQueues));
            });
  }

  private static Label title(String key) {
    Label title = new Label(QueuesWords.text(key));
    title.getStyleClass().add("group-title");
    return title;
  }

  private static HBox row(String title, String more, Node... controls) {
    Label words = new Label(title);
    words.getStyleClass().add("setting-title");
    words.setLabelFor(controls[controls.length - 1]);
    controls[controls.length - 1].setAccessibleText(title);
    Label sentence = new Label(more);
    sentence.getStyleClass().add("setting-more");
    sentence.setWrapText(true);
    VBox both = new VBox(words, sentence);
    both.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(both, Priority.ALWAYS);
    HBox row = new HBox(both);
    row.getChildren().addAll(controls);
    row.getStyleClass().add("setting-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void complain(String words) {
    complaint.setText(words);
    complaint.setVisible(!words.isEmpty());
    complaint.setManaged(!words.isEmpty());
  }

  private void show(SpeedNow now) {
    all.show(now.plan().limitBytesPerSecond());
    back.setVisible(now.plan().limitBytesPerSecond() > 0);
    week.show(
        QueuesWords.text("speed.week"),
        model.week(),
        now.plan().hours().isEmpty(),
        NowWords.of(now, ZonedDateTime.now(clock)));
  }

  /// A line for each queue; the lines are made anew only when there are other queues.
  private void showQueues(List<QueueRules> now) {
    List<String> names = now.stream().map(QueueRules::name).toList();
    if (!names.equals(shownQueues)) {
      shownQueues = names;
      ofQueues.getChildren().setAll(names.stream().map(this::queueRow).toList());
    }
    for (QueueRules rules : now) {
      if (ofQueues.lookup("#speed-queue-" + names.indexOf(rules.name())) instanceof RateBox box) {
        WeekPlan plan = WeekPlan.of(rules.schedule(), rules.speed());
        box.show(plan.hours().contains(Hour.LIMITED) ? plan.limitBytesPerSecond() : 0);
      }
    }
  }

  private HBox queueRow(String name) {
    RateBox box =
        new RateBox(
            "speed-queue-" + shownQueues.indexOf(name),
            true,
            rate -> queues.limitAll(name, rate),
            this::complain);
    return row(QueuesWords.name(name), QueuesWords.text("speed.queue.more"), box);
  }
}
