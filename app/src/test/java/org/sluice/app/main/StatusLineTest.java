package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.sluice.app.fx.Sparkline;
import org.sluice.app.preferences.AllSettings;
import org.testfx.framework.junit5.Start;

/// What the line at the foot gives up in a narrow window, and that no number is ever cut.
class StatusLineTest extends FreshWindow {
  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @Test
  void itGivesUpTheCurveThenTheTimeoutAndNoNumber() {
    open.add(lab.http("/throttled?size=400m&rate=300k"));
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.TEXT_SIZE, 200);
          return true;
        });
    width(2_400);
    open.until("the curve and the timeout", () -> curve() && timeout());
    boolean curveAlone = false;
    boolean both = false;
    for (double width = 2_360; width >= 1_240; width -= 40) {
      width(width);
      open.drawn();
      assertThat(open.onFx(() -> !curve() || timeout())).as("the curve leaves first").isTrue();
      curveAlone |= open.onFx(() -> !curve() && timeout());
      both |= open.onFx(() -> !curve() && !timeout());
      assertThat(open.onFx(this::isANumberCut)).as("a number is cut at %s", width).isFalse();
    }
    assertThat(curveAlone).isTrue();
    assertThat(both).isTrue();
    width(2_400);
    open.until("both again", () -> curve() && timeout());
  }

  private void width(double width) {
    robot.interact(() -> robot.lookup("#status").query().getScene().getWindow().setWidth(width));
  }

  private boolean curve() {
    return robot.lookup("#status *").match(Sparkline.class::isInstance).query().isVisible();
  }

  private boolean timeout() {
    return robot.lookup("#status-timeout").query().isVisible();
  }

  private boolean isANumberCut() {
    return robot.lookup("#status .strong").queryAll().stream()
        .map(Label.class::cast)
        .filter(label -> isSeen(label.getParent()))
        .anyMatch(label -> label.getWidth() < label.prefWidth(-1) - 0.5);
  }

  private static boolean isSeen(Node node) {
    return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
  }
}
