package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Separator;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// In a menu words stand below words, with an icon or without, and what separates them is low, whatever
/// bar the button of the menu stands in.
class MenuLooksTest extends FreshWindow {
  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @Test
  void wordsStandBelowWordsAndSeparatorsAreLow() {
    run("perspective.downloads");
    looks("#limit");
    looks("#menu");
    run("perspective.monitor");
    looks("#export");
    looks("#engine");
  }

  private void looks(String button) {
    open.drawn();
    open.onFx(
        () -> {
          menu(button).show();
          return true;
        });
    open.drawn();
    Set<Long> begins = new TreeSet<>();
    Set<Double> heights = new TreeSet<>();
    open.onFx(
        () -> {
          for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupControl) {
              look(window.getScene().getRoot(), begins, heights);
            }
          }
          menu(button).hide();
          return true;
        });
    assertThat(begins).as("where words begin in " + button).hasSize(1);
    assertThat(heights).as("heights of separators in " + button).containsExactly(9.0);
  }

  private void run(String command) {
    open.onFx(
        () -> {
          open.window.shell().commands().get(command).run();
          return true;
        });
  }

  private MenuButton menu(String id) {
    return (MenuButton) open.window.scene().lookup(id);
  }

  private static void look(Node node, Set<Long> begins, Set<Double> heights) {
    if (node instanceof Separator separator) {
      heights.add(separator.getHeight());
    } else if (node instanceof Text text && !(isIcon(text) || isKeys(text))) {
      begins.add(Math.round(text.localToScene(0, 0).getX()));
    } else if (node instanceof Parent parent && node.isVisible()) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, begins, heights));
    }
  }

  private static boolean isIcon(Text text) {
    return text.getStyleClass().contains("ikonli-font-icon");
  }

  private static boolean isKeys(Text text) {
    return text.getText().isEmpty() || text.getParent().getStyleClass().contains("menu-keys");
  }
}
