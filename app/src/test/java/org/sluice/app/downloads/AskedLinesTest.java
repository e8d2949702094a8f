package org.sluice.app.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.terminal.Items;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Spans;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The line of a download whose server is asked moves, and nothing else does.
@ExtendWith(ApplicationExtension.class)
class AskedLinesTest {
  private static final ItemView ASKED =
      Items.item(1, "a", ItemState.RUNNING, StateReason.NONE, -1, Spans.EMPTY);

  private static final String COLOURS =
      "data:text/css,.token-track{-fx-background-color:black}.token-accent{-fx-background-color:red}";

  private final AskedLines lines = new AskedLines();
  private Scene scene;
  private SegmentStrip strip;

  @Start
  void start(Stage stage) {
    Pane root = new Pane();
    TokenPaints paints = new TokenPaints();
    strip = new SegmentStrip(paints, lines);
    strip.setPrefSize(100, 8);
    root.getChildren().addAll(paints, strip);
    scene = new Scene(root, 120, 40);
    scene.getStylesheets().add(COLOURS);
    scene.getPreferences().setReducedMotion(false);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void itMovesWhileItIsAsked() {
    onFx(() -> strip.show(ASKED));
    int[] first = pixels();
    onFx(() -> lines.run(true));
    until("another picture", () -> !java.util.Arrays.equals(first, pixels()));
    onFx(() -> lines.run(false));
    assertThat(lines.runs()).isFalse();
  }

  @Test
  void whatIsNotAskedOrNotSeenDoesNotMove() {
    onFx(() -> strip.show(ASKED));
    assertThat(moves()).isTrue();
    onFx(() -> strip.show(Items.running(1, "a", 100, 10)));
    assertThat(moves()).as("it has bytes").isFalse();
    onFx(() -> strip.show(ASKED));
    onFx(() -> scene.getRoot().setVisible(false));
    assertThat(moves()).as("out of sight").isFalse();
  }

  @Test
  void whoWantsNoMotionHasALineThatStands() {
    onFx(
        () -> {
          scene.getPreferences().setReducedMotion(true);
          strip.show(ASKED);
        });
    int[] first = pixels();
    assertThat(first[50]).as("the middle is marked").isNotEqualTo(first[5]);
    onFx(() -> lines.run(true));
    double before = phase();
    until("a few steps", () -> phase() != before);
    assertThat(moves()).isFalse();
    assertThat(pixels()).isEqualTo(first);
    onFx(() -> lines.run(false));
  }

  private boolean moves() {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, strip::moves);
  }

  private double phase() {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, lines::phase);
  }

  /// Of the row in the middle.
  private int[] pixels() {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          WritableImage image = strip.snapshot(null, null);
          int[] row = new int[100];
          for (int x = 0; x < row.length; x++) {
            row[x] = image.getPixelReader().getArgb(x, 4);
          }
          return row;
        });
  }

  private static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }

  private static void until(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
    } catch (TimeoutException e) {
      throw new AssertionError("not within 30 s: " + what, e);
    }
  }
}
