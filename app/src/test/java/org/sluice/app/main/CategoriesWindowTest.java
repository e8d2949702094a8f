package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.downloads.DownloadsPerspective;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.downloads.Filter;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.Category;
import org.sluice.app.preferences.CategoryRules;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.lab.LabServer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The categories are changed in the preferences; side bar, dialog and downloads follow.
@ExtendWith(ApplicationExtension.class)
class CategoriesWindowTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private LabServer lab;
  private OpenWindow open;
  private DownloadsViewModel model;

  @Start
  void start(Stage stage) throws IOException {
    lab = LabServer.start();
    Path own = Files.createTempDirectory(folder, "c");
    open = new OpenWindow(stage, own, () -> {}, DownloadsPerspective.ID);
    model = open.workbench.downloads();
  }

  @AfterEach
  void end() throws IOException {
    open.close();
    lab.close();
  }

  @Test
  void aNewCategoryTakesItsDownloadsToItsFolderAndItsPlaceInTheSideBar() {
    assertThat(side()).containsSubsequence("Disk images", "Packages", "Media").doesNotContain("FW");
    edit();
    robot.interact(() -> robot.lookup("#category-add").queryButton().fire());
    type(".category-name", "FW");
    type(".category-types", "xyz");
    type(".category-folder", "firm/ware");
    open.until("the new line", () -> side().contains("FW"));
    assertThat(kept().all().getLast())
        .isEqualTo(new Category(Category.Kind.OWN, "FW", List.of("xyz"), "firm/ware"));
    robot.push(KeyCode.ESCAPE);

    robot.push(KeyCode.CONTROL, KeyCode.N);
    robot.interact(
        () ->
            robot
                .lookup("#add-text")
                .queryTextInputControl()
                .setText(lab.http("/small").toString()));
    open.until("the server's answer", () -> open.text("#probe-state").equals("Ready"));
    robot.interact(() -> robot.lookup("#add-name").queryTextInputControl().setText("a.xyz"));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    open.until(
        "the file",
        () ->
            model.all().size() == 1
                && List.copyOf(model.all()).getFirst().item().state() == ItemState.COMPLETE);
    assertThat(open.downloads.resolve("firm/ware/a.xyz")).hasSize(13);
    assertThat(open.onFx(() -> model.countsProperty().get().of(new Filter.InCategory("own fw"))))
        .isEqualTo(1);
    robot.clickOn("FW");
    assertThat(open.onFx(() -> model.rows().size())).isEqualTo(1);
    robot.clickOn("Media");
    assertThat(open.onFx(() -> model.rows().size())).isZero();
  }

  @Test
  void aPastedLinkGoesToTheFolderOfItsSort() {
    Map<DataFormat, Object> copied = Map.of(DataFormat.PLAIN_TEXT, lab.http("/a.zip").toString());
    open.onFx(() -> Clipboard.getSystemClipboard().setContent(copied));
    robot.push(KeyCode.CONTROL, KeyCode.V);
    open.until("an answer", () -> open.visible("#probe-problem"));
    open.drawn();
    assertThat(open.onFx(() -> robot.lookup("#add-folder").queryComboBox().getEditor().getText()))
        .isEqualTo(open.downloads.resolve("Archives").toString());
  }

  @Test
  void whatMakesNoSenseIsSaidAndAllComesBack() {
    edit();
    robot.interact(() -> robot.lookup("#category-add").queryButton().fire());
    type(".category-name", "media");
    open.until("the complaint", () -> labels(".setting-more").contains("two categories \"media\""));
    assertThat(kept()).isEqualTo(CategoryRules.INITIAL);
    type(".category-name", "Mine");
    type(".category-types", ".xyz");
    open.until("the complaint", () -> labels(".setting-more").contains("without a dot"));
    assertThat(kept().all().getLast().types()).isEmpty();
    robot.clickOn(last(".category-raise"));
    type(".category-types", "xyz");
    robot.interact(() -> robot.lookup(".setting-back").queryButton().fire());
    open.until("the usual ones", () -> kept().equals(CategoryRules.INITIAL));
    assertThat(robot.lookup(".category-line").queryAll()).hasSize(5);
    assertThat(side()).doesNotContain("Mine");
  }

  /// By the button beside the heading.
  private void edit() {
    robot.clickOn(
        robot.lookup("#downloads-editCategories").queryAll().stream()
            .filter(Node::isVisible)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button")));
    open.until("the page", () -> robot.lookup("#category-add").tryQuery().isPresent());
  }

  private CategoryRules kept() {
    return open.onFx(() -> open.workbench.preferences().get(AllSettings.CATEGORIES));
  }

  /// Into the field of the line that was added.
  private void type(String style, String text) {
    open.retype((TextField) last(style), text);
    robot.push(KeyCode.ENTER);
  }

  private Node last(String style) {
    return List.copyOf(robot.lookup(style).<Node>queryAll()).getLast();
  }

  private List<String> side() {
    return open.onFx(
        () ->
            robot.lookup("#filters .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
  }

  private String labels(String style) {
    return String.join(
        "\n", robot.lookup(style).queryAllAs(Label.class).stream().map(Label::getText).toList());
  }
}
