package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.app.downloads.DownloadsPerspective;
import org.sluice.app.language.Isolate;
import org.sluice.app.language.Language;
import org.sluice.app.monitor.MonitorPerspective;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.lab.LabServer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window in other languages: it opens, says its words, and downloads.
@ExtendWith(ApplicationExtension.class)
class LanguageWindowTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private Stage stage;
  private LabServer lab;
  private OpenWindow open;

  @Start
  void start(Stage made) throws IOException {
    stage = made;
    lab = LabServer.start();
  }

  @AfterEach
  void end() throws IOException {
    if (open != null) {
      open.close();
    }
    Language.speak(Language.ENGLISH);
    lab.close();
  }

  private void open(Language language) {
    WaitForAsyncUtils.waitForAsyncFx(
        90_000,
        () -> {
          Language.speak(language);
          open =
              new OpenWindow(
                  stage, Files.createTempDirectory(folder, "w"), () -> {}, DownloadsPerspective.ID);
          return open;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "FRENCH, Ajouter un téléchargement, Prêt",
    "GERMAN, Download hinzufügen, Bereit",
    "SPANISH, Añadir una descarga, Listo",
    "CHINESE, 添加下载, 就绪",
    "ARABIC, إضافة تنزيل, جاهز"
  })
  void threeActionsLeadToAFileInEveryLanguage(Language language, String add, String ready) {
    open(language);
    assertThat(plain("#first-add")).isEqualTo(add);
    click("#first-add");
    robot.interact(() -> field("#add-text").setText(lab.http("/100k").toString()));
    open.until("the server's answer", () -> open.text("#probe-state").equals(ready));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    open.until("the file", () -> only() != null && only().state() == ItemState.COMPLETE);
    assertThat(only().file().target()).hasSize(100 * 1024);
  }

  @Test
  void arabicIsMirroredAndAddressesAreNot() {
    open(Language.ARABIC);
    assertThat(stage.getScene().getEffectiveNodeOrientation())
        .isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    double middle = stage.getScene().getWidth() / 2;
    assertThat(centre(".side-bar")).as("the side bar stands at the right").isGreaterThan(middle);
    click("#first-add");
    assertThat(open.onFx(() -> field("#add-text").getEffectiveNodeOrientation()))
        .isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    robot.push(KeyCode.ESCAPE);
    robot.interact(() -> open.window.shell().show(MonitorPerspective.ID));
    open.add(lab.http("/throttled?size=2m&rate=300k"));
    open.until("its socket", () -> open.anySocket(row -> row.pollProperty().get() != null));
    assertThat(
            open.onFx(() -> robot.lookup("#timeline-lanes").query().getEffectiveNodeOrientation()))
        .as("time runs from the left")
        .isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
  }

  /// Words that stand in most English sentences, and in no French one.
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(the|is|are|and|was|not|has|have|with|of|it|from|by|bytes?)\\b");

  @Test
  void aFrenchWindowSaysNothingInEnglish() {
    open(Language.FRENCH);
    open.add(lab.http("/throttled?size=20m&rate=200k"));
    for (String path : List.of("/100k", "/404", "/503", "/close-early", "/status/410")) {
      open.add(lab.http(path));
    }
    open.until("their ends", () -> ends() >= 3);
    List<String> english = new ArrayList<>();
    int rows = open.onFx(() -> open.workbench.downloads().all().size());
    TableView<?> table = robot.lookup("#downloads").queryTableView();
    for (int row = 0; row < rows; row++) {
      int at = row;
      robot.interact(() -> table.getSelectionModel().clearAndSelect(at));
      for (String tab : List.of("general", "segments", "sockets", "log")) {
        robot.interact(() -> ((ToggleButton) robot.lookup("#tab-" + tab).query()).fire());
        WaitForAsyncUtils.waitForFxEvents();
        english.addAll(english());
      }
    }
    robot.interact(() -> open.window.shell().show(MonitorPerspective.ID));
    WaitForAsyncUtils.waitForFxEvents();
    english.addAll(english());
    assertThat(english.stream().distinct()).as("English in a French window").isEmpty();
  }

  private int ends() {
    return open.onFx(
        () ->
            (int)
                open.workbench.downloads().all().stream()
                    .filter(row -> row.item().state() != ItemState.RUNNING)
                    .filter(row -> row.item().state() != ItemState.QUEUED)
                    .count());
  }

  private List<String> english() {
    return open.onFx(
        () ->
            robot
                .lookup(node -> node instanceof Labeled || node instanceof Text)
                .queryAll()
                .stream()
                .map(
                    node ->
                        node instanceof Labeled words ? words.getText() : ((Text) node).getText())
                .filter(words -> words != null && ENGLISH.matcher(words).find())
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void theSmallestWindowHasRoomForTheWords(Language language) {
    open(language);
    robot.interact(
        () -> {
          stage.setWidth(1024);
          stage.setHeight(680);
        });
    for (String perspective : List.of(DownloadsPerspective.ID, MonitorPerspective.ID)) {
      robot.interact(() -> open.window.shell().show(perspective));
      WaitForAsyncUtils.waitForFxEvents();
      for (String bar : List.of(".header", ".toolbar", ".status-line")) {
        robot.lookup(bar).queryAll().stream()
            .filter(node -> node.getScene() == stage.getScene() && open.onFx(node::isVisible))
            .map(node -> open.onFx(() -> node.localToScene(node.getLayoutBounds())))
            .forEach(
                bounds -> {
                  assertThat(bounds.getMinX()).as(bar).isGreaterThanOrEqualTo(-0.5);
                  assertThat(bounds.getMaxX()).as(bar).isLessThanOrEqualTo(1024.5);
                });
      }
    }
  }

  @Test
  void whatIsShownStaysUntilTheNextStart() {
    open(Language.FRENCH);
    Platform.runLater(() -> Language.speak(Language.GERMAN));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(plain("#first-add")).isEqualTo("Ajouter un téléchargement");
  }

  /// The robot would ask for the place of a node on its own thread. Arabic words are laid out by Pango,
  /// whose font map is one for all threads, and the window's own is at work on it: that ended this
  /// process now and then.
  private void click(String id) {
    robot.clickOn(
        open.onFx(
            () -> {
              Node node = robot.lookup(id).query();
              return node.localToScreen(node.getLayoutBounds());
            }));
  }

  /// Without the marks that keep directions apart.
  private String plain(String id) {
    return Isolate.plain(open.onFx(() -> robot.lookup(id).queryLabeled().getText()));
  }

  private TextInputControl field(String id) {
    return robot.lookup(id).queryTextInputControl();
  }

  private double centre(String id) {
    return open.onFx(
        () -> {
          Node node = robot.lookup(id).query();
          return node.localToScene(node.getLayoutBounds()).getCenterX();
        });
  }

  private ItemView only() {
    return open.onFx(
        () ->
            open.workbench.downloads().all().isEmpty()
                ? null
                : open.workbench.downloads().all().getFirst().item());
  }
}
