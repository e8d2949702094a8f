package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.preferences.AllSettings;
import org.sluice.engine.lab.LabServer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// A window of its own for each test, on an empty list, with a lab beside it.
@ExtendWith(ApplicationExtension.class)
abstract class FreshWindow {
  @TempDir static Path folder;

  final FxRobot robot = new FxRobot();
  LabServer lab;
  OpenWindow open;

  /// For the files of this test alone; the window has its own below it.
  Path own;

  /// To be called by the test's own method with `@Start`: TestFX looks for none in what a test extends.
  void open(Stage stage) throws IOException {
    open(stage, "downloads");
  }

  void open(Stage stage, String perspective) throws IOException {
    lab = LabServer.start();
    own = Files.createTempDirectory(folder, "w");
    open = new OpenWindow(stage, own, () -> {}, perspective);
  }

  @AfterEach
  void end() {
    open.onFx(
        () -> {
          popups().forEach(PopupWindow::hide); // a menu would stay over the next test's window
          return true;
        });
    open.close();
    lab.close();
  }

  void textSize(int percent) {
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.TEXT_SIZE, percent);
          return true;
        });
    open.drawn();
  }

  /// The bars with which a whole perspective is scrolled.
  List<ScrollBar> barsOfTheWhole() {
    return open.onFx(
        () ->
            robot.lookup(".perspective-stage").query().lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getParent().getStyleClass().contains("perspective-stage"))
                .filter(Node::isVisible)
                .toList());
  }

  static List<PopupWindow> popups() {
    return Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .map(PopupWindow.class::cast)
        .filter(Window::isShowing)
        .toList();
  }
}
