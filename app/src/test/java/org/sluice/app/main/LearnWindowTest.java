package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.downloads.DownloadsPerspective;
import org.sluice.app.learn.LearnPerspective;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The Learn perspective in the real window, by mouse and by keyboard.
@ExtendWith(ApplicationExtension.class)
class LearnWindowTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private final Set<String> loopsBefore = loops();
  private OpenWindow open;

  @Start
  void start(Stage stage) throws IOException {
    open =
        new OpenWindow(
            stage, Files.createTempDirectory(folder, "w"), () -> {}, DownloadsPerspective.ID);
  }

  @AfterEach
  void end() {
    open.close();
    open.until("the threads of the loops", () -> loops().equals(loopsBefore));
  }

  @Test
  void aWholeDownloadByTheKeyboard() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    assertThat(open.onFx(() -> open.window.shell().current().id())).isEqualTo(LearnPerspective.ID);
    widen(1300);
    assertThat(current()).as("nothing has been started").isZero();
    assertThat(open.text("#said-empty")).contains("Press Step (Space)");
    robot.push(KeyCode.SPACE);
    open.until("step 1", () -> current() == 1);
    assertThat(spoken(1)).isEqualTo("step 1, make the multi handle, current");
    Set<Integer> lit = new HashSet<>();
    lit.add(1);
    List<Integer> inOrder = new ArrayList<>();
    Set<String> said = new HashSet<>();
    String ended = "ended";
    while (!open.text("#loop-note").contains(ended)) {
      int number = current();
      inOrder.add(number);
      lit.add(number);
      said.addAll(said());
      robot.push(said.size() % 2 == 0 ? KeyCode.SPACE : KeyCode.RIGHT);
      open.until(
          "after step " + number,
          () -> current() != number || open.text("#loop-note").contains(ended));
    }
    lit.add(current());
    assertThat(lit).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(inOrder.subList(0, 6)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(said)
        .contains(
            "Application to Multi handle: socketAll()",
            "Multi handle to Application: callback(1, OUT)",
            "Sockets to Application: 1 is writable",
            "Application to Multi handle: socketAction(1, OUT)");
    assertThat(said().getLast()).endsWith("infoRead() \u2192 E1 OK");
    assertThat(open.text("#value-running")).isEqualTo("0");
    assertThat(open.text("#value-body")).isEqualTo("4 B");
    assertThat(open.text("#value-done")).isEqualTo("E1 OK");
    int rows = rows();
    robot.push(KeyCode.LEFT);
    open.until("looking back", () -> open.text("#loop-note").contains("looking back"));
    assertThat(current()).isNotEqualTo(9);
    robot.push(KeyCode.RIGHT);
    open.until("the end again", () -> current() == 9);
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void stepRunPauseAndRestartByTheMouse() {
    robot.clickOn("#perspective-learn");
    widen(1300);
    assertThat(disabled("#learn-back")).isTrue();
    assertThat(disabled("#learn-pause")).isTrue();
    robot.clickOn("#learn-step");
    open.until("step 1", () -> current() == 1);
    robot.clickOn("#learn-step");
    open.until("step 2", () -> current() == 2);
    robot.clickOn("#learn-back");
    open.until("step 1", () -> current() == 1);
    robot.clickOn("#pace-faster");
    robot.clickOn("#learn-run");
    open.until("it runs", () -> !disabled("#learn-pause"));
    assertThat(current()).as("a run goes on where the engine is").isNotEqualTo(1);
    open.until("a turn", () -> open.text("#loop-note").contains("turn 1"));
    robot.clickOn("#learn-pause");
    open.until("paused", () -> disabled("#learn-pause"));
    robot.clickOn("#learn-restart");
    open.until("step 1", () -> current() == 1 && rows() == 1);
    robot.clickOn("#learn-case").clickOn("A slow server");
    open.until("another engine", () -> current() == 1);
    robot.clickOn("#pace-full");
    robot.clickOn("#learn-run");
    open.until("the end", () -> open.text("#loop-note").contains("ended"));
    assertThat(open.text("#value-body")).isEqualTo("65\u2009536 B");
    assertThat(open.onFx(() -> open.window.shell().commands().get("learn.step").isEnabled()))
        .isFalse();
  }

  @Test
  void slowMotionGoesOnByItself() {
    open.onFx(
        () -> {
          open.window.shell().show(LearnPerspective.ID);
          return true;
        });
    robot.clickOn("#learn-run");
    open.until("step 1", () -> current() == 1);
    open.until("step 2", () -> current() == 2);
    open.until("step 3", () -> current() == 3);
    assertThat(said()).hasSize(3);
  }

  @Test
  void whoLeavesPausesTheLessonAndFindsItAgain() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    robot.clickOn("#pace-faster").clickOn("#learn-run");
    open.until("it runs", () -> !disabled("#learn-pause") && current() >= 2);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    open.until("paused", () -> disabled("#learn-pause"));
    int number = current();
    assertThat(number).isPositive();
    robot.clickOn("#learn-step");
    open.until("it goes on", () -> current() != number);
  }

  @Test
  void aNodeShowsItsCodeAndTheLineIsMarked() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    widen(1300);
    robot.clickOn("#learn-step");
    open.until("step 1", () -> current() == 1);
    assertThat(marked()).containsExactly("line 12, current: multi = curl multi init();");
    robot.clickOn("#code-java");
    open.until(
        "the line of the engine",
        () -> marked().stream().anyMatch(line -> line.contains("Multi made = Multi.init(")));
    robot.clickOn("#step-8");
    open.until(
        "its method",
        () ->
            String.valueOf(open.onFx(() -> code().getSelectionModel().getSelectedItem()))
                .contains("step8TellAction"));
    robot.clickOn("#step-9");
    robot.push(KeyCode.ENTER);
    open.until(
        "the last method",
        () ->
            String.valueOf(open.onFx(() -> code().getSelectionModel().getSelectedItem()))
                .contains("step9GoBack"));
  }

  @Test
  void inANarrowWindowTextAndCodeShareAPlace() {
    widen(1100);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    open.until("tabs", () -> robot.lookup("#tab-code").tryQuery().isPresent());
    assertThat(there("#lesson")).isTrue();
    assertThat(there("#code")).isFalse();
    robot.clickOn("#tab-code");
    assertThat(there("#code")).isTrue();
    assertThat(there("#values")).isTrue();
    assertThat(there("#lesson")).isFalse();
    robot.clickOn("#tab-text");
    assertThat(there("#lesson")).isTrue();
    widen(1300);
    open.until("both", () -> there("#lesson") && there("#code") && !there("#tab-code"));
    assertThat(robot.lookup("#code-c").<ToggleButton>query().isSelected()).isTrue();
  }

  @Test
  void f6GoesThroughItsPanesInTheOrderOfReading() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    widen(1300);
    robot.clickOn("#learn-step");
    open.until("step 1", () -> current() == 1);
    open.onFx(
        () -> {
          robot.lookup("#lesson-1").query().requestFocus();
          return true;
        });
    List<String> panes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      robot.push(KeyCode.F6);
      panes.add(String.valueOf(open.onFx(() -> open.window.scene().getFocusOwner().getId())));
    }
    assertThat(panes)
        .containsExactly("lesson-scroll", "step-1", "said", "code", "values", "learn-restart");
  }

  // ---- what is seen --------------------------------------------------------------------------

  /// The number of the step that is lit; 0 for none.
  private int current() {
    return open.onFx(
        () -> {
          for (int i = 1; i <= 9; i++) {
            if (spoken(i).endsWith("current")) {
              return i;
            }
          }
          return 0;
        });
  }

  private String spoken(int step) {
    return open.onFx(() -> robot.lookup("#step-" + step).query().getAccessibleText());
  }

  private int rows() {
    return open.onFx(() -> robot.lookup("#said").<ListView<?>>query().getItems().size());
  }

  /// What the rows that are in view say.
  private List<String> said() {
    return open.onFx(
        () ->
            robot.lookup(".said-cell").queryAll().stream()
                .filter(cell -> cell.isVisible() && cell.getAccessibleText() != null)
                .sorted(
                    java.util.Comparator.comparingDouble(cell -> cell.localToScene(0, 0).getY()))
                .map(Node::getAccessibleText)
                .toList());
  }

  private List<String> marked() {
    return open.onFx(
        () ->
            robot.lookup(".code-cell").queryAll().stream()
                .map(Node::getAccessibleText)
                .filter(text -> text != null && text.contains("current"))
                .toList());
  }

  private ListView<?> code() {
    return robot.lookup("#code").query();
  }

  private boolean there(String id) {
    return open.onFx(() -> robot.lookup(id).tryQuery().isPresent());
  }

  private boolean disabled(String id) {
    return open.onFx(() -> robot.lookup(id).query().isDisabled());
  }

  private void widen(int width) {
    open.onFx(
        () -> {
          open.window.scene().getWindow().setWidth(width);
          return true;
        });
    open.until("as wide", () -> open.window.scene().getWidth() > width - 40);
  }

  private static Set<String> loops() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("sluice-loop"))
        .collect(Collectors.toSet());
  }
}
