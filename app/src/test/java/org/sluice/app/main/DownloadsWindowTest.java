package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.downloads.DownloadRow;
import org.sluice.app.downloads.DownloadsPerspective;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.lab.LabServer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The Downloads perspective in the real window, on real downloads from the lab.
@ExtendWith(ApplicationExtension.class)
class DownloadsWindowTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private final AtomicBoolean tour = new AtomicBoolean();
  private LabServer lab;
  private OpenWindow open;
  private DownloadsViewModel model;

  @Start
  void start(Stage stage) throws IOException {
    lab = LabServer.start();
    open =
        new OpenWindow(
            stage,
            Files.createTempDirectory(folder, "w"),
            () -> tour.set(true),
            DownloadsPerspective.ID);
    model = open.workbench.downloads();
  }

  @AfterEach
  void end() throws IOException {
    open.close();
    lab.close();
  }

  @Test
  void panesHaveTheirSizesAtTheFirstStartAndNarrowTablesGiveUpColumns() {
    add("/throttled?size=4m&rate=100k", "one.bin");
    open.until("the row", () -> model.rows().size() == 1);
    robot.clickOn("one.bin");
    robot.clickOn("#tab-segments");
    open.until(
        "the side bar as wide as it is designed",
        () -> Math.abs(robot.lookup(".side-bar").queryAs(Region.class).getWidth() - 212) < 2);
    TableView<?> segments = robot.lookup("#segments").queryTableView();
    open.until("room for less", () -> segments.getWidth() > 0 && segments.getWidth() < 860);
    assertThat(segments.getColumns())
        .filteredOn(TableColumn::isVisible)
        .extracting(TableColumn::getId)
        .contains("range", "done", "poll")
        .doesNotContain("state");
  }

  @Test
  void whatIsDraggedOverTheListIsAnswered() {
    drag(DragEvent.DRAG_ENTERED);
    open.until("the hint", () -> open.visible("#drop-hint"));
    drag(DragEvent.DRAG_EXITED);
    open.until("no hint", () -> !open.visible("#drop-hint"));
  }

  private void drag(EventType<DragEvent> what) {
    robot.interact(
        () ->
            Event.fireEvent(
                open.window.scene().getRoot().lookup(".sl-downloads"),
                new DragEvent(what, null, 0, 0, 0, 0, TransferMode.COPY, null, null, null)));
  }

  @Test
  void threeActionsFromTheFirstStartToAFile() {
    robot.clickOn("#first-add"); // one
    String url = lab.http("/100k").toString();
    robot.interact(() -> robot.lookup("#add-text").queryTextInputControl().setText(url)); // two
    open.until("the server's answer", () -> open.text("#probe-state").equals("Ready"));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER); // three
    open.until("the file", () -> open.onFx(() -> state(only()) == ItemState.COMPLETE));
    assertThat(only().file().target()).hasSize(100 * 1024);
    assertThat(there("#add-dialog")).isFalse();
    open.until("its word", () -> robot.lookup("Done").tryQuery().isPresent());
  }

  @Test
  void aPastedLinkOpensTheDialogAndEnterStartsIt() {
    copy(lab.http("/small").toString());
    robot.push(KeyCode.CONTROL, KeyCode.V);
    open.until("the dialog", () -> there("#add-dialog"));
    robot.push(KeyCode.ENTER);
    open.until("the file", () -> model.all().size() == 1 && state(only()) == ItemState.COMPLETE);
  }

  @Test
  void aRefusedProbeIsToldAndTheDownloadCanBeAddedAnyway() {
    robot.push(KeyCode.CONTROL, KeyCode.N);
    robot.interact(
        () ->
            robot.lookup("#add-text").queryTextInputControl().setText(lab.http("/404").toString()));
    open.until("the complaint", () -> open.text("#probe-problem").contains("404"));
    assertThat(open.text("#add-download-words")).isEqualTo("Add anyway");
    robot.clickOn("#add-paused");
    open.until("it is there, paused", () -> model.all().size() == 1);
    assertThat(state(only())).isEqualTo(ItemState.PAUSED);
  }

  @Test
  void spacePausesAndResumesTheSelection() {
    slow("slow.bin");
    choose("slow.bin");
    open.until("a chart that ends now", () -> open.visible("#chart-time"));
    robot.push(KeyCode.SPACE);
    open.until("paused", () -> state(only()) == ItemState.PAUSED);
    open.until("a chart that ended then", () -> !open.visible("#chart-time"));
    robot.push(KeyCode.SPACE);
    open.until("it works again", () -> state(only()) == ItemState.RUNNING);
    robot.clickOn("#downloads-pause");
    open.until("paused by the button", () -> state(only()) == ItemState.PAUSED);
    robot.clickOn("#downloads-resume");
    open.until("resumed by the button", () -> state(only()) == ItemState.RUNNING);
  }

  @Test
  void whatWasRemovedCanBeBroughtBack() {
    slow("slow.bin");
    choose("slow.bin");
    robot.push(KeyCode.DELETE);
    open.until("hidden", () -> model.rows().isEmpty());
    assertThat(open.engine.downloads().items()).hasSize(1);
    robot.clickOn("Undo");
    open.until("back and at work", () -> model.rows().size() == 1);
    open.until("it works again", () -> state(only()) == ItemState.RUNNING);
  }

  @Test
  void removingFromDiskAsksFirst() {
    slow("slow.bin");
    choose("slow.bin");
    robot.push(KeyCode.SHIFT, KeyCode.DELETE);
    open.until("the question", () -> there("#dialog-yes"));
    robot.clickOn("#dialog-cancel");
    assertThat(model.rows()).hasSize(1);
    robot.push(KeyCode.SHIFT, KeyCode.DELETE);
    open.until("the question again", () -> there("#dialog-yes"));
    robot.clickOn("#dialog-yes");
    open.until("gone", () -> model.rows().isEmpty());
    open.until("gone from the list", () -> open.engine.downloads().items().isEmpty());
  }

  @Test
  void theFilterAndTheSearchSayWhenNothingIsThere() {
    slow("slow.bin");
    robot.clickOn("Failed");
    open.until("nothing failed", () -> robot.lookup("Nothing failed").tryQuery().isPresent());
    robot.clickOn("#nothing-way");
    open.until("all again", () -> model.rows().size() == 1);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("zzz");
    open.until("no match", () -> model.rows().isEmpty());
    assertThat(open.text("#nothing")).contains("zzz");
    robot.push(KeyCode.ESCAPE);
    open.until("cleared", () -> model.rows().size() == 1);
  }

  @Test
  void aFailureSaysWhatWasKeptAndWhatToDo() {
    add("/close-mid", "cut.bin");
    open.until("failed", () -> model.all().size() == 1 && state(only()) == ItemState.FAILED);
    choose("cut.bin");
    open.until("its card", () -> there("#failed-title"));
    assertThat(open.text("#failed-title")).contains("ended in the middle");
    assertThat(open.text("#failed-what")).contains("are kept");
    assertThat(open.text("#failed-code")).isEqualTo("PARTIAL_FILE (18)");
    assertThat(there("#remedy-try-again")).isTrue();
    robot.clickOn("#remedy-new-address");
    robot.interact(
        () ->
            robot
                .lookup("#new-address")
                .queryTextInputControl()
                .setText(lab.http("/10k").toString()));
    robot.clickOn("#new-address-save");
    open.until(
        "another address is used",
        () -> only().address().contains("/10k") && state(only()) != ItemState.FAILED);
  }

  @Test
  void linksAreCopiedAndAlsoAsACommand() {
    slow("slow.bin");
    choose("slow.bin");
    robot.push(KeyCode.CONTROL, KeyCode.C);
    open.until("the link", () -> clipboard().startsWith(lab.http("/throttled").toString()));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    open.until("the command", () -> clipboard().startsWith("curl "));
    assertThat(clipboard()).contains("--output slow.bin");
  }

  @Test
  void theDetailsShowSegmentsAndHeadersAndTheLog() {
    slow("slow.bin");
    choose("slow.bin");
    open.until(
        "a segment", () -> !robot.lookup("#segments").<TableView<?>>query().getItems().isEmpty());
    robot.clickOn("#tab-headers");
    open.until(
        "the answer",
        () -> robot.lookup("#headers").queryTextInputControl().getText().contains("\nHTTP/1.1 "));
    assertThat(robot.lookup("#headers").queryTextInputControl().getText())
        .contains("HTTP/1.1\nHost: ")
        .contains("\nUser-Agent: Sluice/");
    robot.clickOn("#tab-log");
    open.until("a line", () -> robot.lookup("#log").queryListView().getItems().size() > 0);
    Region log = robot.lookup("#log").query();
    robot.interact(() -> log.setMaxWidth(260));
    open.until(
        "lines that are too long stand there whole",
        () ->
            open.onFx(
                () -> {
                  List<String> said =
                      log.lookupAll(".text").stream().map(text -> ((Text) text).getText()).toList();
                  return log.getWidth() <= 260
                      && !said.isEmpty()
                      && said.stream().noneMatch(words -> words.endsWith("..."));
                }));
    robot.interact(() -> log.setMaxWidth(Double.MAX_VALUE));
    robot.push(KeyCode.F4);
    open.until("hidden", () -> !there("#log"));
    robot.push(KeyCode.F4);
    open.until("shown", () -> there("#log"));
  }

  @Test
  void theSpeedLimitIsSetByTheMenuAndByTyping() {
    slow("slow.bin");
    robot.clickOn("#limit");
    robot.clickOn("1 MB/s");
    open.until("the limit", () -> limit() == 1_000_000);
    robot.push(KeyCode.CONTROL, KeyCode.L);
    robot.interact(() -> robot.lookup("#limit-number").queryTextInputControl().setText("2.5"));
    robot.push(KeyCode.ENTER);
    open.until("another limit", () -> limit() == 2_500_000);
  }

  @Test
  void aQueueIsMadeAndDownloadsMoveThere() {
    slow("slow.bin");
    choose("slow.bin");
    robot.interact(() -> open.window.shell().commands().get("downloads.newQueue").run());
    robot.interact(() -> robot.lookup("#queue-name").queryTextInputControl().setText("Night"));
    robot.interact(
        () -> robot.lookup("#queue-hours").queryTextInputControl().setText("22:00-06:00"));
    robot.clickOn("#queue-save");
    open.until(
        "the queue",
        () -> model.queuesProperty().get().stream().anyMatch(q -> q.name().equals("Night")));
    robot.interact(() -> open.window.shell().commands().get("downloads.moveTo.Night").run());
    open.until("moved", () -> only().place().queue().equals("Night"));
    open.until("counted", () -> robot.lookup("Night").tryQuery().isPresent());
  }

  @Test
  void columnsAreChosenByTheKeyboardAndRemembered() throws IOException {
    slow("slow.bin");
    robot.interact(() -> open.window.shell().commands().get("downloads.columns").run());
    robot.interact(() -> robot.lookup("#columns").queryListView().scrollTo(12));
    robot.clickOn("#show-host");
    robot.clickOn("#columns-done");
    open.until("the column", () -> there("#column-host"));
    open.close();
    assertThat(open.file.load().settings().view().memory())
        .containsEntry("downloads.column.host", "true");
  }

  @Test
  void severalLinksAndPatternsBecomeATable() {
    robot.push(KeyCode.CONTROL, KeyCode.N);
    robot.interact(
        () ->
            robot
                .lookup("#add-text")
                .queryTextInputControl()
                .setText(lab.http("/") + "{small,600k}\n" + lab.http("/100k")));
    open.until("three", () -> robot.lookup("#links").<TableView<?>>query().getItems().size() == 3);
    robot.clickOn("#add-download");
    open.until("three rows", () -> model.all().size() == 3);
    open.until(
        "three files",
        () ->
            model.all().size() == 3
                && model.all().stream().allMatch(row -> state(row.item()) == ItemState.COMPLETE));
  }

  @Test
  void aCurlCommandIsUnderstood() {
    copy("curl '" + lab.http("/small") + "' -H 'X-Wish: yes' --compressed");
    robot.push(KeyCode.CONTROL, KeyCode.V);
    open.until("the dialog", () -> there("#add-dialog"));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    open.until("the file", () -> model.all().size() == 1 && state(only()) == ItemState.COMPLETE);
    assertThat(lab.seen()).anyMatch(seen -> seen.header("X-Wish").isPresent());
  }

  private void slow(String name) {
    add("/throttled?size=40m&rate=300k", name);
    open.until("it works", () -> model.all().size() == 1 && only().amount().received() > 0);
    open.until("a socket", () -> !only().segments().isEmpty());
  }

  private void add(String path, String name) {
    DownloadRequest request =
        DownloadRequest.of(lab.http(path).toString(), FileWish.into(open.downloads).named(name))
            .fetch(FetchWish.DEFAULT.maxSegments(2));
    open.onFx(() -> model.add(request));
    open.until("in the list", () -> model.all().size() == 1);
  }

  private void choose(String name) {
    open.until("the row", () -> robot.lookup(name).tryQuery().isPresent());
    robot.clickOn(name);
    open.until(
        "selected",
        () -> {
          DownloadRow lead = model.lead();
          return lead != null && lead.item().name().equals(name);
        });
  }

  private ItemView only() {
    return open.onFx(() -> List.copyOf(model.all()).getFirst().item());
  }

  private static ItemState state(ItemView item) {
    return item.state();
  }

  private long limit() {
    return model.snapshotProperty().get().total().limitBytesPerSecond();
  }

  private void copy(String text) {
    robot.interact(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  private String clipboard() {
    return open.onFx(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
  }

  private boolean there(String id) {
    return open.onFx(
        () -> robot.lookup(id).tryQuery().filter(node -> node.getScene() != null).isPresent());
  }
}
