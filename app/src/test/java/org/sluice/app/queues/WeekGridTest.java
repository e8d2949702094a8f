package org.sluice.app.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.queue.WeekPlan.Hour;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The times over the hours of a week, at all widths that there can be.
@ExtendWith(ApplicationExtension.class)
class WeekGridTest {
  private WeekGrid grid;

  @Start
  void start(Stage stage) {
    grid = new WeekGrid(List.of(Hour.FULL, Hour.LIMITED), "speed.", (_, _) -> {});
    grid.setManaged(false);
    stage.setScene(new Scene(new Pane(grid), 800, 300));
    stage.show();
  }

  @ParameterizedTest
  @ValueSource(ints = {270, 300, 330, 360, 380, 400, 440, 520, 700})
  void noTimeStandsOverAnother(int width, FxRobot robot) {
    robot.interact(
        () -> {
          grid.resize(width, 240);
          grid.layout();
        });
    List<Label> times =
        grid.lookupAll(".week-label").stream()
            .map(Label.class::cast)
            .filter(label -> label.isVisible() && label.getText().contains(":"))
            .sorted(Comparator.comparing(Label::getLayoutX))
            .toList();
    assertThat(times.getFirst().getText()).isEqualTo("00:00");
    assertThat(times.getLast().getText()).isEqualTo("24:00");
    for (int i = 1; i < times.size(); i++) {
      Label before = times.get(i - 1);
      assertThat(before.getLayoutX() + before.getWidth())
          .as(before.getText())
          .isLessThanOrEqualTo(times.get(i).getLayoutX());
    }
  }
}
