package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.fx.Theme;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.Preferences;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The preferences, by mouse and by keyboard.
@ExtendWith(ApplicationExtension.class)
class PreferencesWindowTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private OpenWindow open;

  @Start
  void start(Stage stage) throws IOException {
    open = new OpenWindow(stage, Files.createTempDirectory(folder, "p"), () -> {});
  }

  @AfterEach
  void close() {
    open.close();
  }

  private Preferences kept() {
    try {
      return open.preferencesFile.load().preferences();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aNumberTakesEffectAndIsKeptAndOneThatMakesNoSenseIsRefused() {
    open.page("Connections");
    Spinner<?> spinner = robot.lookup("#setting-connections-downloads-at-once").query();
    open.retype(spinner.getEditor(), "7");
    robot.push(KeyCode.ENTER);
    open.until("to be kept", () -> kept().get(AllSettings.AT_ONCE) == 7);
    open.retype(spinner.getEditor(), "99999");
    robot.push(KeyCode.ENTER);
    open.until(
        "the complaint",
        () ->
            robot.lookup(".setting-more").queryAllAs(Label.class).stream()
                .anyMatch(l -> l.getText().equals("99999 is not from 0 to 1000. It is still 7.")));
    assertThat(kept().get(AllSettings.AT_ONCE)).isEqualTo(7);
    robot.clickOn(".setting-back");
    open.until("the default", () -> kept().get(AllSettings.AT_ONCE) == 5);
    assertThat(spinner.getValue()).isEqualTo(5);
  }

  @Test
  void aNewDownloadIsAsTheyAreSet() {
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.SEGMENTS, 3);
          open.workbench.preferences().set(AllSettings.SERVER_TIME, true);
          open.workbench.preferences().set(AllSettings.NAME_TAKEN, IfExists.REFUSE);
          open.workbench.preferences().set(AllSettings.PREALLOCATION, Preallocation.NONE);
          open.workbench.preferences().set(AllSettings.WEB_MARK, false);
          return open.start("http://127.0.0.1:1/x");
        });
    open.until("the request", () -> !open.engine.list().stored().join().isEmpty());
    DownloadRequest request = open.engine.list().stored().join().getFirst().request();
    assertThat(request.fetch().maxSegments()).isEqualTo(3);
    assertThat(request.file())
        .isEqualTo(
            FileWish.into(open.downloads)
                .serverTime(true)
                .ifExists(IfExists.REFUSE)
                .preallocation(Preallocation.NONE)
                .webMark(false));
  }

  @Test
  void theLookFollowsAtOnce() {
    open.page("Appearance");
    robot.clickOn("#setting-appearance-theme").clickOn("Dark");
    open.until("dark", () -> open.window.theme() == Theme.DARK);
    robot.clickOn("Strong");
    open.until(
        "other colours of poll states",
        () -> open.window.scene().getRoot().getStyleClass().contains("poll-strong"));
    Spinner<?> size = robot.lookup("#setting-appearance-text-size").query();
    open.retype(size.getEditor(), "150");
    robot.push(KeyCode.ENTER);
    open.until(
        "larger", () -> open.window.shell().getWidth() * 1.5 == open.window.scene().getWidth());
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#preferences").tryQuery()).isEmpty();
  }

  @Test
  void longWordsDoNotSqueezeWhatIsChosen() {
    open.page("Proxy");
    for (String name : List.of("mode", "address", "no-proxy")) {
      Region control = robot.lookup("#setting-proxy-" + name).query();
      open.until(
          name + " is as wide as it wants",
          () -> control.getWidth() > 0 && control.getWidth() >= control.prefWidth(-1) - 1);
    }
  }

  @Test
  void aSettingIsFoundByItsWords() {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    robot.write("trust author", 0);
    open.until(
        "one setting",
        () ->
            robot.lookup(".setting-title").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .equals(List.of("Authorities to trust")));
  }
}
