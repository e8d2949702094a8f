package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.sluice.app.fx.Drawing;
import org.sluice.app.preferences.Section;
import org.testfx.framework.junit5.Start;

/// Walks through the whole window: each control is reached by Tab, has a name for who does not see it,
/// and is large enough to be hit.
class ReachTest extends FreshWindow {
  private static final String MAP = "Map of the file: \\d+ percent, \\d+ segments?, receiving";
  private static final String CHART =
      "Speed of the last minute: .* (kilo|mega)bytes a second, (steady|rising|falling)";

  private final List<String> faults = new ArrayList<>();

  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @Test
  void allOfThePerspectives() {
    look("downloads, empty");
    run("perspective.monitor");
    look("monitor, empty");
    run("perspective.downloads");
    open.add(lab.http("/throttled?size=40m&rate=300k"));
    open.until("a row", () -> hasRows("#downloads"));
    select("#downloads");
    for (String tab : List.of("general", "segments", "sockets", "headers", "log")) {
      fire("#tab-" + tab);
      look("downloads, " + tab);
    }
    run("perspective.monitor");
    open.until("a socket", () -> hasRows("#sockets"));
    open.until("a transfer", () -> hasRows("#transfers"));
    select("#sockets");
    open.onFx(() -> selectFirst(list("#transfers")));
    open.until("the brush", this::isBrushShown);
    look("monitor");
    run("monitor.list");
    open.onFx(
        () -> {
          open.model.travel().stop();
          return true;
        });
    look("monitor, as a list and earlier");
    run("perspective.learn");
    look("learn");
    run("learn.step");
    open.until("a moment", () -> enabled("learn.step"));
    look("learn, stepping");
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsDrawnIsSaidInWords() {
    open.add(lab.http("/throttled?size=40m&rate=300k"));
    open.until("a row", () -> hasRows("#downloads"));
    select("#downloads");
    fire("#tab-segments");
    open.until("the map", () -> drawn().stream().anyMatch(each -> each.matches(MAP)));
    open.until("the chart", () -> drawn().stream().anyMatch(each -> each.matches(CHART)));
  }

  /// What is said of each picture that is drawn in the window.
  private List<String> drawn() {
    return open.window.shell().lookupAll("*").stream()
        .filter(node -> node instanceof Drawing)
        .filter(node -> node.getAccessibleRole() == AccessibleRole.IMAGE_VIEW)
        .map(node -> String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
        .toList();
  }

  @Test
  void allOfAFailedOne() {
    open.add(lab.http("/close-mid"));
    open.until("its row", () -> hasRows("#downloads"));
    select("#downloads");
    fire("#tab-general");
    open.until("it failed", () -> robot.lookup("#failed-copy").tryQuery().isPresent());
    look("downloads, failed");
    run("perspective.monitor");
    open.until("the brush", this::isBrushShown);
    look("monitor, failed");
    assertThat(faults).isEmpty();
  }

  @Test
  void allOfTheDialogs() {
    open.add(lab.http("/throttled?size=40m&rate=300k"));
    open.until("a row", () -> hasRows("#downloads"));
    select("#downloads");
    for (String command :
        List.of(
            "downloads.limit",
            "downloads.newQueue",
            "downloads.columns",
            "downloads.properties",
            "downloads.newAddress",
            "downloads.removeDisk",
            "app.palette",
            "app.shortcuts")) {
      dialog(command);
    }
    run("downloads.add");
    fire("#add-more");
    open.onFx(
        () -> {
          robot.lookup("#add-text").queryTextInputControl().setText(lab.http("/small").toString());
          robot.lookup("#header-name").queryTextInputControl().setText("X-A");
          robot.lookup("#header-value").queryTextInputControl().setText("b");
          return true;
        });
    fire("#header-add");
    open.until("an answer", () -> robot.lookup("#probe-again").tryQuery().isPresent());
    look("the dialog by which one adds");
    assertThat(faults).isEmpty();
  }

  @Test
  void allPagesOfThePreferences() {
    run("app.preferences");
    for (Section section : Section.values()) {
      open.onFx(
          () -> {
            @SuppressWarnings("unchecked")
            ListView<Section> pages = robot.lookup("#preferences-pages").queryAs(ListView.class);
            pages.getSelectionModel().select(section);
            return true;
          });
      look("preferences, " + section);
    }
    assertThat(faults).isEmpty();
  }

  private boolean isBrushShown() {
    return robot
        .lookup("#brush-whole")
        .tryQuery()
        .filter(brush -> brush.getLayoutBounds().getWidth() > 0)
        .isPresent();
  }

  private void dialog(String command) {
    run(command);
    look(command);
    open.onFx(
        () -> {
          open.window.shell().dialogs().close();
          return true;
        });
  }

  private void look(String where) {
    open.drawn();
    open.onFx(
        () -> {
          Parent dialog = (Parent) robot.lookup(".dialog").tryQuery().orElse(null);
          Parent root = dialog == null ? open.window.shell() : dialog;
          Reach.faults(open.window.scene(), root)
              .forEach(fault -> faults.add(where + ": " + fault));
          return true;
        });
  }

  private void run(String command) {
    open.until(command + " can be given", () -> enabled(command));
    open.onFx(() -> open.window.shell().commands().get(command).run());
  }

  private boolean enabled(String command) {
    return open.window.shell().commands().find(command).filter(c -> c.isEnabled()).isPresent();
  }

  private void fire(String id) {
    open.until(id, () -> robot.lookup(id).tryQuery().isPresent());
    open.onFx(
        () -> {
          ((ButtonBase) robot.lookup(id).query()).fire();
          return true;
        });
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

  private ListView<?> list(String id) {
    return robot.lookup(id).queryAs(ListView.class);
  }

  private void select(String table) {
    open.onFx(
        () -> {
          table(table).getSelectionModel().select(0);
          return true;
        });
  }

  private static boolean selectFirst(ListView<?> list) {
    list.getSelectionModel().select(0);
    return true;
  }
}
