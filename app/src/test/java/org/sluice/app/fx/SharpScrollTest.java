package org.sluice.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// That a pane keeps no picture of its text, while JavaFX' own do.
@ExtendWith(ApplicationExtension.class)
class SharpScrollTest {
  private ScrollPane sharp;
  private ScrollPane usual;

  @Start
  void start(Stage stage) {
    sharp = new ScrollPane(new Label("text"));
    usual = new ScrollPane(new Label("text"));
    SharpScroll.in(sharp);
    stage.setScene(new Scene(new HBox(sharp, usual)));
    stage.show();
  }

  @Test
  void scrolledTextIsDrawnAsText() {
    assertThat(keepsAPicture(usual)).as("else this class is not needed").isTrue();
    assertThat(keepsAPicture(sharp)).isFalse();
  }

  private static boolean keepsAPicture(ScrollPane pane) {
    Parent viewport = (Parent) pane.lookup(".viewport");
    return viewport.isCache()
        || viewport.getChildrenUnmodifiable().stream().anyMatch(Node::isCache);
  }
}
