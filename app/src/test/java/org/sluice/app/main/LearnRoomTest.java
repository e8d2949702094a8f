package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;

/// Learn in the smallest window with large text: each pane has room, and nothing is scrolled aside.
class LearnRoomTest extends FreshWindow {
  private static final int WIDTH = 1024;
  private static final int HEIGHT = 680;

  @Start
  void start(Stage stage) throws IOException {
    open(stage, "learn");
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 125, 150, 175, 200})
  void allStandsInTheWindowWithoutABar(int percent) {
    textSize(percent);
    assertThat(barsOfTheWhole()).as("scroll bars of the whole").isEmpty();
    assertInWindow("#learn-restart");
    assertInWindow("#learn-step");
    assertInWindow("#learn-pause");
    assertInWindow("#pace-slow");
    assertInWindow("#pace-full");
    assertInWindow("#learn-case");
    assertThat(faults()).isEmpty();
  }

  /// Heights as they are before the text is made larger.
  @ParameterizedTest
  @CsvSource({"150, 260, 220", "200, 150, 110"})
  void textLoopAndWhatWasSaidHaveRoom(int percent, double text, double rows) {
    textSize(percent);
    robot.push(KeyCode.SPACE);
    open.until("a step", () -> !open.text("#now-title").equals("Now"));
    open.drawn();
    assertThat(height("#lesson-scroll")).isGreaterThan(text);
    assertThat(overlap("#now-words", ".lesson-title")).as("the card covers the text").isFalse();
    choose("#tab-loop");
    assertInWindow("#step-4");
    assertInWindow("#step-7");
    choose("#tab-said");
    assertInWindow("#said");
    assertThat(height("#said")).isGreaterThan(rows);
  }

  @Test
  void aStepOpensItsCodeAndTheKeysGoThere() {
    textSize(200);
    choose("#tab-loop");
    robot.clickOn("#step-3");
    open.until("its code", () -> "code".equals(focus()));
    textSize(100);
    assertInWindow("#step-3");
    assertInWindow("#said");
    assertInWindow("#code");
  }

  private void choose(String tab) {
    robot.clickOn(tab);
    open.drawn();
  }

  private String focus() {
    return open.onFx(() -> open.window.scene().getFocusOwner().getId());
  }

  private List<String> faults() {
    return open.onFx(() -> Reach.faults(open.window.scene(), open.window.shell()));
  }

  private Bounds at(String id) {
    return open.onFx(
        () -> {
          Node node = robot.lookup(id).query();
          return node.localToScene(node.getLayoutBounds());
        });
  }

  private boolean overlap(String one, String other) {
    return at(one).intersects(at(other));
  }

  private double height(String id) {
    return open.onFx(() -> robot.lookup(id).query().getLayoutBounds().getHeight());
  }

  private void assertInWindow(String id) {
    Bounds at = at(id);
    assertThat(at.getMinX()).as("%s begins", id).isGreaterThan(-1);
    assertThat(at.getMaxX()).as("%s ends", id).isLessThan(WIDTH + 1);
    assertThat(at.getMaxY()).as("%s ends below", id).isLessThan(HEIGHT + 1);
  }
}
