package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.download.SpeedNow;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;
import org.sluice.engine.queue.SpeedPlan;
import org.sluice.engine.queue.SystemAction;
import org.sluice.engine.queue.WeekPlan;
import org.sluice.engine.queue.WeekPlan.Hour;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The pages of queues and speed in the real window on the real engine, by mouse and by keyboard.
@ExtendWith(ApplicationExtension.class)
class QueuesWindowTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private OpenWindow open;

  @Start
  void start(Stage stage) throws IOException {
    open = new OpenWindow(stage, Files.createTempDirectory(folder, "q"), () -> {}, "downloads");
  }

  @AfterEach
  void close() {
    open.close();
  }

  private QueueRules rules(String name) {
    return open.engine.list().queues().join().stream()
        .filter(rules -> rules.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no queue " + name));
  }

  private List<String> names() {
    return open.engine.list().queues().join().stream().map(QueueRules::name).toList();
  }

  private WeekPlan week(String name) {
    return WeekPlan.of(rules(name).schedule(), rules(name).speed());
  }

  private Node hour(DayOfWeek day, int hour) {
    return robot.lookup("#hour-" + WeekPlan.index(day, hour)).query();
  }

  private void untilQueuesShown() {
    open.until(
        "the queues", () -> !robot.lookup("#queues").queryAs(TableView.class).getItems().isEmpty());
  }

  @Test
  void aBlockOfHoursIsPaintedByTheMouse() {
    open.page("Queues & schedule");
    untilQueuesShown();
    robot.clickOn("#brush-stopped");
    robot.drag(hour(DayOfWeek.MONDAY, 9)).dropTo(hour(DayOfWeek.WEDNESDAY, 11));
    open.until(
        "nine stopped hours", () -> Collections.frequency(week("main").hours(), Hour.STOPPED) == 9);
    assertThat(rules("main").schedule().isAlways()).isFalse();
    robot.clickOn("#brush-limited").clickOn(hour(DayOfWeek.SUNDAY, 14));
    open.until(
        "a limited hour",
        () -> week("main").hours().get(WeekPlan.index(DayOfWeek.SUNDAY, 14)) == Hour.LIMITED);
    assertThat(open.onFx(() -> hour(DayOfWeek.SUNDAY, 14).getAccessibleText()))
        .isEqualTo("Sunday 14 to 15, limited");
    robot.clickOn("#week-back");
    open.until("the default", () -> rules("main").schedule().equals(Schedule.ALWAYS));
    assertThat(rules("main").speed()).isEqualTo(SpeedPlan.NONE);
  }

  @Test
  void hoursAreCycledAndBlocksExtendedByKeys() {
    open.page("Queues & schedule");
    untilQueuesShown();
    open.onFx(
        () -> {
          hour(DayOfWeek.MONDAY, 0).requestFocus();
          return true;
        });
    robot.push(KeyCode.RIGHT).push(KeyCode.DOWN);
    robot.push(KeyCode.SPACE);
    int begun = WeekPlan.index(DayOfWeek.TUESDAY, 1);
    open.until("stopped", () -> week("main").hours().get(begun) == Hour.STOPPED);
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT).push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.push(KeyCode.SPACE);
    open.until(
        "the block stopped, as its moving corner was at full speed",
        () -> Collections.frequency(week("main").hours(), Hour.STOPPED) == 4);
    robot.push(KeyCode.SPACE);
    open.until(
        "the block limited", () -> Collections.frequency(week("main").hours(), Hour.LIMITED) == 4);
    robot.push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.SPACE);
    open.until(
        "the whole week as the next of its corner",
        () -> Collections.frequency(week("main").hours(), Hour.STOPPED) == WeekPlan.HOURS);
    assertThat(rules("main").schedule()).isEqualTo(Schedule.NEVER);
  }

  @Test
  void theLimitOfLimitedHoursIsTypedAndRubbishIsRefused() {
    open.page("Queues & schedule");
    untilQueuesShown();
    robot.clickOn("#brush-limited").clickOn(hour(DayOfWeek.MONDAY, 0));
    ComboBox<?> box = robot.lookup("#week-limit").queryAs(ComboBox.class);
    open.until("a limit to set", () -> !box.isDisabled());
    open.retype(box.getEditor(), "750k");
    robot.push(KeyCode.ENTER);
    open.until("the limit", () -> week("main").limitBytesPerSecond() == 750_000);
    open.retype(box.getEditor(), "fast");
    robot.push(KeyCode.ENTER);
    open.until(
        "the complaint",
        () ->
            robot.lookup(".complaint").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains("“fast” is no speed")));
    assertThat(week("main").limitBytesPerSecond()).isEqualTo(750_000);
  }

  @Test
  void aQueueIsMadeRenamedMovedAndDeleted() {
    open.page("Queues & schedule");
    untilQueuesShown();
    robot.clickOn("#queue-new");
    assertThat(robot.lookup("#queue-save").query().isDisabled()).as("without a name").isTrue();
    robot.write("Night", 0).clickOn("#queue-save");
    open.until("the queue", () -> names().equals(List.of("main", "Night")));
    robot.clickOn("#queue-edit");
    open.retype(robot.lookup("#queue-name").queryTextInputControl(), "Dark");
    open.retype(robot.lookup("#queue-hours").queryTextInputControl(), "22:00-06:00");
    robot.clickOn("#queue-save");
    open.until("its new name", () -> names().equals(List.of("main", "Dark")));
    open.until("its hours", () -> rules("Dark").schedule().text().equals("Mon-Sun 22:00-06:00"));
    robot.clickOn("#queue-up");
    open.until("its place", () -> names().equals(List.of("Dark", "main")));
    robot.clickOn("#queue-delete");
    open.until("where Enter leads", () -> open.visible(".focus-ring"));
    robot.push(KeyCode.ENTER); // whoever has not read loses nothing
    open.until("no question", () -> robot.lookup("#dialog-yes").tryQuery().isEmpty());
    assertThat(names()).containsExactly("Dark", "main");
    robot.clickOn("#queue-delete").clickOn("#dialog-yes");
    open.until("to be gone", () -> names().equals(List.of("main")));
  }

  @Test
  void whatComesAfterTheLastDownloadIsKept() {
    open.page("Queues & schedule");
    untilQueuesShown();
    open.onFx(
        () -> {
          robot.lookup("#queue-program").query().requestFocus();
          return true;
        });
    robot.write("notify-send {name}", 0).push(KeyCode.ENTER);
    open.until(
        "the program",
        () -> rules("main").afterFinish().command().equals(List.of("notify-send", "{name}")));
    TextInputControl field = robot.lookup("#queue-program").queryTextInputControl();
    robot.interact(() -> field.setText("sh -c {file}"));
    robot.push(KeyCode.ENTER);
    open.until(
        "the refusal",
        () ->
            robot.lookup(".setting-more").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().endsWith("It is as it was.")));
    assertThat(rules("main").afterFinish().command()).hasSize(2);
    robot.interact(
        () ->
            robot
                .lookup("#queue-when-empty")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(SystemAction.LOCK.ordinal()));
    open.until("the action", () -> rules("main").afterFinish().whenEmpty() == SystemAction.LOCK);
  }

  private SpeedNow speed() {
    return open.engine.list().speed().join();
  }

  @Test
  void theLimitOfAllHoldsAtOnceAndTheToolbarSaysUntilWhen() {
    open.page("Speed");
    ComboBox<?> box = robot.lookup("#speed-all").queryAs(ComboBox.class);
    open.until("the limit that holds", () -> "no limit".equals(box.getEditor().getText()));
    open.retype(box.getEditor(), "3 MB/s");
    robot.push(KeyCode.ENTER);
    open.until("the engine", () -> speed().limitBytesPerSecond() == 3_000_000);
    MenuButton menu = robot.lookup("#limit").queryAs(MenuButton.class);
    open.until("the toolbar", () -> menu.getText().equals("Limit 3 MB/s"));
    open.onFx(
        () -> {
          hour(DayOfWeek.MONDAY, 0).requestFocus();
          return true;
        });
    robot.push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.SPACE);
    open.until("limited at all hours", () -> speed().limitBytesPerSecond() == 1_000_000);
    robot.push(KeyCode.RIGHT).push(KeyCode.SHORTCUT, KeyCode.A);
    int now = WeekPlan.index(java.time.LocalDate.now().getDayOfWeek(), 0);
    robot.clickOn("#brush-full");
    robot.drag(hour(DayOfWeek.of(now / 24 + 1), 0)).dropTo(hour(DayOfWeek.of(now / 24 + 1), 23));
    open.until("as above today", () -> speed().limitBytesPerSecond() == 3_000_000);
    open.until("the toolbar", () -> menu.getText().startsWith("Limit 3 MB/s until "));
    robot.clickOn("#speed-back");
    open.until("no limit today", () -> speed().limitBytesPerSecond() == 0);
    assertThat(speed().plan().hours()).as("the hours stay").isNotEmpty();
  }

  @Test
  void theMenuOfTheLimitLeadsToItsHours() {
    robot.clickOn("#limit").clickOn("Hours of the speed limit…");
    open.until("the page", () -> robot.lookup("#speed-all").tryQuery().isPresent());
  }
}
