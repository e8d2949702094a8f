package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.fx.Theme;
import org.sluice.app.monitor.TransferRow;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.ThemeChoice;
import org.sluice.app.preferences.Preferences;
import org.sluice.engine.lab.LabServer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The buttons and keys of the real window.
@ExtendWith(ApplicationExtension.class)
class ControlsWindowTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private LabServer lab;
  private OpenWindow open;
  private Path mine;
  private boolean tourAsked;

  @Start
  void start(Stage stage) throws IOException {
    lab = LabServer.start();
    mine = Files.createTempDirectory(folder, "w");
    open = new OpenWindow(stage, mine, () -> tourAsked = true);
  }

  @AfterEach
  void end() throws IOException {
    open.close();
    lab.close();
  }

  @Test
  void aTransferIsPausedResumedAndRemoved() {
    TransferRow row = slowDownload();
    assertThat(disabled("#resume")).isTrue();
    robot.clickOn(row.name());
    robot.clickOn("#pause");
    open.until("paused", () -> open.state(row).equals("paused"));
    open.until("no transfer", () -> open.text("#figure-running").equals("0"));
    assertThat(open.onFx(() -> row.progressProperty().get())).isPositive();
    open.until("resume is possible", () -> !disabled("#resume"));
    assertThat(disabled("#pause")).isTrue();
    robot.clickOn("#resume");
    open.until("receiving again", () -> open.state(row).equals("receiving"));
    robot.clickOn("#remove");
    open.until("the list is empty", () -> open.model.transfers().rows().isEmpty());
    open.until("its connection is closed", () -> lab.openConnections() == 0);
    open.until("nothing is left", () -> isEmpty(open.downloads));
  }

  @Test
  void deleteRemovesTheSelectedTransfer() {
    TransferRow row = slowDownload();
    robot.clickOn(row.name());
    robot.push(KeyCode.DELETE);
    open.until("the list is empty", () -> open.model.transfers().rows().isEmpty());
  }

  @Test
  void spaceFreezesTheDisplayButNotTheEngine() {
    TransferRow row = slowDownload();
    robot.clickOn(row.name());
    robot.push(KeyCode.SPACE);
    assertThat(open.model.frozenProperty().get()).isTrue();
    String amount = open.onFx(() -> row.amountProperty().get());
    long received = received(row);
    open.until("the engine goes on", () -> received(row) > received);
    assertThat(open.onFx(() -> row.amountProperty().get())).isEqualTo(amount);
    robot.push(KeyCode.SPACE);
    open.until("it shows again", () -> !row.amountProperty().get().equals(amount));
  }

  @Test
  void spaceInATextFieldIsASpace() {
    robot.clickOn("#filter");
    robot.push(KeyCode.SPACE);
    assertThat(open.model.frozenProperty().get()).isFalse();
  }

  @Test
  void aPastedUrlIsAddedWhereverTheFocusIs() {
    slowDownload();
    robot.clickOn("#transfers");
    robot.interact(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, lab.http("/small").toString())));
    robot.push(KeyCode.CONTROL, KeyCode.V);
    open.until("the dialog", () -> robot.lookup("#add-text").tryQuery().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    open.until("the second", () -> open.model.transfers().countProperty().get() == 2);
    open.until("its end", () -> open.state(open.newest()).equals("done"));
  }

  @Test
  void theThemeChangesEverythingAndIsRemembered() throws IOException {
    slowDownload();
    open.until("a pill", () -> robot.lookup(".poll-pill").tryQuery().isPresent());
    Color light = background("#sockets");
    robot.clickOn("#app-theme");
    open.until("dark", () -> background("#sockets").getBrightness() < 0.2);
    assertThat(light.getBrightness()).isGreaterThan(0.9);
    assertThat(open.window.theme()).isEqualTo(Theme.DARK);
    assertThat(open.preferencesFile.load().preferences().get(AllSettings.THEME))
        .isEqualTo(ThemeChoice.DARK);
    robot.push(KeyCode.CONTROL, KeyCode.T);
    open.until("light again", () -> background("#sockets").getBrightness() > 0.9);
  }

  @Test
  void placeFolderAndThemeComeBackWithTheNextStart() throws IOException {
    Path other = Files.createDirectory(mine.resolve("other"));
    robot.clickOn("#app-theme");
    open.onFx(
        () -> {
          open.window.scene().getWindow().setWidth(1100);
          open.window.scene().getWindow().setHeight(720);
          open.model.wishes().folderProperty().set(other);
          return true;
        });
    open.close();
    Preferences kept = open.preferencesFile.load().preferences();
    assertThat(kept.get(AllSettings.THEME)).isEqualTo(ThemeChoice.DARK);
    assertThat(kept.get(AllSettings.FOLDER)).isEqualTo(other.toString());

    OpenWindow again = open.onFx(() -> opened(new Stage()));
    assertThat(again.window.theme()).isEqualTo(Theme.DARK);
    assertThat(again.model.wishes().folderProperty().get()).isEqualTo(other);
    again.onFx(
        () -> {
          assertThat(again.window.scene().getWindow().getWidth()).isEqualTo(1100);
          assertThat(again.window.scene().getWindow().getHeight()).isEqualTo(720);
          return true;
        });
    again.close();
  }

  @Test
  void theEmptyMonitorOffersTheTour() {
    robot.clickOn("#start-tour");
    assertThat(tourAsked).isTrue();
  }

  @Test
  void aNarrowWindowGivesUpThreeColumnsAndTheTransfersBesideTheTable() {
    TransferRow row = slowDownload();
    width(1440);
    open.until("the column", () -> robot.lookup("#column-age").tryQuery().isPresent());
    assertThat(open.visible("#transfers")).isTrue();
    width(1024);
    open.until("no column", () -> robot.lookup("#column-age").tryQuery().isEmpty());
    assertThat(open.visible("#transfers")).isFalse();
    robot.clickOn("#transfers-drop");
    open.until("the list", () -> open.visible("#transfers"));
    open.until(
        "the focus in it", () -> open.onFx(() -> robot.lookup("#transfers").query().isFocused()));
    robot.clickOn(row.name());
    robot.clickOn("#pause");
    open.until("paused", () -> open.state(row).equals("paused"));
    robot.push(KeyCode.ESCAPE);
    open.until("no list", () -> !open.visible("#transfers"));
    open.until("how it stands", () -> "Paused by you".equals(open.text("#outcome-brief")));
    width(1440);
    open.until("the list beside the table", () -> open.visible("#transfers"));
    open.until("the column", () -> robot.lookup("#column-age").tryQuery().isPresent());
  }

  private void width(double width) {
    open.onFx(
        () -> {
          open.window.scene().getWindow().setWidth(width);
          return true;
        });
  }

  @Test
  void pillAndRowSpeak() {
    slowDownload();
    open.until("a pill", () -> robot.lookup(".poll-pill").tryQuery().isPresent());
    open.until(
        "its words",
        () -> robot.lookup(".poll-pill").<Labeled>query().getAccessibleText().contains("poll in"));
  }

  private TransferRow slowDownload() {
    TransferRow row = open.add(lab.http("/throttled?size=40m&rate=300k"));
    open.until("receiving", () -> open.state(row).equals("receiving") && received(row) > 0);
    return row;
  }

  private long received(TransferRow row) {
    return open.engine.downloads().item(row.item()).orElseThrow().amount().received();
  }

  private OpenWindow opened(Stage stage) {
    try {
      return new OpenWindow(stage, mine, () -> {});
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean disabled(String id) {
    return open.onFx(() -> robot.lookup(id).query().isDisabled());
  }

  private Color background(String id) {
    javafx.scene.layout.Region region = robot.lookup(id).query();
    return (Color) region.getBackground().getFills().getLast().getFill();
  }

  private static boolean isEmpty(Path folder) {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
