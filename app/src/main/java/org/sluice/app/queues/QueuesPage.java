package org.sluice.app.queues;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;
import org.sluice.engine.queue.SpeedPlan;
import org.sluice.engine.queue.WeekPlan;
import org.sluice.engine.queue.WeekPlan.Hour;

/// The page of the preferences for queues: their list, the week of the chosen one, and what comes
/// after its last download.
///
/// **Threads**: JavaFX.
public final class QueuesPage extends VBox {
  private final QueuesViewModel model;
  private final DialogLayer dialogs;
  private final Clock clock;
  private final QueueTable table;
  private final WeekPane week;
  private final AfterPane after;
  private final Button delete = button("queue-delete", "delete");
  private final Button up = arrow("queue-up", "up", MaterialDesignA.ARROW_UP);
  private final Button down = arrow("queue-down", "down", MaterialDesignA.ARROW_DOWN);
  private Subscription following = Subscription.EMPTY;
  private String chosen = DownloadRequest.MAIN_QUEUE;

  /// @param waiting how many downloads of a queue wait for their turn
  /// @param changed fires when that may be another number
  public QueuesPage(
      QueuesViewModel model,
      ToIntFunction<String> waiting,
      ObservableValue<?> changed,
      DialogLayer dialogs,
      Clock clock) {
    this.model = model;
    this.dialogs = dialogs;
    this.clock = clock;
    getStyleClass().add("queues-page");
    getStylesheets()
        .add(Objects.requireNonNull(QueuesPage.class.getResource("queues.css")).toExternalForm());
    table = new QueueTable(waiting, this::choose, this::edit);
    week =
        new WeekPane(
            List.of(Hour.STOPPED, Hour.LIMITED, Hour.FULL),
            Hour.LIMITED,
            "",
            QueuesWords.text("week.initial"),
            new WeekPane.Wishes(
                (hours, hour) -> model.paint(chosen, hours, hour),
                rate -> model.limit(chosen, rate),
                () -> model.resetWeek(chosen)));
    after = new AfterPane(action -> model.whenEmpty(chosen, action), this::program);
    Label title = new Label(QueuesWords.text("queues"));
    title.getStyleClass().add("group-title");
    getChildren().addAll(title, table, buttons(), week, after);
    sceneProperty()
        .subscribe(
            scene -> {
              following.unsubscribe();
              following =
                  scene == null
                      ? Subscription.EMPTY
                      : Subscription.combine(
                          model.queuesProperty().subscribe(_ -> show()),
                          changed.subscribe(_ -> table.refresh()));
            });
  }

  private HBox buttons() {
    Button fresh = button("queue-new", "new");
    fresh.setGraphic(new FontIcon(MaterialDesignP.PLUS));
    fresh.setOnAction(_ -> QueueEditor.openNew(dialogs, model, this::choose));
    Button edit = button("queue-edit", "edit");
    edit.setOnAction(_ -> edit());
    delete.setOnAction(_ -> askDelete());
    up.setOnAction(_ -> model.move(chosen, -1));
    down.setOnAction(_ -> model.move(chosen, 1));
    HBox buttons = new HBox(6, fresh, edit, delete, up, down);
    buttons.getStyleClass().add("queue-buttons");
    return buttons;
  }

  private static Button button(String id, String key) {
    Button button = new Button(QueuesWords.text(key));
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static Button arrow(String id, String key, Ikon icon) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("small", "button-icon");
    button.setAccessibleText(QueuesWords.text(key));
    button.setTooltip(new Tooltip(QueuesWords.text(key)));
    return button;
  }

  private void choose(String name) {
    chosen = name;
    show();
  }

  private void show() {
    List<QueueRules> queues = model.queuesProperty().get();
    if (queues.isEmpty()) {
      return; // the engine has not answered yet
    }
    QueueRules rules = model.find(chosen).orElse(queues.getFirst());
    chosen = rules.name();
    table.show(queues, rules);
    WeekPlan plan = WeekPlan.of(rules.schedule(), rules.speed());
    boolean initial =
        rules.schedule().equals(Schedule.ALWAYS) && rules.speed().equals(SpeedPlan.NONE);
    week.show(
        QueuesWords.text("week.title", QueuesWords.name(chosen)),
        plan,
        initial,
        NowWords.of(rules, ZonedDateTime.now(clock)));
    after.show(rules.afterFinish());
    delete.setDisable(!model.canRemove(chosen));
    up.setDisable(queues.getFirst().equals(rules));
    down.setDisable(queues.getLast().equals(rules));
  }

  private void program(String arguments) {
    model.program(chosen, arguments);
  }

  private void edit() {
    model.find(chosen).ifPresent(rules -> QueueEditor.open(dialogs, model, rules, this::choose));
  }

  private void askDelete() {
    String name = chosen;
    DialogBox.ask(
        dialogs,
        QueuesWords.text("delete.title"),
        QueuesWords.text("delete.words", QueuesWords.name(name)),
        QueuesWords.text("cancel"),
        QueuesWords.text("delete"),
        () -> model.remove(name));
  }
}
