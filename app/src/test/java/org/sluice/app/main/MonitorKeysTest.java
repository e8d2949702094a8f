package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.sluice.app.monitor.SocketRow;
import org.sluice.app.monitor.SocketRows.Grouping;
import org.sluice.app.monitor.TraceNumbers;
import org.sluice.app.monitor.TransferRow;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.timeline.Lane;
import org.sluice.app.timeline.TimeWindow;
import org.sluice.app.timeline.TravelViewModel;
import org.sluice.app.tracefile.LoadedTrace;
import org.sluice.app.tracefile.TraceFileReader;
import org.testfx.framework.junit5.Start;

/// The Monitor's commands by key and by mouse, on a real download.
class MonitorKeysTest extends FreshMonitor {
  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @Test
  void theCursorIsMovedByKeysAndByButtons() {
    begin();
    TravelViewModel travel = open.model.travel();
    robot.push(KeyCode.HOME);
    open.until(
        "the oldest moment",
        () -> !travel.isLive() && travel.position() == travel.tape().begin() + 1);
    long first = open.onFx(travel::position);
    robot.push(KeyCode.RIGHT);
    open.until("one event on", () -> travel.position() == first + 1);
    robot.push(KeyCode.LEFT);
    open.until("one event back", () -> travel.position() == first);
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
    open.until("one turn on", () -> travel.position() > first + 1);
    robot.push(KeyCode.SHIFT, KeyCode.LEFT);
    open.until("one turn back", () -> travel.position() <= first + 1);
    robot.clickOn("#step-on");
    long on = open.onFx(travel::position);
    robot.clickOn("#step-back");
    open.until("back by the button", () -> travel.position() == on - 1);
    focusTable();
    robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
    open.until("an event of the socket", () -> travel.position() >= on);
    long of = open.onFx(travel::position);
    robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
    open.until("the next of the socket", () -> travel.position() > of);
    robot.push(KeyCode.CONTROL, KeyCode.LEFT);
    open.until("the one before", () -> travel.position() == of);
    robot.push(KeyCode.END);
    open.until("live", travel::isLive);
    robot.clickOn("#moment-travel");
    open.until("stopped", () -> !travel.isLive());
    robot.clickOn("#live-end");
    open.until("live again", travel::isLive);
    robot.clickOn("#moment-travel");
    robot.clickOn("#moment-live");
    open.until("live by the switch", travel::isLive);
  }

  @Test
  void aStepOfTheCursorIsReadOut() {
    begin();
    robot.push(KeyCode.HOME);
    open.until("the oldest moment is said", () -> said().contains("behind live"));
    robot.push(KeyCode.RIGHT);
    open.until(
        "the next event is said",
        () ->
            said().contains(open.text("#cursor-moment"))
                && said().contains(open.text("#cursor-event")));
    robot.push(KeyCode.END);
    open.until("that it is live again is said", () -> said().equals("The newest moment, live"));
  }

  private String said() {
    return open.text("#announcer");
  }

