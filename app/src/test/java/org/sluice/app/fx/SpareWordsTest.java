package org.sluice.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Which words of a bar are given up, and when they are there again.
@ExtendWith(ApplicationExtension.class)
class SpareWordsTest {
  private final FxRobot robot = new FxRobot();
  private Button first;
  private Button second;
  private HBox bar;

  @Start
  void start(Stage stage) {
    first = button("What can be spared first");
    second = button("What can be spared after it");
    bar = new HBox(button("Must stay"), second, first);
    stage.setScene(new Scene(bar, 900, 60));
    stage.show();
  }

  @Test
  void wordsAreGivenUpInTheirOrderAndComeBack() {
    double all = fitted(900);
    assertThat(shown()).containsExactly(true, true);
    double without = fitted(all - 1);
    assertThat(shown()).containsExactly(false, true);
    assertThat(without).isLessThan(all);
    fitted(without - 1);
    assertThat(shown()).containsExactly(false, false);
    fitted(all);
    assertThat(shown()).containsExactly(true, true);
  }

  @Test
  void aBarThatHasNoWidthYetGivesUpNothing() {
    fitted(0);
    assertThat(shown()).containsExactly(true, true);
  }

  private static Button button(String words) {
    Button button = new Button(words, new FontIcon(MaterialDesignP.PAUSE));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /// The width that is needed afterwards.
  private double fitted(double width) {
    AtomicReference<Double> needed = new AtomicReference<>(0.0);
    robot.interact(
        () -> {
          bar.resize(width, 60);
          SpareWords.fit(bar, List.of(first, second), () -> bar.minWidth(-1));
          needed.set(bar.minWidth(-1));
        });
    return needed.get();
  }

  private List<Boolean> shown() {
    return List.of(words(first), words(second));
  }

  private static boolean words(Button button) {
    return button.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY;
  }
}
