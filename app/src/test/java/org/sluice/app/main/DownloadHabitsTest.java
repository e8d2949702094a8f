package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.downloads.DownloadRow;
import org.sluice.app.downloads.DownloadsPerspective;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.downloads.StateGroup;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.lab.LabServer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What somebody expects who has used other download managers for years.
@ExtendWith(ApplicationExtension.class)
class DownloadHabitsTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private LabServer lab;
  private OpenWindow open;
  private DownloadsViewModel model;

  @Start
  void start(Stage stage) throws IOException {
    lab = LabServer.start();
    open =
        new OpenWindow(
            stage, Files.createTempDirectory(folder, "w"), () -> {}, DownloadsPerspective.ID);
    model = open.workbench.downloads();
  }

  @AfterEach
  void end() throws IOException {
    open.close();
    lab.close();
  }

  @Test
  void whatTheUserHasJustAddedIsSelectedAndNoFilterHidesIt() {
    robot.push(KeyCode.CONTROL, KeyCode.N);
    put("#add-text", lab.http("/small").toString());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    open.until("selected", () -> isLead("small"));
    robot.clickOn("Failed");
    open.until("an empty table", () -> model.rows().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.N);
    put("#add-text", lab.http("/100k").toString());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    open.until("the new one", () -> isLead("100k"));
    assertThat(open.onFx(() -> table().getSelectionModel().getSelectedItem()))
        .isEqualTo(model.lead());
  }

  @Test
  void whatIsSelectedIsInSightWhenOtherRowsAreAskedFor() {
    for (int i = 10; i < 34; i++) {
      add("/small?n=" + i, "file-" + i);
    }
    for (String name : List.of("file-10", "file-33")) {
      open.onFx(() -> search(name));
      open.until("only this", () -> model.rows().size() == 1);
      robot.interact(() -> table().getSelectionModel().select(0));
      open.onFx(() -> search(""));
      open.until("all rows", () -> model.rows().size() == 24);
      open.until(name + " in sight", () -> isInSight(name));
    }
  }

  private boolean search(String words) {
    model.searchProperty().set(words);
    return true;
  }

  private boolean isInSight(String name) {
    VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
    int at = model.rows().indexOf(model.lead());
    return isLead(name)
        && flow.getFirstVisibleCell().getIndex() <= at
        && at <= flow.getLastVisibleCell().getIndex();
  }

  @Test
  void aServerThatWantsAPasswordIsAskedAgainWithIt() {
    robot.push(KeyCode.CONTROL, KeyCode.N);
    put("#add-text", lab.http("/auth/basic").toString());
    open.until("the wish", () -> open.text("#probe-problem").contains("a name and a password"));
    open.until("its fields", () -> open.visible("#password"));
    put("#user", "lab");
    robot.interact(() -> robot.lookup("#password").query().requestFocus());
    put("#password", "secret word");
    robot.push(KeyCode.ENTER);
    open.until("the answer", () -> open.text("#probe-state").equals("Ready"));
  }

  @Test
  void aFolderIsNoFileToDrop() throws IOException {
    Files.createDirectory(folder.resolve("x.meta4")); // only the name is a Metalink's
    robot.interact(() -> open.workbench.hand(List.of("x.meta4"), folder));
    open.until("said", () -> open.text("#notice").contains("is a folder"));
  }

  @Test
  void linksThatAreInTheListCanBeLeftOut() {
    add("/small?n=1", "one");
    open.until("complete", () -> only().item().state() == ItemState.COMPLETE);
    robot.push(KeyCode.CONTROL, KeyCode.N);
    put("#add-text", lab.http("/small") + "?n=2");
    open.until("an answer", () -> open.text("#probe-state").equals("Ready"));
    assertThat(open.visible("#add-duplicate")).as("only the query is another").isFalse();
    put("#add-text", lab.http("/small?n=[1-3]").toString());
    open.until("said", () -> open.visible("#add-duplicate"));
    assertThat(open.text("#add-duplicate")).contains("One of them");
    robot.clickOn("#add-duplicate-action");
    robot.clickOn("#add-download");
    open.until("two more", () -> model.all().size() == 3);
  }

  @Test
  void aFileThatIsGoneIsSaid() throws IOException {
    add("/small", "small");
    open.until("complete", () -> only().item().state() == ItemState.COMPLETE);
    choose("small");
    Files.delete(open.downloads.resolve("small"));
    robot.push(KeyCode.CONTROL, KeyCode.O);
    open.until("said", () -> open.text("#notice").contains("not there any more"));
  }

  @Test
  void theDetailsGoToAFailureAndBack() {
    slow("slow.bin");
    open.until("nothing is chosen", () -> open.visible("#details-nothing"));
    choose("slow.bin");
    robot.clickOn("#tab-log");
    open.onFx(() -> model.add(request("/404", "no.bin")));
    open.until(
        "failed", () -> model.all().size() == 2 && robot.lookup("no.bin").tryQuery().isPresent());
    choose("no.bin");
    open.until("its card", () -> there("#failed-title"));
    choose("slow.bin");
    open.until("the log again", () -> there("#log"));
  }

  @Test
  void aFailureShowsItsEndAndLeavesTheKeysToTheListWhenItIsMended() {
    open.onFx(() -> model.add(request("/404?size=1&token=hidden", "gone.bin")));
    choose("gone.bin");
    open.until("its card", () -> there("#remedy-new-address"));
    open.until("the end of the last attempt", () -> there("#attempt-lane .attempt-end"));
    robot.clickOn("#remedy-new-address");
    put("#new-address", lab.http("/throttled?size=40m&rate=300k&token=hidden").toString());
    robot.push(KeyCode.ENTER);
    open.until("it works", () -> !there("#failed-title"));
    open.until("the table", () -> table().isFocused());
    robot.clickOn("#tab-general");
    open.until(
        "its address",
        () -> open.text("#general-address").endsWith("/throttled?size=40m&rate=300k&token=…"));
  }

  @Test
  void aRightChecksumIsSaidInTheTable() {
    String hello = "853ff93762a06ddbf722c4ebe9ddd66d8f63ddaea97f521c3ecc20da7c976020";
    Checksum right = new Checksum(Checksum.Algorithm.SHA_256, hello);
    open.onFx(() -> model.add(request("/small", "small").checksums(List.of(right))));
    open.until("verified", () -> robot.lookup("Verified").tryQuery().isPresent());
  }

  @Test
  void deleteGoesOnWithTheNextOneAndIsUndoneByAKey() {
    for (String name : List.of("a.bin", "b.bin", "c.bin")) {
      add("/small?n=" + name, name);
    }
    choose("b.bin");
    robot.push(KeyCode.DELETE);
    open.until("another is selected", () -> model.rows().size() == 2 && model.lead() != null);
    assertThat(open.onFx(() -> table().getSelectionModel().getSelectedItems()))
        .containsExactly(model.lead());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    open.until("it is back", () -> model.rows().size() == 3);
  }

  @Test
  void aFolderThatCannotBeWrittenIsChangedInTheProperties() throws IOException {
    Path file = Files.writeString(open.downloads.resolve("file"), "no folder");
    DownloadRequest wanted =
        DownloadRequest.of(lab.http("/small").toString(), FileWish.into(file.resolve("sub")));
    open.onFx(() -> model.add(wanted));
    open.until("failed", () -> model.all().size() == 1 && only().group() == StateGroup.FAILED);
    choose("small");
    robot.push(KeyCode.ALT, KeyCode.ENTER);
    open.until("its properties", () -> there("#properties-folder"));
    put("#properties-folder", "relative");
    robot.clickOn("#properties-save");
    open.until("refused", () -> open.text("#properties-complaint").contains("relative"));
    put("#properties-folder", open.downloads.toString());
    put("#properties-file", "named.txt");
    put("#properties-headers", "X-Wish: yes");
    robot.clickOn("#properties-save");
    open.until("complete", () -> only().item().state() == ItemState.COMPLETE);
    assertThat(open.downloads.resolve("named.txt")).hasSize(13);
    assertThat(lab.seen()).anyMatch(seen -> seen.header("X-Wish").isPresent());
  }

  @Test
  void whatWasMovedIsKeptBeforeTheWindowIsClosed() {
    SplitPane side =
        open.onFx(
            () ->
                robot.lookup(".split-pane").<SplitPane>queryAll().stream()
                    .filter(pane -> pane.getOrientation() == Orientation.HORIZONTAL)
                    .findFirst()
                    .orElseThrow());
    open.until(
        "the dividers to stand where they are put at the start",
        () -> !SplitPane.isResizableWithParent(side.getItems().getFirst()));
    robot.interact(() -> side.setDividerPosition(0, 0.31));
    open.until("written down", () -> kept().values().stream().anyMatch(v -> v.startsWith("0.31")));
  }

  private Map<String, String> kept() {
    try {
      return open.file.load().settings().view().memory();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theKeysGoToTheListOnceThereIsOne() {
    open.until("the first run", () -> robot.lookup("#first-add").query().isFocused());
    add("/small", "small");
    open.until("the table", () -> table().isFocused());
    choose("small");
    robot.push(KeyCode.DELETE);
    open.until("the first run again", () -> robot.lookup("#first-add").query().isFocused());
  }

  private void put(String id, String text) {
    robot.interact(() -> robot.lookup(id).queryTextInputControl().setText(text));
  }

  private TableView<DownloadRow> table() {
    return robot.lookup("#downloads").query();
  }

  private DownloadRequest request(String path, String name) {
    return DownloadRequest.of(lab.http(path).toString(), FileWish.into(open.downloads).named(name))
        .fetch(FetchWish.DEFAULT.maxSegments(2));
  }

  private void add(String path, String name) {
    int before = open.onFx(() -> model.all().size());
    open.onFx(() -> model.add(request(path, name)));
    open.until("in the list", () -> model.all().size() > before);
  }

  private void slow(String name) {
    add("/throttled?size=40m&rate=300k", name);
    open.until("it works", () -> !only().item().segments().isEmpty());
  }

  private void choose(String name) {
    open.until("the row", () -> robot.lookup(name).tryQuery().isPresent());
    robot.clickOn(name);
    open.until("selected", () -> isLead(name));
  }

  private boolean isLead(String name) {
    DownloadRow lead = model.lead();
    return lead != null && lead.item().name().equals(name);
  }

  private DownloadRow only() {
    return open.onFx(() -> List.copyOf(model.all()).getFirst());
  }

  private boolean there(String id) {
    return open.onFx(
        () -> robot.lookup(id).tryQuery().filter(node -> node.getScene() != null).isPresent());
  }
}