  @Test
  void theTimelineIsZoomedAndListedByKeysAndByMouse() {
    begin();
    TimeWindow window = open.model.timeline().window();
    long span = open.onFx(window::spanNanos);
    robot.clickOn("#timeline-in");
    open.until("less time", () -> window.spanNanos() == span / 2);
    robot.clickOn("#timeline-out");
    open.until("more time", () -> window.spanNanos() == span);
    focusTable();
    type("+");
    open.until("less time by key", () -> window.spanNanos() == span / 2);
    type("-");
    open.until("more time by key", () -> window.spanNanos() == span);
    robot.clickOn("#timeline-fit");
    open.until("all", this::showsAll);
    robot.clickOn("#timeline-in");
    open.until("less again", () -> !showsAll());
    focusTable();
    type("0");
    open.until("all by key", this::showsAll);
    robot.clickOn("#timeline-as-list");
    open.until("the list", () -> open.visible("#event-list"));
    robot.clickOn("#timeline-as-list");
    open.until("the lanes", () -> !open.visible("#event-list"));
    run("monitor.list");
    open.until("the list by command", () -> open.visible("#event-list"));
    TableView<?> list = robot.lookup("#event-list").queryTableView();
    assertThat(open.onFx(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(-1);
    run("monitor.step.back");
    open.until("a row is selected", () -> list.getSelectionModel().getSelectedIndex() > 0);
    int row = open.onFx(() -> list.getSelectionModel().getSelectedIndex());
    assertThat(open.onFx(() -> open.model.travel().lastEvent()))
        .as("it is the event under the cursor")
        .isEqualTo(open.onFx(() -> list.getItems().get(row)));
    robot.interact(() -> list.getSelectionModel().clearAndSelect(row - 1));
    assertThat(open.onFx(() -> open.model.travel().lastEvent()))
        .isEqualTo(open.onFx(() -> list.getItems().get(row - 1)));
    run("monitor.step.end");
    open.until("no row", () -> list.getSelectionModel().getSelectedIndex() == -1);
  }

  @Test
  void theBrushIsMovedByArrows() {
    begin();
    robot.clickOn("#timeline-in");
    TimeWindow window = open.model.timeline().window();
    open.until(
        "a record longer than what is shown",
        () ->
            open.model.travel().recordedNanos()
                > window.toNanos() - window.fromNanos() + 1_000_000_000L);
    robot.interact(() -> robot.lookup("#brush-whole").query().requestFocus());
    robot.push(KeyCode.LEFT);
    open.until(
        "earlier",
        () -> !window.following() && window.toNanos() < open.model.travel().newestNanos());
    long from = open.onFx(window::fromNanos);
    long to = open.onFx(window::toNanos);
    robot.interact(() -> robot.lookup("#brush-from").query().requestFocus());
    robot.push(KeyCode.RIGHT);
    open.until("its beginning later", () -> window.fromNanos() > from && window.toNanos() == to);
    robot.interact(() -> robot.lookup("#brush-to").query().requestFocus());
    robot.push(KeyCode.LEFT);
    open.until("its end earlier", () -> window.toNanos() < to);
    assertThat(open.onFx(() -> open.model.travel().isLive())).isTrue();
  }

  @Test
  void theDisplayIsFrozenFilteredAndGroupedByKeysAndByMouse() {
    begin();
    robot.clickOn("#freeze");
    open.until("frozen", () -> open.model.frozenProperty().get());
    robot.clickOn("#freeze");
    open.until("not frozen", () -> !open.model.frozenProperty().get());
    focusTable();
    robot.push(KeyCode.SPACE);
    open.until("frozen by key", () -> open.model.frozenProperty().get());
    robot.push(KeyCode.SPACE);
    open.until("not frozen by key", () -> !open.model.frozenProperty().get());
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("nothing like that", 0);
    open.until("no row", () -> open.model.sockets().rows().isEmpty());
    robot.push(KeyCode.ESCAPE);
    open.until("all rows", () -> !open.model.sockets().rows().isEmpty());
    robot.clickOn("#group");
    robot.clickOn("By host");
    open.until(
        "a heading",
        () ->
            open.model.sockets().groupingProperty().get() == Grouping.HOST
                && open.model.sockets().rows().getFirst().isHeading());
    run("monitor.group.NONE");
    open.until("no heading", () -> !open.model.sockets().rows().getFirst().isHeading());
    robot.clickOn("#link-selection");
    open.until("not linked", () -> !open.workbench.selection().linkedProperty().get());
    run("monitor.link");
    open.until("linked", () -> open.workbench.selection().linkedProperty().get());
  }

  @Test
  void aTraceIsRecordedByKeyAndByMouseAndOpenedAgain() throws IOException {
    begin();
    robot.clickOn("#record");
    long before = open.onFx(() -> open.model.tape().end());
    open.until("events", () -> open.model.tape().end() > before + 20);
    robot.clickOn("#record");
    open.until("a trace is written", () -> open.text("#trace-words").contains("events stand in"));
    assertThat(open.onFx(() -> robot.lookup(".notice:info #trace-words").tryQuery()))
        .as("what went well is no warning")
        .isPresent();
    assertThat(traces()).hasSize(1);
    LoadedTrace trace = TraceFileReader.read(traces().getFirst());
    assertThat(trace.tape().end()).isGreaterThan(20);
    assertThat(trace.lost()).isZero();
    robot.interact(() -> open.model.show(trace));
    open.until("the banner", () -> open.visible("#trace-banner"));
    assertThat(open.text("#trace-banner-words")).contains(".jsonl");
    open.until(
        "a trace has no present to go to",
        () -> open.onFx(() -> robot.lookup("#live-end").queryButton().getText()).equals("End"));
    assertThat(open.onFx(() -> right("#filter")))
        .as("its long name leaves room for the rest")
        .isLessThanOrEqualTo(OpenWindow.PLACE.width());
    TableView<SocketRow> table = robot.lookup("#sockets").query();
    assertThat(open.onFx(() -> widthOfColumns(table)))
        .as("the columns fit beside the transfers")
        .isLessThanOrEqualTo(open.onFx(table::getWidth));
    robot.clickOn("#close-trace");
    open.until("back", () -> !open.visible("#trace-banner") && open.model.travel().isLive());
    robot.interact(() -> open.model.show(trace));
    open.until("shown again", () -> open.visible("#trace-banner"));
    robot.clickOn("#engine");
    robot.clickOn("#engine-own");
    open.until("back by the menu", () -> open.model.loadedProperty().get() == null);
    focusTable();
    robot.push(KeyCode.R);
    long again = open.onFx(() -> open.model.tape().end());
    open.until("more events", () -> open.model.tape().end() > again + 20);
    focusTable();
    robot.push(KeyCode.R);
    open.until("a second trace is written", () -> written() == 2);
  }

  @Test
  void everyMomentOfARecordedTraceIsWhatItsLinesSay() throws IOException {
    open.start(lab.http("/throttled?size=40m&rate=100k"));
    begin();
    robot.clickOn("#record");
    open.start(lab.http("/100k"));
    open.start(lab.http("/close-mid"));
    open.start(lab.https("/100k"));
    long before = open.onFx(() -> open.model.tape().end());
    open.until("events", () -> open.model.tape().end() > before + 200);
    robot.clickOn("#record");
    open.until("a trace is written", () -> open.text("#trace-words").contains("events stand in"));
    TraceNumbers.check(traces().getFirst());
  }

  @Test
  void whatIsAddedHereGoesThroughTheDialog() {
    robot.clickOn("#empty-add");
    open.until("the dialog of the empty Monitor", this::adding);
    robot.push(KeyCode.ESCAPE);
    open.until("no dialog", () -> !adding());
    robot.push(KeyCode.CONTROL, KeyCode.N);
    open.until("the dialog by key", this::adding);
    robot.push(KeyCode.ESCAPE);
    open.until("no dialog again", () -> !adding());
    begin();
    robot.clickOn("#add");
    open.until("the dialog by the button", this::adding);
    robot.push(KeyCode.ESCAPE);
    open.until("no dialog at last", () -> !adding());
    String url = lab.http("/100k").toString();
    robot.interact(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, url)));
    focusTable();
    robot.push(KeyCode.CONTROL, KeyCode.V);
    open.until(
        "what was pasted",
        () ->
            adding() && robot.lookup("#add-text").queryTextInputControl().getText().contains(url));
  }

