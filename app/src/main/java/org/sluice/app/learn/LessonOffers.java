package org.sluice.app.learn;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the user can do in a lesson now.
///
/// **Threads**: JavaFX.
final class LessonOffers {
  private final BooleanBinding step;
  private final BooleanBinding back;
  private final BooleanBinding run;
  private final BooleanBinding pause;
  private final BooleanBinding restart;

  /// @param latest whether the moment that is looked at is where the engine stands
  LessonOffers(
      ObservableValue<Phase> phase,
      ObservableBooleanValue latest,
      ObservableValue<? extends @Nullable Moment> moment) {
    step =
        Bindings.createBooleanBinding(
            () ->
                switch (phase.getValue()) {
                  // while it starts too: a button that is disabled loses the focus, and so Space
                  case IDLE, STARTING, STEPPING, RUNNING -> true;
                  case FINISHED -> !latest.get();
                  case FAILED -> false;
                },
            phase,
            latest);
    back =
        Bindings.createBooleanBinding(
            () -> {
              Moment now = moment.getValue();
              return now != null && now.number() > 0;
            },
            moment);
    run =
        Bindings.createBooleanBinding(
            () -> phase.getValue() == Phase.IDLE || phase.getValue() == Phase.STEPPING, phase);
    pause = Bindings.createBooleanBinding(() -> phase.getValue() == Phase.RUNNING, phase);
    restart =
        Bindings.createBooleanBinding(
            () -> phase.getValue() != Phase.IDLE && phase.getValue() != Phase.STARTING, phase);
  }

  /// The next step, or the next moment of what was recorded.
  BooleanBinding step() {
    return step;
  }

  BooleanBinding back() {
    return back;
  }

  BooleanBinding run() {
    return run;
  }

  BooleanBinding pause() {
    return pause;
  }

  BooleanBinding restart() {
    return restart;
  }
}
