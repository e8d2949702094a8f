package org.sluice.app.learn;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.loop.Step;

/// The nine numbers in a row, for a glance; the diagram says the same to who cannot see.
final class StepChips extends HBox {
  StepChips() {
    super(3);
    setPadding(new javafx.geometry.Insets(0, 10, 0, 0));
    setAlignment(Pos.CENTER);
    setMinWidth(USE_PREF_SIZE);
    setMouseTransparent(true);
    for (Step step : Step.values()) {
      Label chip = new Label(Integer.toString(StepWords.number(step)));
      chip.getStyleClass().add("step-chip");
      getChildren().add(chip);
    }
  }

  void look(@Nullable Moment now) {
    for (Step step : Step.values()) {
      var chip = getChildren().get(step.ordinal());
      chip.pseudoClassStateChanged(StepNode.CURRENT, now != null && now.step() == step);
      chip.pseudoClassStateChanged(StepNode.DONE, StepWords.isDone(step, now));
    }
  }
}
