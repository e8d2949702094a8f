package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.fx.Theme;
import org.sluice.app.settings.Settings.WindowPlace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What stands around every perspective, by mouse and by keyboard.
@ExtendWith(ApplicationExtension.class)
class ShellWindowTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private OpenWindow open;

  @Start
  void start(Stage stage) throws IOException {
    open = new OpenWindow(stage, Files.createTempDirectory(folder, "w"), () -> {});
  }

  @AfterEach
  void end() {
    open.close();
  }

  @Test
  void whereTheWindowStandsIsWrittenDownWithoutClosingIt() {
    open.onFx(
        () -> {
          open.window.scene().getWindow().setX(37);
          return true;
        });
    open.until("its place in the file", () -> written().x() == 37);
  }

  @Test
  void whatIsSaidForAWhileStandsBelowTheToolbarAndInAColumn() {
    open.onFx(
        () -> {
          open.window.notice("The disk is full.");
          open.window.shell().toasts().say("One");
          open.window.shell().toasts().say("Two");
          return true;
        });
    open.until("both below it", () -> topOfToast(0) >= bottomOf(".toolbar"));
    open.until("one below the other", () -> topOfToast(1) > topOfToast(0) + 20);
  }

  private double topOfToast(int index) {
    Node toast = open.window.shell().toasts().getChildren().get(index);
    return toast.localToScene(toast.getLayoutBounds()).getMinY();
  }

  private double bottomOf(String selector) {
    Node node = robot.lookup(selector).query();
    return node.localToScene(node.getLayoutBounds()).getMaxY();
  }

  private WindowPlace written() {
    try {
      return open.file.load().settings().place() instanceof WindowPlace place
          ? place
          : OpenWindow.PLACE;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aCommandIsFoundByAFewLettersAndRunByTheKeyboard() {
    Node before = open.onFx(() -> open.window.scene().getFocusOwner());
    robot.push(KeyCode.CONTROL, KeyCode.K);
    assertThat(there("#palette-field")).isTrue();
    robot.write("li da");
    robot.push(KeyCode.ENTER);
    assertThat(there("#palette-field")).isFalse();
    assertThat(open.window.theme()).isEqualTo(Theme.DARK);
    assertThat(open.onFx(() -> open.window.scene().getFocusOwner())).isSameAs(before);
  }

  @Test
  void thePaletteOpensByItsButtonAndClosesByEscape() {
    robot.clickOn("#app-palette");
    robot.clickOn("#palette-field").write("zzz");
    assertThat(open.onFx(() -> robot.lookup("#palette-field").<TextField>query().getText()))
        .isEqualTo("zzz");
    robot.push(KeyCode.ESCAPE);
    assertThat(there("#palette-field")).isFalse();
  }

  @Test
  void whileADialogIsOpenNoOtherCommandActs() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.push(KeyCode.CONTROL, KeyCode.T);
    assertThat(open.window.theme()).isEqualTo(Theme.LIGHT);
    for (int i = 0; i < 8; i++) {
      robot.push(KeyCode.TAB);
      assertThat(open.onFx(() -> open.window.shell().dialogs().isFocusWithin())).isTrue();
    }
  }

  @Test
  void theListOfKeysIsMadeFromTheCommands() {
    robot.push(KeyCode.F1);
    assertThat(there("#shortcuts")).isTrue();
    assertThat(robot.lookup("Ctrl K").tryQuery()).isPresent();
    assertThat(robot.lookup("Freeze the display").tryQuery()).isPresent();
    robot.push(KeyCode.ESCAPE);
    assertThat(there("#shortcuts")).isFalse();
  }

  @Test
  void aQuestionMarkOpensItToo() {
    robot.interact(() -> robot.lookup("#app-theme").query().requestFocus());
    robot.interact(
        () ->
            javafx.event.Event.fireEvent(
                open.window.scene().getRoot(),
                new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_TYPED,
                    "?",
                    "",
                    KeyCode.UNDEFINED,
                    true,
                    false,
                    false,
                    false)));
    assertThat(there("#shortcuts")).isTrue();
  }

  @Test
  void f6GoesThroughThePanes() {
    robot.interact(() -> robot.lookup("#moment-live").query().requestFocus());
    Node first = open.onFx(() -> open.window.scene().getFocusOwner());
    int panes = 0;
    do {
      robot.push(KeyCode.F6);
      panes++;
    } while (panes < 10 && !open.onFx(() -> open.window.scene().getFocusOwner()).equals(first));
    assertThat(panes).isBetween(2, 6);
    robot.push(KeyCode.SHIFT, KeyCode.F6);
    assertThat(open.onFx(() -> open.window.scene().getFocusOwner())).isNotSameAs(first);
  }

  @Test
  void theMenuHasTheCommandsToo() {
    robot.clickOn("#menu");
    robot.clickOn("Keyboard shortcuts");
    assertThat(there("#shortcuts")).isTrue();
  }

  private boolean there(String id) {
    return open.onFx(() -> robot.lookup(id).tryQuery().isPresent());
  }
}
