package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// Where the dividers stand at the first start, when there is nothing to be shown yet beside them.
class FirstPlacesTest extends FreshWindow {
  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @Test
  void whatIsHiddenAtTheFirstStartGetsItsSizeWhenItIsSeen() {
    assertThat(open.onFx(() -> robot.lookup("#first-add").query().isVisible())).isTrue();
    assertThat(open.onFx(() -> open.window.shell().remember()))
        .as("what was never seen has no place to be remembered")
        .doesNotContainKey("downloads.divider.details.0");
    open.add(lab.http("/throttled?size=400m&rate=300k"));
    TableView<?> table = robot.lookup("#downloads").queryAs(TableView.class);
    open.until("a row", () -> !table.getItems().isEmpty());
    open.onFx(
        () -> {
          table.getSelectionModel().select(0);
          return true;
        });
    SplitPane down = open.onFx(() -> around(table));
    open.until(
        "the details to be settled",
        () -> !SplitPane.isResizableWithParent(down.getItems().get(1)));
    double high = open.onFx(() -> down.getHeight() * (1 - down.getDividerPositions()[0]));
    assertThat(high)
        .as("of %s px", down.getHeight())
        .isCloseTo(
            Math.min(270, 0.46 * down.getHeight()), org.assertj.core.data.Offset.offset(4.0));
  }

  private static SplitPane around(Node node) {
    Node each = node;
    while (!(each instanceof SplitPane pane)) {
      each = each.getParent();
    }
    return pane;
  }
}
