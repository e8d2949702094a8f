package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.app.fx.Drawing;
import org.sluice.app.preferences.AllSettings;
import org.testfx.framework.junit5.Start;

/// With small and with large text nothing is cut off that cannot be come to: what Tab comes to stands in
/// the window then, and header and status bar always do.
class TextSizeTest extends FreshWindow {
  private final List<String> faults = new ArrayList<>();

  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 150, 200})
  void allIsComeTo(int percent) {
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.TEXT_SIZE, percent);
          return true;
        });
    look("first run");
    open.add(lab.http("/throttled?size=900m&rate=300k"));
    open.until("a row", () -> hasRows("#downloads"));
    look("downloads");
    run("perspective.monitor");
    open.until("a socket", () -> hasRows("#sockets"));
    look("monitor");
    run("perspective.learn");
    open.until("the loop", () -> robot.lookup("#step-1").tryQuery().isPresent());
    look("learn");
    run("perspective.downloads");
    for (String command :
        List.of(
            "downloads.add",
            "downloads.limit",
            "downloads.newQueue",
            "downloads.columns",
            "app.palette",
            "app.shortcuts",
            "app.preferences")) {
      run(command);
      look(command);
      open.onFx(
          () -> {
            open.window.shell().dialogs().close();
            return true;
          });
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 200})
  void menusFollow(int percent) {
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.TEXT_SIZE, percent);
          robot.lookup("#menu").query().requestFocus();
          return true;
        });
    robot.push(KeyCode.SPACE);
    open.until("the menu", () -> !popups().isEmpty());
    open.until(
        "text of its size",
        () ->
            popups().getFirst().getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(
                    each ->
                        each instanceof Label label
                            && !label.getText().isBlank()
                            && Math.abs(label.getFont().getSize() - 13 * percent / 100.0) < 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 150, 200})
  void whatIsDrawnHasThePixelsThatItCovers(int percent) {
    open.add(lab.http("/throttled?size=900m&rate=300k"));
    open.until("a row", () -> hasRows("#downloads"));
    open.onFx(() -> select("#downloads"));
    open.drawn();
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.TEXT_SIZE, percent);
          return true;
        });
    open.until("bars, chart, curves of " + percent, () -> areOf(percent, 3));
    run("perspective.monitor");
    open.until("a socket", () -> hasRows("#sockets"));
    open.until("curves and lanes of " + percent, () -> areOf(percent, 3));
  }

  /// Whether there are some drawings to be seen, and each has its pixels.
  private boolean areOf(int percent, int least) {
    List<Double> found = new ArrayList<>();
    pixels(open.window.shell(), found);
    return found.size() >= least
        && found.stream().allMatch(each -> Math.abs(each - percent / 100.0) < 0.1);
  }

  private static void pixels(Node node, List<Double> found) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case Drawing drawing when drawing.getWidth() > 0 -> found.add(drawing.pixelsPerUnit());
      case ImageView image when image.getId() == null && image.getFitWidth() > 100 ->
          found.add(image.getImage().getWidth() / image.getFitWidth()); // lanes and timer
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> pixels(child, found));
      default -> {}
    }
  }

  private boolean select(String table) {
    robot.lookup(table).queryAs(TableView.class).getSelectionModel().select(0);
    return true;
  }

  private void look(String where) {
    open.drawn();
    open.onFx(
        () -> {
          Scene scene = open.window.scene();
          Parent dialog = (Parent) robot.lookup(".dialog").tryQuery().orElse(null);
          Parent root = dialog == null ? open.window.shell() : dialog;
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          Bounds window = new BoundingBox(-1, -1, scene.getWidth() + 2, scene.getHeight() + 2);
          for (String id : List.of("#menu", "#app-preferences", "#status")) {
            Node node = robot.lookup(id).query();
            Bounds at = node.localToScene(node.getLayoutBounds());
            if (!window.contains(at)) {
              faults.add(where + ": is not in the window: " + id + " " + at);
            }
          }
          Set<Node> reached = Reach.byTab(scene, root, false);
          for (Node node : reached) {
            Reach.come(scene, root, node);
            scene.getRoot().layout();
            Bounds at = node.localToScene(node.getLayoutBounds());
            if (at.getWidth() > 0 && !isSeen(window, node, at)) {
              faults.add(where + ": is not seen though Tab is there: " + Reach.name(node) + at);
            }
          }
          return true;
        });
  }

  /// The most of it, or of a list something at least.
  private static boolean isSeen(Bounds window, Node node, Bounds at) {
    double width = Math.min(at.getMaxX(), window.getMaxX()) - Math.max(at.getMinX(), 0);
    double height = Math.min(at.getMaxY(), window.getMaxY()) - Math.max(at.getMinY(), 0);
    boolean large = node instanceof ListView || node instanceof TableView || at.getWidth() > 300;
    return large
        ? width > 24 && height > 12
        : width > at.getWidth() * 0.6 && height > at.getHeight() * 0.6;
  }

  private void run(String command) {
    open.until(
        command + " can be given",
        () -> open.window.shell().commands().find(command).filter(c -> c.isEnabled()).isPresent());
    open.onFx(() -> open.window.shell().commands().get(command).run());
  }

  private boolean hasRows(String id) {
    return robot.lookup(id).tryQuery().orElse(null) instanceof TableView<?> table
        && !table.getItems().isEmpty();
  }
}
