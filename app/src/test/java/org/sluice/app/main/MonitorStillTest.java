package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.sluice.app.fx.Drawing;
import org.sluice.app.fx.Sparkline;
import org.sluice.app.monitor.SocketRow;
import org.sluice.app.monitor.TransferRow;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.ThemeChoice;
import org.sluice.app.timeline.Lane;
import org.sluice.app.tracefile.LoadedTrace;
import org.sluice.app.tracefile.TraceFileReader;
import org.testfx.framework.junit5.Start;

/// What is drawn while the display of the Monitor stands still, or shows a trace of a file, is that of
/// now: of these lanes, and in the colours of this theme.
class MonitorStillTest extends FreshMonitor {
  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @Test
  void theBandsOfFrozenLanesGoWithTheirNames() {
    begin();
    open.until("a band", () -> blue(bands()) > 0);
    robot.clickOn("#freeze");
    open.drawn();
    assertThat(open.onFx(() -> blue(bands()))).isPositive();
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("nothing like that", 0);
    open.until("no name", () -> lanes().getItems().isEmpty());
    open.until("no band", () -> blue(bands()) == 0);
  }

  @Test
  void whatIsToBeCalledStandsThereOnlyBesideATimer() {
    Node call = robot.lookup("#timeout-call").query();
    open.until("no timer", () -> !open.model.timeout().armedProperty().get());
    assertThat(open.onFx(call::isVisible)).isFalse();
    begin();
    open.until(
        "a timer and what to call",
        () -> open.model.timeout().armedProperty().get() && call.isVisible());
  }

  @Test
  void aRowAndALaneThatComeAgainAreSelectedAgain() {
    TransferRow row = begin();
    long socket = open.onFx(() -> socket(row));
    open.until("selected", () -> isSelected(socket));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("nothing like that", 0);
    open.until("none", () -> table().getItems().isEmpty() && lanes().getItems().isEmpty());
    robot.push(KeyCode.ESCAPE);
    open.until("selected again", () -> isSelected(socket));
  }

  @Test
  void whatStandsStillTakesTheColoursOfANewTheme() {
    begin();
    robot.interact(() -> table().getScene().getWindow().setWidth(1_440)); // room for the curves
    open.until("a curve", () -> curves().stream().anyMatch(each -> brightest(each) > 0.8));
    robot.clickOn("#freeze");
    dark();
    open.until(
        "no light colour in the curves",
        () -> curves().stream().allMatch(each -> brightest(each) <= 0.8));
    assertThat(open.onFx(() -> curves().stream().anyMatch(each -> brightest(each) > 0))).isTrue();
  }

  @Test
  void aTraceOfAFileTakesTheColoursOfANewThemeAndCannotBeChanged() throws IOException {
    TransferRow row = begin();
    robot.clickOn("#record");
    long before = open.onFx(() -> open.model.tape().end());
    open.until("events", () -> open.model.tape().end() > before + 20);
    robot.clickOn("#record");
    open.until("a trace is written", () -> open.text("#trace-words").contains("events stand in"));
    LoadedTrace trace = TraceFileReader.read(traces().getFirst());
    robot.interact(() -> open.model.show(trace));
    robot.interact(() -> open.model.selectedProperty().set(row));
    open.until("its bars", () -> brightest(bars()) > 0.6);
    assertThat(open.onFx(() -> isDisabled("#freeze"))).isTrue();
    assertThat(open.onFx(() -> isDisabled("#record"))).isTrue();
    assertThat(open.onFx(() -> isDisabled("#pause") && isDisabled("#resume"))).isTrue();
    assertThat(open.onFx(() -> isDisabled("#add"))).isFalse();
    dark();
    open.until("dark bars", () -> brightest(bars()) > 0 && brightest(bars()) < 0.6);
    robot.interact(() -> open.model.closeTrace());
    assertThat(open.onFx(() -> isDisabled("#freeze") || isDisabled("#record"))).isFalse();
  }

  private void dark() {
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.THEME, ThemeChoice.DARK);
          return true;
        });
    open.drawn();
  }

  private boolean isSelected(long socket) {
    SocketRow row = table().getSelectionModel().getSelectedItem();
    Lane lane = lanes().getSelectionModel().getSelectedItem();
    return row != null && row.serial() == socket && lane != null && lane.serial() == socket;
  }

  private boolean isDisabled(String id) {
    return robot.lookup(id).query().isDisabled();
  }

  private Image bands() {
    return lanes().getParent().getChildrenUnmodifiable().stream()
        .filter(ImageView.class::isInstance)
        .map(node -> ((ImageView) node).getImage())
        .findFirst()
        .orElseThrow();
  }

  private Node bars() {
    return robot.lookup("#overview").query().lookupAll("*").stream()
        .filter(Drawing.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  /// The quiet curves beside the figures.
  private Set<Node> curves() {
    return robot.lookup(".metric *").match(Sparkline.class::isInstance).queryAll();
  }

  /// How many pixels are strongly blue: what is watched for IN.
  private static int blue(Image picture) {
    return count(picture, colour -> colour.getBlue() - colour.getRed() > 0.5);
  }

  private static int count(Image picture, Predicate<Color> wanted) {
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        count += wanted.test(picture.getPixelReader().getColor(x, y)) ? 1 : 0;
      }
    }
    return count;
  }

  /// The most light that is in a colour that is there.
  private static double brightest(Node node) {
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    Image picture = node.snapshot(clear, null);
    double most = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        Color colour = picture.getPixelReader().getColor(x, y);
        if (colour.getOpacity() > 0.9) {
          most = Math.max(most, Math.min(colour.getRed(), colour.getGreen()));
        }
      }
    }
    return most;
  }
}
