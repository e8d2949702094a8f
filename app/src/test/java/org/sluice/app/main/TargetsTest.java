package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// What looks small takes the mouse around it as well: lines between panes, arrows of numbers, thumbs of
/// scroll bars.
class TargetsTest extends FreshWindow {
  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @Test
  void aLineBetweenPanesIsTakenFromBesideIt() {
    open.add(lab.http("/throttled?size=40m&rate=300k"));
    TableView<?> table = robot.lookup("#downloads").queryAs(TableView.class);
    open.until("a row", () -> !table.getItems().isEmpty());
    open.onFx(
        () -> {
          table.getSelectionModel().select(0);
          return true;
        });
    AtomicReference<EventTarget> pressed = new AtomicReference<>();
    open.onFx(
        () -> {
          open.window
              .scene()
              .addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed.set(event.getTarget()));
          return true;
        });
    for (SplitPane pane : open.onFx(() -> open.window.shell().current().splits().values())) {
      if (!open.onFx(pane::isVisible)) {
        continue; // of a failed download
      }
      open.until(
          "the lines to stand where they are put at the start",
          () -> pane.getItems().stream().anyMatch(each -> !SplitPane.isResizableWithParent(each)));
      open.drawn();
      boolean across = pane.getOrientation() == Orientation.HORIZONTAL;
      Node line =
          open.onFx(
              () ->
                  pane.lookupAll(".split-pane-divider").stream()
                      .filter(each -> pane.equals(each.getParent()))
                      .findFirst()
                      .orElseThrow());
      Bounds at = open.onFx(() -> line.localToScreen(line.getLayoutBounds()));
      Point2D beside =
          across
              ? new Point2D(at.getMaxX() + 6, at.getCenterY())
              : new Point2D(at.getCenterX(), at.getMaxY() + 6);
      robot.clickOn(beside);
      open.until(pane + " is taken at " + beside, () -> line.equals(pressed.get()));
    }
  }

  @Test
  void anArrowOfANumberTakesTwentyFourPixels() {
    run("downloads.newQueue");
    open.drawn();
    Spinner<?> spinner = robot.lookup("#queue-at-once").queryAs(Spinner.class);
    Object before = open.onFx(spinner::getValue);
    for (String arrow : new String[] {".increment-arrow-button", ".decrement-arrow-button"}) {
      Bounds size = open.onFx(() -> spinner.lookup(arrow).getBoundsInLocal());
      assertThat(size.getWidth()).as(arrow).isGreaterThanOrEqualTo(24);
      assertThat(size.getHeight()).as(arrow).isGreaterThanOrEqualTo(24);
    }
    Bounds box = open.onFx(() -> spinner.localToScreen(spinner.getLayoutBounds()));
    robot.clickOn(box.getMaxX() - 14, box.getMinY() - 6, MouseButton.PRIMARY);
    open.until("one more", () -> !before.equals(spinner.getValue()));
    robot.clickOn(box.getMaxX() - 14, box.getMaxY() + 6, MouseButton.PRIMARY);
    open.until("one less", () -> before.equals(spinner.getValue()));
  }

  @Test
  void theThumbOfALongListIsNotSmall() {
    run("app.palette");
    open.drawn();
    ScrollBar bar =
        robot.lookup("#palette-list .scroll-bar").queryAllAs(ScrollBar.class).stream()
            .filter(each -> each.getOrientation() == Orientation.VERTICAL)
            .findFirst()
            .orElseThrow();
    open.onFx(
        () -> {
          bar.setVisibleAmount(0.001); // as of ten thousand rows
          bar.applyCss();
          bar.layout();
          return true;
        });
    Bounds thumb = open.onFx(() -> bar.lookup(".thumb").getBoundsInLocal());
    assertThat(thumb.getHeight()).isGreaterThanOrEqualTo(24);
    assertThat(thumb.getWidth()).isGreaterThanOrEqualTo(16);
  }

  private void run(String command) {
    open.onFx(() -> open.window.shell().commands().get(command).run());
  }
}
