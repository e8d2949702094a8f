package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.desktop.Activity;
import org.sluice.app.desktop.ClosingDialog;
import org.sluice.app.downloads.DownloadsPerspective;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.WhenClosed;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.queue.AfterFinish;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.SystemAction;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The window as a part of the desktop: closing it, its title, what comes after the last download.
@ExtendWith(ApplicationExtension.class)
class DesktopWindowTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private final StringBuilder announced = new StringBuilder();
  private Stage stage;
  private LabServer lab;
  private OpenWindow open;
  private DesktopWindow desktop;

  @Start
  void start(Stage given) throws IOException {
    stage = given;
    lab = LabServer.start();
    open =
        new OpenWindow(
            stage, Files.createTempDirectory(folder, "d"), () -> {}, DownloadsPerspective.ID);
    desktop = new DesktopWindow(open.window, open.workbench);
  }

  @AfterEach
  void end() throws IOException {
    desktop.close();
    open.close();
    lab.close();
  }

  @Test
  void anEndIsSaidToWhoDoesNotSeeItAndMovesNoFocus() {
    open.onFx(
        () -> {
          robot.lookup("#search").query().requestFocus();
          return true;
        });
    open.add(lab.http("/small"));
    open.until("the end of the first", () -> said().contains("Download complete: small"));
    open.add(lab.http("/close-mid"));
    open.until("the end of the second", () -> said().contains("Download failed: close-mid"));
    assertThat(open.onFx(() -> open.window.scene().getFocusOwner().getId())).isEqualTo("search");
  }

  /// All that was announced, not only what is announced now.
  private String said() {
    String now = open.text("#announcer");
    if (!announced.toString().contains(now)) {
      announced.append(now).append('\n');
    }
    return announced.toString();
  }

  @Test
  void closingWithNothingRunningJustCloses() {
    pressClose();
    open.until("closed", () -> !stage.isShowing());
  }

  @Test
  void closingWhileADownloadRunsAsksFirst() {
    slow();
    pressClose();
    open.until("the question", () -> there("#close-end"));
    assertThat(stage.isShowing()).isTrue();
    robot.push(KeyCode.ESCAPE);
    open.until("no question", () -> !there("#close-end"));
    assertThat(stage.isShowing()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.Q);
    open.until("the question, by key", () -> there("#close-end"));
    robot.push(KeyCode.ENTER); // whoever has not read goes on
    open.until("no question once more", () -> !there("#close-end"));
    assertThat(stage.isShowing()).isTrue();
    pressClose();
    open.until("the question once more", () -> there("#close-end"));
    open.until("its button", () -> focusedAfterTab("close-end"));
    robot.push(KeyCode.ENTER);
    open.until("closed", () -> !stage.isShowing());
  }

  private boolean focusedAfterTab(String id) {
    robot.push(KeyCode.TAB);
    return open.onFx(() -> id.equals(open.window.scene().getFocusOwner().getId()));
  }

  @Test
  void theBackgroundIsOfferedAsSoonAsThereIsATray() {
    SimpleBooleanProperty tray = new SimpleBooleanProperty();
    open.onFx(
        () -> {
          ClosingDialog.open(
              open.window.shell().dialogs(), new Activity(1, 1, 0, -1), tray, () -> {}, () -> {});
          return true;
        });
    assertThat(open.visible("#close-background")).isFalse();
    open.onFx(
        () -> {
          tray.set(true);
          return true;
        });
    open.until("the offer", () -> open.visible("#close-background"));
    robot.clickOn("#close-background");
    open.until("no question", () -> !there("#close-end"));
  }

  @Test
  void whoDoesNotWantToBeAskedIsNot() {
    slow();
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.WHEN_CLOSED, WhenClosed.END);
          return true;
        });
    pressClose();
    open.until("closed", () -> !stage.isShowing());
  }

  @Test
  void theTitleSaysHowFarItIs() {
    slow();
    open.until("a percentage", () -> stage.getTitle().matches("\\d+ % – Sluice"));
    open.onFx(
        () -> {
          open.window.shell().commands().find("downloads.pauseAll").orElseThrow().run();
          return true;
        });
    open.until("its name alone", () -> stage.getTitle().equals("Sluice"));
  }

  @Test
  void inTheBackgroundAllGoesOnUntilItIsRaised() {
    slow();
    open.onFx(
        () -> {
          open.window.toBackground();
          return true;
        });
    assertThat(stage.isShowing()).isFalse();
    long before = received();
    open.until("more bytes", () -> received() > before);
    String title = stage.getTitle();
    open.until("the window still looks at the list", () -> !stage.getTitle().equals(title));
    open.onFx(
        () -> {
          open.window.raise();
          return true;
        });
    assertThat(stage.isShowing()).isTrue();
    assertThat(there("#downloads")).isTrue();
  }

  @Test
  void afterTheLastDownloadTheUserCanPreventWhatTheQueueSays() {
    rules(SystemAction.QUIT);
    open.start(lab.http("/small"));
    open.until("the countdown", () -> there("#after-now"));
    assertThat(open.text(".dialog-title"))
        .isEqualTo("All downloads of the queue “Main” are complete");
    assertThat(open.onFx(() -> robot.lookup("#after-words").queryAs(Label.class).getText()))
        .matches("Sluice ends in \\d+ seconds\\.");
    robot.clickOn("#dialog-cancel");
    open.until("no countdown", () -> !there("#after-now"));
    assertThat(stage.isShowing()).isTrue();

    open.start(lab.http("/100k"));
    open.until("the countdown again", () -> there("#after-now"));
    robot.clickOn("#after-now");
    open.until("closed", () -> !stage.isShowing());
  }

  private void rules(SystemAction whenEmpty) {
    QueueRules main = open.engine.list().queues().join().getFirst();
    open.engine.list().putQueue(main.afterFinish(new AfterFinish(List.of(), whenEmpty))).join();
  }

  private void slow() {
    open.start(lab.http("/throttled?size=8m&rate=200k"));
    open.until(
        "it runs",
        () ->
            open.workbench.downloads().all().stream()
                .anyMatch(row -> row.item().state() == ItemState.RUNNING && received() > 0));
    open.until("the title knows", () -> !stage.getTitle().equals("Sluice"));
  }

  private long received() {
    return open.engine.list().snapshot().items().getFirst().amount().received();
  }

  private boolean there(String id) {
    return robot.lookup(id).tryQuery().isPresent();
  }

  private void pressClose() {
    robot.interact(
        () -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }
}
