package org.sluice.app.main;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.sluice.app.monitor.NewDownload;
import org.sluice.engine.lab.LabServer;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// What only a real display can show, in a process of its own: each step prints a line.
final class RealDisplayProbe {
  private final FxRobot robot = new FxRobot();
  private OpenWindow open;

  private RealDisplayProbe() {}

  public static void main(String[] arguments) throws Exception {
    int code = 1;
    try (LabServer lab = LabServer.start()) {
      new RealDisplayProbe().run(lab, Path.of(arguments[0]));
      code = 0;
    } catch (Exception | AssertionError e) {
      e.printStackTrace(System.out);
    }
    System.exit(code);
  }

  private void run(LabServer lab, Path folder) throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupStage(stage -> open = opened(stage, folder));
    for (String name : new String[] {"first.bin", "second.bin"}) {
      String url = lab.http("/throttled?size=40m&rate=200k").toString();
      NewDownload wanted = NewDownload.of(url, open.downloads);
      open.onFx(() -> open.model.wishes().add(wanted.named(name).maxSegments(1)));
    }
    open.until("two sockets", () -> open.model.sockets().rows().size() == 2);

    robot.moveTo("second.bin").press(MouseButton.SECONDARY).release(MouseButton.SECONDARY);
    open.until("a right press selects", () -> "second.bin".equals(selectedName()));
    System.out.println("right press selects");

    robot.press(KeyCode.CONTROL).clickOn("second.bin").release(KeyCode.CONTROL);
    open.until("ctrl and click deselect", () -> open.model.selectedProperty().get() == null);
    System.out.println("ctrl and click deselect");

    open.onFx(
        () -> {
          open.window.scene().getWindow().setWidth(1500);
          return true;
        });
    open.until("a wide window", () -> robot.lookup("#column-age").tryQuery().isPresent());
    double before = peerWidth();
    Bounds border =
        open.onFx(
            () -> {
              Node node =
                  robot
                      .lookup(".column-header")
                      .match((Node header) -> "column-peer".equals(header.getId()))
                      .query();
              return node.localToScreen(node.getBoundsInLocal());
            });
    robot
        .moveTo(border.getMaxX() - 1, border.getCenterY())
        .press(MouseButton.PRIMARY)
        .moveBy(20, 0)
        .moveBy(20, 0)
        .release(MouseButton.PRIMARY);
    open.until("a column is dragged wider", () -> peerWidth() > before + 20);
    System.out.println("a column is dragged wider");
    open.close();
  }

  private String selectedName() {
    var row = open.model.selectedProperty().get();
    return row == null ? "" : row.name();
  }

  private double peerWidth() {
    return open.onFx(
        () ->
            robot.lookup("#sockets").<TableView<?>>query().getColumns().stream()
                .filter(column -> "column-peer".equals(column.getId()))
                .findFirst()
                .orElseThrow()
                .getWidth());
  }

  private static OpenWindow opened(javafx.stage.Stage stage, Path folder) {
    try {
      return new OpenWindow(stage, folder, () -> {});
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
