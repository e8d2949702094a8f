package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.timeline.TimeWindow;
import org.sluice.app.timeline.TravelViewModel;
import org.sluice.app.tracefile.TraceFileReader;
import org.testfx.framework.junit5.Start;

/// The brush over the whole record, by the mouse: its ends, its middle, and a click beside it, while
/// the record grows, while the display stands still, and over a trace from a file.
class BrushWindowTest extends FreshMonitor {
  /// In pixels, of what stands still.
  private static final double STILL = 3;

  private static final long SECOND = 1_000_000_000L;

  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  private TravelViewModel travel() {
    return open.model.travel();
  }

  private TimeWindow window() {
    return travel().window();
  }

  private void record(long nanos) {
    open.add(lab.http("/throttled?size=40m&rate=300k"));
    open.until("a record", () -> travel().recordedNanos() > nanos);
  }

  private enum Mode {
    FROZEN,
    TRACE
  }

  /// Frozen, or a trace of a file.
  private void enter(Mode mode) throws IOException {
    switch (mode) {
      case FROZEN -> {
        record(2 * SECOND);
        robot.clickOn("#freeze");
        open.until("frozen", () -> open.model.frozenProperty().get());
      }
      case TRACE -> {
        robot.clickOn("#record");
        record(2 * SECOND);
        robot.clickOn("#record");
        open.until("a trace", () -> open.text("#trace-words").contains("events stand in"));
        Path file;
        try (var files = Files.walk(own)) {
          file = files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
        var trace = TraceFileReader.read(file);
        robot.interact(() -> open.model.show(trace));
      }
    }
  }

  /// Of the bars, by parts of their width.
  private void show(double from, double to) {
    open.onFx(
        () -> {
          long all = travel().recordedNanos();
          long begin = travel().tape().beginNanos();
          window().show(begin + (long) (from * all), begin + (long) (to * all));
          return true;
        });
    open.drawn();
  }

  private double x(boolean end) {
    return open.onFx(
        () -> {
          long at = end ? window().toNanos() : window().fromNanos();
          double part = (double) (at - travel().tape().beginNanos()) / travel().recordedNanos();
          return part * bars().getWidth();
        });
  }

  private Region bars() {
    return (Region) robot.lookup("#brush-from").query().getParent();
  }

  private Point2D middle(String id) {
    return open.onFx(
        () -> {
          Node node = robot.lookup(id).query();
          Bounds bounds = node.localToScreen(node.getBoundsInLocal());
          return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
  }

  /// By so many pixels of the bars, and on the way farther than that.
  ///
  /// @return where the left or the right end was when the button went down
  private double drag(String id, double by, boolean end) {
    double scale = open.onFx(() -> bars().getLocalToSceneTransform().getMxx());
    robot.moveTo(middle(id)); // which takes its time, and a record that grows does not wait
    Point2D from = middle(id);
    robot.drag(from);
    double before = x(end);
    robot.moveTo(from.add(2 * by * scale, 0));
    robot.moveTo(from.add(by * scale, 0));
    robot.drop();
    open.drawn();
    return before;
  }

  @ParameterizedTest
  @CsvSource({"FROZEN, 1240", "FROZEN, 1024", "TRACE, 1240", "TRACE, 1024"})
  void itsEndsItsMiddleAndAClickBesideIt(Mode mode, int width) throws IOException {
    robot.interact(() -> open.window.scene().getWindow().setWidth(width));
    enter(mode);

    show(0.4, 0.6);
    long toNanos = open.onFx(() -> window().toNanos());
    double from = drag("#brush-from", -80, false);
    assertThat(x(false)).as("the left end").isCloseTo(from - 80, within(STILL));
    assertThat(open.onFx(() -> window().toNanos())).as("the right end").isEqualTo(toNanos);

    show(0.4, 0.6);
    long fromNanos = open.onFx(() -> window().fromNanos());
    double to = drag("#brush-to", 80, true);
    assertThat(x(true)).as("the right end").isCloseTo(to + 80, within(STILL));
    assertThat(open.onFx(() -> window().fromNanos())).as("the left end").isEqualTo(fromNanos);

    show(0.4, 0.6);
    long span = open.onFx(() -> window().spanNanos());
    double whole = drag("#brush-whole", 80, false);
    assertThat(x(false)).as("the whole").isCloseTo(whole + 80, within(STILL));
    assertThat(open.onFx(() -> window().spanNanos())).isEqualTo(span);

    show(0.4, 0.6);
    span = open.onFx(() -> window().spanNanos());
    Point2D left = open.onFx(() -> bars().localToScreen(bars().getWidth() * 0.2, 10));
    robot.clickOn(left);
    open.drawn();
    assertThat((x(false) + x(true)) / 2)
        .as("the middle is where the click was")
        .isCloseTo(open.onFx(() -> bars().getWidth()) * 0.2, within(STILL));
    Point2D end = open.onFx(() -> bars().localToScreen(1, 10));
    robot.clickOn(end);
    open.drawn();
    assertThat(x(false)).as("not before the record").isCloseTo(0, within(STILL));
    assertThat(open.onFx(() -> window().spanNanos())).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(ints = {1240, 1024})
  void whileTheRecordGrowsTheRightEndFollowsUntilItIsMoved(int width) {
    robot.interact(() -> open.window.scene().getWindow().setWidth(width));
    record(2 * SECOND);
    assertThat(open.onFx(() -> window().following())).isTrue();
    drag("#brush-from", 100, false);
    assertThat(open.onFx(() -> window().fromNanos() > travel().tape().beginNanos())).isTrue();
    assertThat(open.onFx(() -> window().following())).as("the newest is shown still").isTrue();
    drag("#brush-to", -100, true);
    assertThat(open.onFx(() -> window().following())).as("an earlier end").isFalse();
    long to = open.onFx(() -> window().toNanos());
    assertThat(to).isLessThan(open.onFx(() -> travel().newestNanos()));
    robot.clickOn(open.onFx(() -> bars().localToScreen(bars().getWidth() - 2, 10)));
    open.until("the newest", () -> window().following() && window().toNanos() > to);
  }

  @Test
  void anEndStaysUnderTheMouseWhereTextIsLarge() {
    robot.interact(() -> open.workbench.preferences().set(AllSettings.TEXT_SIZE, 150));
    record(2 * SECOND);
    robot.interact(() -> open.model.frozenProperty().set(true));
    open.drawn();
    show(0.3, 0.7);
    robot.interact(() -> robot.lookup("#brush-from").query().requestFocus()); // scrolled to
    open.drawn();
    double from = drag("#brush-from", 40, false);
    assertThat(x(false)).isCloseTo(from + 40, within(STILL));
  }
}