  @Test
  void whatIsSelectedInOnePerspectiveIsSelectedInTheOther() {
    TransferRow other = open.add(lab.http("/throttled?size=40m&rate=200k"));
    TransferRow row = begin();
    robot.clickOn(row.name());
    open.until(
        "the list's selection",
        () -> row.item().equals(open.workbench.selection().downloadProperty().get()));
    open.until(
        "its socket",
        () -> {
          Long socket = open.workbench.selection().socketProperty().get();
          return socket != null && row.socketProperty().get().equals(socket.toString());
        });
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    open.until(
        "selected in the list",
        () ->
            open.workbench.downloads().lead() != null
                && open.workbench.downloads().lead().id().equals(row.item()));
    // the other one in the list, and back to the Monitor by its command
    robot.interact(
        () -> {
          TableView<Object> table = robot.lookup("#downloads").query();
          int at =
              open.workbench
                  .downloads()
                  .rows()
                  .indexOf(open.workbench.downloads().find(other.item()));
          table.getSelectionModel().clearAndSelect(at);
          table.requestFocus();
        });
    robot.push(KeyCode.CONTROL, KeyCode.M);
    open.until("the Monitor", () -> open.visible("#sockets"));
    open.until(
        "the other one and its socket",
        () -> {
          TransferRow selected = open.model.selectedProperty().get();
          Long socket = open.model.travel().socketProperty().get();
          return selected != null
              && selected.item().equals(other.item())
              && socket != null
              && other.socketProperty().get().equals(socket.toString());
        });
    // and a socket selects its transfer
    Long mine = Long.valueOf(open.onFx(() -> row.socketProperty().get()));
    robot.interact(
        () ->
            robot
                .lookup("#sockets")
                .<TableView<Object>>query()
                .getSelectionModel()
                .select(open.model.sockets().find(mine)));
    open.until("its transfer", () -> open.model.selectedProperty().get() == row);
  }

