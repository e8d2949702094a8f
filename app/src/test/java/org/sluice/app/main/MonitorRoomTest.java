package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// The Monitor in the smallest window with large text: nothing is scrolled aside.
class MonitorRoomTest extends FreshWindow {
  private static final int WIDTH = 1024;
  private static final int HEIGHT = 680;

  @Start
  void start(Stage stage) throws IOException {
    open(stage, "monitor");
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
  }

  @Test
  void theBarGivesUpItsWordsAndNothingStandsBesideTheWindow() {
    open.add(lab.http("/throttled?size=40m&rate=300k"));
    open.until("its socket", () -> open.visible("#sockets"));
    textSize(100);
    assertThat(shows("#freeze")).isEqualTo(ContentDisplay.LEFT);
    textSize(150);
    assertThat(shows("#freeze")).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
    assertThat(open.onFx(() -> robot.lookup("#freeze").<Labeled>query().getText()))
        .as("to who cannot see it")
        .isEqualTo("Freeze");
    assertThat(barsOfTheWhole())
        .extracting(ScrollBar::getOrientation)
        .doesNotContain(Orientation.HORIZONTAL);
    for (String id : List.of("#export", "#engine", "#link-selection", ".filter-box .key-cap")) {
      Bounds at = open.onFx(() -> onScene(robot.lookup(id).query()));
      assertThat(at.getMaxX()).as(id).isLessThanOrEqualTo(WIDTH);
    }
    assertThat(open.onFx(this::figures))
        .contains("running_handles", "actions/s", "callbacks/s", "completions");
  }

  private ContentDisplay shows(String id) {
    return open.onFx(() -> robot.lookup(id).<Labeled>query().getContentDisplay());
  }

  private static Bounds onScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  /// What of the figures' names is drawn.
  private List<String> figures() {
    return robot.lookup(".metric .sl-medium").queryAllAs(Label.class).stream()
        .flatMap(label -> label.lookupAll(".text").stream())
        .map(text -> ((Text) text).getText())
        .toList();
  }
}
