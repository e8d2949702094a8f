package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// Where Tab and F6 go, forwards and backwards; and that dialogs keep the focus and give it back.
class FocusOrderTest extends FreshWindow {
  private static final List<String> HEADER =
      List.of(
          "menu",
          "perspective-downloads",
          "perspective-monitor",
          "perspective-learn",
          "app-palette",
          "app-theme",
          "app-preferences");

  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @Test
  void tabGoesThroughDownloadsAsDesigned() {
    download();
    assertOrder("downloads-add", "search", "filters", "downloads", "tab-general", "status");
  }

  @Test
  void tabGoesThroughMonitorAsDesigned() {
    download();
    run("perspective.monitor");
    open.until("a socket", () -> hasRows("#sockets"));
    open.until("a transfer", () -> hasRows("#transfers"));
    assertOrder(
        "freeze",
        "transfers",
        "timeout-ring",
        "sockets",
        "timeline-lanes",
        "brush-whole",
        "status");
  }

  @Test
  void tabGoesThroughLearnAsDesigned() {
    run("perspective.learn");
    assertOrder(
        "lesson-1",
        "lesson-scroll",
        "step-1",
        "step-2",
        "step-3",
        "step-4",
        "step-5",
        "step-6",
        "step-7",
        "step-8",
        "step-9",
        "said",
        "code",
        "learn-step",
        "status");
  }

  /// After the header come these, in this order, and backwards it is the same.
  private void assertOrder(String... wanted) {
    List<String> all = new ArrayList<>(HEADER);
    all.addAll(List.of(wanted));
    List<String> forwards = ids(false);
    assertThat(forwards).containsSubsequence(all);
    assertThat(forwards).startsWith(HEADER.toArray(String[]::new));
    assertThat(ids(true).reversed()).containsSubsequence(all);
  }

  /// The ids of what has one, from the menu on.
  private List<String> ids(boolean backwards) {
    return open.onFx(
        () -> {
          open.window.shell().applyCss();
          open.window.shell().layout();
          Node begin = robot.lookup(backwards ? "#status" : "#menu").query();
          begin.requestFocus();
          Set<Node> reached = Reach.byTab(open.window.scene(), open.window.shell(), backwards);
          return reached.stream().map(Node::getId).filter(id -> id != null).toList();
        });
  }

  @Test
  void f6GoesFromPaneToPane() {
    download();
    focus("#status");
    panes(
        "app.pane.next", "menu", "downloads-add", "filters", "downloads", "tab-general", "status");
    panes(
        "app.pane.previous",
        "tab-general",
        "downloads",
        "filters",
        "downloads-add",
        "menu",
        "status");
    run("perspective.monitor");
    open.until("a transfer", () -> hasRows("#transfers"));
    focus("#status");
    panes(
        "app.pane.next",
        "menu",
        "moment-live",
        "transfers",
        "timeout-ring",
        "sockets",
        "timeline-lanes",
        "brush-whole",
        "status");
    run("perspective.learn");
    open.until("the loop", () -> robot.lookup("#step-1").tryQuery().isPresent());
    focus("#status");
    panes(
        "app.pane.next",
        "menu",
        "lesson-1",
        "lesson-scroll",
        "step-1",
        "said",
        "code",
        "values",
        "learn-step",
        "status");
  }

  private void panes(String command, String... ids) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      run(command);
      seen.add(open.onFx(() -> open.window.scene().getFocusOwner().getId()));
    }
    assertThat(seen).as(command).containsExactly(ids);
  }

  @Test
  void everyDialogHoldsTheFocusAndGivesItBack() {
    download();
    for (String command :
        List.of(
            "downloads.add",
            "downloads.limit",
            "downloads.limitOne",
            "downloads.newQueue",
            "downloads.queue.edit.main",
            "downloads.columns",
            "downloads.properties",
            "downloads.newAddress",
            "downloads.removeDisk",
            "downloads.restart",
            "downloads.limitSchedule",
            "app.palette",
            "app.preferences",
            "app.shortcuts")) {
      for (String opener : List.of("#downloads", "#search")) {
        focus(opener);
        Node before = open.onFx(() -> open.window.scene().getFocusOwner());
        run(command);
        open.until(command, () -> robot.lookup(".dialog").tryQuery().isPresent());
        for (boolean backwards : new boolean[] {false, true}) {
          List<Node> outside =
              open.onFx(
                  () -> {
                    Parent dialog = (Parent) robot.lookup(".dialog").query();
                    return Reach.byTab(open.window.scene(), dialog, backwards).stream()
                        .filter(node -> !isInside(node, dialog))
                        .toList();
                  });
          assertThat(outside).as(command).isEmpty();
        }
        robot.push(KeyCode.ESCAPE);
        open.until(command + " is closed", () -> robot.lookup(".dialog").tryQuery().isEmpty());
        assertThat(open.onFx(() -> open.window.scene().getFocusOwner()))
            .as(command)
            .isEqualTo(before);
      }
    }
  }

  @Test
  void whatIsGoneLeavesTheFocusWhereWorkBegins() {
    download();
    run("downloads.limit");
    open.onFx(
        () -> {
          Node opener = robot.lookup("#search").query();
          open.window.shell().dialogs().close();
          opener.requestFocus();
          open.window.shell().commands().get("downloads.limit").run();
          opener.setVisible(false);
          open.window.shell().dialogs().close();
          return true;
        });
    assertThat(open.onFx(() -> open.window.scene().getFocusOwner().getId())).isEqualTo("downloads");
  }

  private static boolean isInside(Node node, Node parent) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(parent)) {
        return true;
      }
    }
    return false;
  }

  private void focus(String id) {
    open.onFx(
        () -> {
          robot.lookup(id).query().requestFocus();
          return true;
        });
  }

  private void download() {
    open.add(lab.http("/throttled?size=900m&rate=300k"));
    open.until("a row", () -> hasRows("#downloads"));
    open.onFx(
        () -> {
          table("#downloads").getSelectionModel().select(0);
          table("#downloads").requestFocus();
          return true;
        });
  }

  private void run(String command) {
    open.until(
        command + " can be given",
        () -> open.window.shell().commands().find(command).filter(c -> c.isEnabled()).isPresent());
    open.onFx(() -> open.window.shell().commands().get(command).run());
  }

  /// Whether that table or list is there and has some.
  private boolean hasRows(String id) {
    return switch (robot.lookup(id).tryQuery().orElse(null)) {
      case TableView<?> table -> !table.getItems().isEmpty();
      case ListView<?> list -> !list.getItems().isEmpty();
      case null, default -> false;
    };
  }

  private TableView<?> table(String id) {
    return robot.lookup(id).queryAs(TableView.class);
  }
}
