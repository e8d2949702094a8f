package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.downloads.DownloadRow;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.fx.Theme;
import org.sluice.app.monitor.MonitorPerspective;
import org.sluice.app.monitor.SocketRows;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.queue.QueueRules;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What each command does, by its name; how it is given is the matter of [CommandRoutesTest].
@ExtendWith(ApplicationExtension.class)
class CommandEffectsTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private LabServer lab;
  private OpenWindow open;
  private DownloadsViewModel model;

  @Start
  void start(Stage stage) throws IOException {
    lab = LabServer.start();
    open = new OpenWindow(stage, Files.createTempDirectory(folder, "w"), () -> {}, "downloads");
    model = open.workbench.downloads();
  }

  @AfterEach
  void end() {
    open.close();
    lab.close();
  }

  /// Commands that ask about the download that is selected.
  private static final Set<String> NAMED =
      Set.of("downloads.limitOne", "downloads.restart", "downloads.removeDisk");

  private String dialogWords() {
    return open.onFx(
        () ->
            robot.lookup(".dialog .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.joining("\n")));
  }

  @Test
  void whatAsksOpensItsDialog() {
    slow("one.bin");
    Map<String, String> dialogs = new LinkedHashMap<>();
    dialogs.put("downloads.add", "#add-text");
    dialogs.put("downloads.limit", "#limit-number");
    dialogs.put("downloads.limitOne", "#limit-number");
    dialogs.put("downloads.newQueue", "#queue-name");
    dialogs.put("downloads.editCategories", "#category-add");
    dialogs.put("downloads.queue.edit.main", "#queue-name");
    dialogs.put("downloads.columns", "#columns-done");
    dialogs.put("downloads.properties", "#properties-segments");
    dialogs.put("downloads.newAddress", "#new-address");
    dialogs.put("downloads.removeDisk", "#dialog-yes");
    dialogs.put("downloads.restart", "#dialog-yes");
    dialogs.put("downloads.limitSchedule", "#preferences");
    dialogs.put("app.palette", "#palette-field");
    dialogs.put("app.preferences", "#preferences");
    dialogs.put("app.shortcuts", "#shortcuts");
    dialogs.forEach(
        (command, seen) -> {
          run(command);
          open.until(command + " shows " + seen, () -> there(seen));
          if (NAMED.contains(command)) {
            assertThat(dialogWords()).as(command + " says of which download").contains("“one.bin”");
          }
          close();
        });
    copy(lab.http("/small").toString());
    run("downloads.paste");
    open.until("a pasted link", () -> there("#add-text"));
  }

  @Test
  void theSelectedOnesArePausedAndResumed() {
    slow("one.bin");
    effect("downloads.pause", () -> state("one.bin") == ItemState.PAUSED);
    effect("downloads.resume", () -> state("one.bin") == ItemState.RUNNING);
    effect("downloads.toggle", () -> state("one.bin") == ItemState.PAUSED);
    effect("downloads.tryAgain", () -> state("one.bin") == ItemState.RUNNING);
    run("downloads.pause");
    open.until("paused once more", () -> state("one.bin") == ItemState.PAUSED);
    effect("downloads.resumeAll", () -> state("one.bin") == ItemState.RUNNING);
    copy("");
    effect("downloads.copyLink", () -> clipboard().startsWith("http://127.0.0.1"));
    effect("downloads.copyCurl", () -> clipboard().startsWith("curl "));
    effect("downloads.remove", () -> model.rows().isEmpty());
    effect("downloads.undoRemove", () -> model.rows().size() == 1);
  }

  @Test
  void aCompleteOneIsCheckedAndOpened() {
    add("/100k", "done.bin", false);
    open.until("complete", () -> state("done.bin") == ItemState.COMPLETE);
    select("done.bin");
    effect("downloads.verify", () -> there(".toast"));
    // What opens programs and dialogs of the system is only looked at: it can be given now.
    for (String command :
        List.of(
            "downloads.openFile",
            "downloads.openFolder",
            "downloads.addFile",
            "downloads.import",
            "downloads.export")) {
      open.until(command, () -> open.window.shell().commands().get(command).isEnabled());
    }
  }

  @Test
  void theOrderOfAQueueIsChangedByCommands() {
    for (String name : List.of("a.bin", "b.bin", "c.bin")) {
      add("/100k", name, true);
    }
    select("c.bin");
    effect("downloads.queueTop", () -> order().equals("c.bin a.bin b.bin"));
    effect("downloads.queueDown", () -> order().equals("a.bin c.bin b.bin"));
    effect("downloads.queueUp", () -> order().equals("c.bin a.bin b.bin"));
    effect("downloads.queueBottom", () -> order().equals("a.bin b.bin c.bin"));
    effect("downloads.queue.stop.main", () -> !main().running());
    effect("downloads.queue.start.main", () -> main().running());
    run("downloads.moveTo.main"); // it is there already
    assertThat(order()).isEqualTo("a.bin b.bin c.bin");
  }

  @Test
  void theViewFollowsItsCommands() {
    slow("one.bin");
    effect("downloads.details", () -> !there("#segments"));
    effect("downloads.details", () -> there("#segments"));
    effect("downloads.filter", () -> focus("search"));
    effect("downloads.clear", () -> model.selected().isEmpty());
    effect("downloads.selectAll", () -> model.selected().size() == 1);
    effect("downloads.clipboard", () -> there(".toast"));
    effect("downloads.clipboard", () -> there(".toast"));
    effect("downloads.monitor", () -> shown("monitor"));
    effect("perspective.downloads", () -> shown("downloads"));
    effect("perspective.monitor", () -> shown("monitor"));
  }

  @Test
  void theProgramFollowsItsCommands() {
    slow("one.bin");
    effect("app.theme", () -> open.window.theme() == Theme.DARK);
    Node before = owner();
    effect("app.pane.next", () -> owner() != before);
    Node next = owner();
    effect("app.pane.previous", () -> owner() != next);
    run("app.quit");
    open.until("the window is gone", () -> !open.window.scene().getWindow().isShowing());
  }

  @Test
  void menuAndDividersFollowTheirCommands() {
    slow("one.bin");
    focusOn("#downloads");
    effect("app.contextMenu", () -> !FreshWindow.popups().isEmpty());
    open.onFx(
        () -> {
          FreshWindow.popups().forEach(PopupWindow::hide);
          return true;
        });
    focusOn("#filters");
    SplitPane across = around("#filters");
    open.until(
        "the dividers to stand where they are put at the start",
        () -> !SplitPane.isResizableWithParent(across.getItems().getFirst()));
    moves(across, "app.divider.right", 1);
    moves(across, "app.divider.left", -1);
    focusOn("#downloads");
    SplitPane down = around("#downloads");
    moves(down, "app.divider.up", -1);
    moves(down, "app.divider.down", 1);
  }

  private void moves(SplitPane pane, String command, int way) {
    double before = open.onFx(() -> pane.getDividerPositions()[0]);
    effect(command, () -> (pane.getDividerPositions()[0] - before) * way > 0.01);
  }

  private SplitPane around(String id) {
    return open.onFx(
        () -> {
          Node node = robot.lookup(id).query();
          while (!(node instanceof SplitPane pane)) {
            node = node.getParent();
          }
          return pane;
        });
  }

  private void focusOn(String id) {
    open.onFx(
        () -> {
          robot.lookup(id).query().requestFocus();
          return true;
        });
  }

  @Test
  void theMonitorFollowsItsCommands() {
    slow("one.bin");
    run("perspective.monitor");
    var monitor = open.model;
    var travel = monitor.travel();
    open.until("a socket", () -> !monitor.sockets().rows().isEmpty());
    effect("monitor.add", () -> there("#add-text"));
    close();
    effect("monitor.pause", () -> state("one.bin") == ItemState.PAUSED);
    effect("monitor.resume", () -> state("one.bin") == ItemState.RUNNING);
    effect("monitor.filter", () -> focus("filter"));
    TextField filter = robot.lookup("#filter").query();
    open.retype(filter, "no such socket");
    open.until("nothing is left", () -> monitor.sockets().rows().isEmpty());
    effect("monitor.clear", () -> filter.getText().isEmpty());
    open.until("the socket again", () -> !monitor.sockets().rows().isEmpty());
    open.onFx( // the arrow keys are not the filter's any more
        () -> {
          robot.lookup("#sockets").query().requestFocus();
          return true;
        });
    effect("monitor.freeze", () -> monitor.frozenProperty().get());
    effect("monitor.freeze", () -> !monitor.frozenProperty().get());
    effect("monitor.step.back", () -> !travel.isLive());
    effect("monitor.step.end", travel::isLive);
    effect("monitor.step.home", () -> !travel.isLive());
    for (String step :
        List.of(
            "monitor.step.on",
            "monitor.step.socket.on",
            "monitor.step.socket.back",
            "monitor.step.turn.on",
            "monitor.step.turn.back")) {
      run(step);
      assertThat(travel.isLive()).as(step).isFalse();
    }
    run("monitor.step.end");
    effect("monitor.list", () -> there("#event-list") && open.visible("#event-list"));
    effect("monitor.list", () -> !there("#event-list") || !open.visible("#event-list"));
    boolean linked = monitor.linkedProperty().get();
    effect("monitor.link", () -> monitor.linkedProperty().get() != linked);
    var grouping = monitor.sockets().groupingProperty();
    effect("monitor.group.HOST", () -> grouping.get() == SocketRows.Grouping.HOST);
    effect("monitor.group.TRANSFER", () -> grouping.get() == SocketRows.Grouping.TRANSFER);
    effect("monitor.group.NONE", () -> grouping.get() == SocketRows.Grouping.NONE);
    for (String zoom : List.of("monitor.zoom.in", "monitor.zoom.out", "monitor.zoom.fit")) {
      run(zoom);
    }
    for (String asks : // these open a dialog of the system
        List.of(
            "monitor.open",
            "monitor.export.JSONL",
            "monitor.export.CSV",
            "monitor.export.PNG",
            "monitor.export.SVG",
            "monitor.export.CHROME")) {
      assertThat(open.window.shell().commands().get(asks).isEnabled()).as(asks).isTrue();
    }
  }

  @Test
  void theLessonFollowsItsCommands() {
    effect("perspective.learn", () -> shown("learn"));
    for (String pace : List.of("learn.pace.SLOW", "learn.pace.FASTER", "learn.pace.FULL")) {
      String button = "#pace-" + pace.substring("learn.pace.".length()).toLowerCase(Locale.ROOT);
      effect(pace, () -> robot.lookup(button).<ToggleButton>query().isSelected());
    }
    Set<String> titles = new HashSet<>();
    List<String> cases =
        List.of(
            "learn.case.CUT",
            "learn.case.LIMITED",
            "learn.case.ONE_SOCKET",
            "learn.case.REDIRECT",
            "learn.case.SLOW",
            "learn.case.TWO_SOCKETS",
            "learn.case.SMALL");
    for (String each : cases) {
      run(each);
      titles.add(open.onFx(() -> robot.lookup("#learn-case").<MenuButton>query().getText()));
    }
    assertThat(titles).as("each is named on the button").hasSameSizeAs(cases);
    run("learn.pace.SLOW");
    effect("learn.step", () -> can("learn.restart"));
    effect("learn.step", () -> can("learn.back"));
    effect("learn.back", () -> can("learn.step"));
    effect("learn.run", () -> can("learn.pause"));
    effect("learn.pause", () -> can("learn.run"));
    effect("learn.restart", () -> !can("learn.back"));
  }

  private boolean can(String command) {
    return open.window.shell().commands().get(command).isEnabled();
  }

  @Test
  void aRecordingIsMadeAndItsTraceIsClosed() throws IOException {
    slow("one.bin");
    run("perspective.monitor");
    effect("monitor.record", () -> trace() != null);
    long before = received();
    open.until("events to record", () -> received() > before + 100_000);
    run("monitor.record");
    open.until("it is written", () -> open.text("#trace-words").contains("stand in"));
    Path file = trace();
    open.onFx(
        () -> {
          ((MonitorPerspective) open.window.shell().current()).open(file);
          return true;
        });
    open.until("it is shown", () -> open.model.loadedProperty().get() != null);
    effect("monitor.close", () -> open.model.loadedProperty().get() == null);
    copy(lab.http("/small").toString());
    effect("monitor.paste", () -> there("#add-text"));
    close();
    open.onFx(
        () -> {
          open.model.selectedProperty().set(open.model.transfers().rows().getFirst());
          return true;
        });
    effect("monitor.remove", () -> open.model.transfers().rows().isEmpty());
  }

  private long received() {
    return open.engine.list().snapshot().items().getFirst().amount().received();
  }

  private Path trace() {
    try (Stream<Path> files = Files.list(open.downloads)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElse(null);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void effect(String command, BooleanSupplier seen) {
    run(command);
    open.until(command, seen);
  }

  private void run(String command) {
    open.until(
        command + " can be given",
        () -> open.window.shell().commands().find(command).filter(c -> c.isEnabled()).isPresent());
    open.onFx(() -> open.window.shell().commands().get(command).run());
  }

  private void close() {
    open.onFx(
        () -> {
          open.window.shell().dialogs().close();
          return true;
        });
  }

  private void slow(String name) {
    add("/throttled?size=40m&rate=300k", name, false);
    open.until(name + " works", () -> state(name) == ItemState.RUNNING);
    select(name);
  }

  private void add(String path, String name, boolean paused) {
    int before = open.onFx(() -> model.all().size());
    DownloadRequest request =
        DownloadRequest.of(lab.http(path).toString(), FileWish.into(open.downloads).named(name))
            .fetch(FetchWish.DEFAULT.maxSegments(2))
            .startPaused(paused);
    open.onFx(() -> model.add(request));
    open.until(name + " is in the list", () -> model.all().size() > before);
  }

  private void select(String name) {
    open.onFx(
        () -> {
          javafx.scene.control.TableView<DownloadRow> table = robot.lookup("#downloads").query();
          table.getSelectionModel().clearSelection();
          table.getSelectionModel().select(row(name));
          return true;
        });
    open.until(name + " is selected", () -> model.selected().size() == 1);
  }

  private DownloadRow row(String name) {
    return model.all().stream()
        .filter(row -> row.item().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ItemState state(String name) {
    return row(name).item().state();
  }

  private String order() {
    return String.join(
        " ",
        model.all().stream()
            .sorted(java.util.Comparator.comparingLong(row -> row.item().place().number()))
            .map(row -> row.item().name())
            .toList());
  }

  private QueueRules main() {
    return model.queuesProperty().get().stream()
        .filter(rules -> rules.name().equals(DownloadRequest.MAIN_QUEUE))
        .findFirst()
        .orElseThrow();
  }

  private boolean shown(String perspective) {
    return open.window.shell().current().id().equals(perspective);
  }

  private boolean focus(String id) {
    Node owner = open.window.scene().getFocusOwner();
    return owner != null && id.equals(owner.getId());
  }

  private Node owner() {
    return open.onFx(() -> open.window.scene().getFocusOwner());
  }

  private void copy(String text) {
    open.onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  private String clipboard() {
    return String.valueOf(Clipboard.getSystemClipboard().getString());
  }

  private boolean there(String selector) {
    return robot.lookup(selector).tryQuery().filter(node -> node.getScene() != null).isPresent();
  }
}