  @Test
  void whatLeavesTheTableDoesNotSelectItsNeighbour() {
    TransferRow other = open.add(lab.http("/throttled?size=40m&rate=200k"));
    TransferRow row = begin();
    open.until("the other's socket", () -> socket(other) != null);
    Long mine = open.onFx(() -> socket(row));
    TableView<Object> table = robot.lookup("#sockets").query();
    robot.interact(() -> table.getSelectionModel().select(open.model.sockets().find(mine)));
    open.until("its transfer", () -> open.model.selectedProperty().get() == row);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("nothing like that", 0);
    open.until("no row", () -> open.model.sockets().rows().isEmpty());
    robot.push(KeyCode.ESCAPE);
    open.until("all rows", () -> open.model.sockets().rows().size() >= 2);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("E" + open.onFx(() -> transferOf(socket(other))), 0);
    open.until("one row", () -> open.model.sockets().rows().size() == 1);
    assertThat(open.onFx(() -> open.model.selectedProperty().get()))
        .as("the buttons still mean what was selected")
        .isSameAs(row);
    assertThat(open.onFx(() -> open.model.travel().socketProperty().get())).isEqualTo(mine);
    assertThat(open.onFx(() -> table.getSelectionModel().getSelectedItem())).isNull();
  }

  @Test
  void aSocketThatIsSelectedElsewhereIsScrolledTo() {
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.SEGMENTS, 8);
          return true;
        });
    open.start(lab.http("/throttled?size=400m&rate=200k&n=1"));
    open.start(lab.http("/throttled?size=400m&rate=200k&n=2"));
    open.until("sockets", () -> open.model.sockets().rows().size() >= 15);
    TableView<SocketRow> table = robot.lookup("#sockets").query();
    ListView<Lane> lanes = robot.lookup("#timeline-lanes").query();
    Long last = open.onFx(() -> table.getItems().getLast().serial());
    assertThat(open.onFx(() -> sees(table, (SocketRow row) -> row.serial() == last))).isFalse();
    robot.interact(() -> open.workbench.selection().socketProperty().set(last));
    open.until("its row", () -> sees(table, (SocketRow row) -> row.serial() == last));
    open.until("its lane", () -> sees(lanes, (Lane lane) -> lane.serial() == last));
  }

  /// Whether one of the cells that are there to be seen shows such a row.
  @SuppressWarnings("unchecked")
  private static <T> boolean sees(Node list, Predicate<T> row) {
    VirtualFlow<IndexedCell<T>> flow = (VirtualFlow<IndexedCell<T>>) list.lookup(".virtual-flow");
    for (int i = flow.getFirstVisibleCell().getIndex();
        i <= flow.getLastVisibleCell().getIndex();
        i++) {
      T item = flow.getCell(i).getItem();
      if (item != null && row.test(item)) {
        return true;
      }
    }
    return false;
  }

  private double right(String id) {
    Node node = robot.lookup(id).query();
    return node.localToScene(node.getLayoutBounds()).getMaxX();
  }

  private static double widthOfColumns(TableView<?> table) {
    return table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
  }

  private long transferOf(long socket) {
    return open.model.sockets().find(socket).transfersProperty().get().getFirst();
  }

  private boolean showsAll() {
    TravelViewModel travel = open.model.travel();
    return travel.window().fromNanos() <= travel.tape().beginNanos() + 1_000_000_000L;
  }

  private boolean adding() {
    return robot.lookup("#add-text").tryQuery().isPresent();
  }

  private void run(String command) {
    robot.interact(() -> open.window.shell().commands().get(command).run());
  }

  private long written() {
    try {
      return traces().size() == 2 && open.text("#trace-words").contains("events stand in") ? 2 : 1;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// As the keyboard's layout would send it.
  private void type(String character) {
    robot.interact(
        () ->
            javafx.event.Event.fireEvent(
                robot.lookup("#sockets").query(),
                new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_TYPED,
                    character,
                    "",
                    KeyCode.UNDEFINED,
                    false,
                    false,
                    false,
                    false)));
  }
}
