package org.sluice.app.pictures;

import java.util.List;
import org.sluice.app.command.Command;

/// Learn: before the first step, at one in the middle, in a run, and at the end.
record LearnShots(Studio studio, Director director) {
  /// So many steps lead into the loop, where sockets are watched.
  private static final int STEPS = 12;

  List<Shot> all() {
    return List.of(
        Shot.of("learn", () -> director.show("learn")),
        Shot.of("learn-step", this::step),
        Shot.of(
            "learn-running",
            () -> {
              begun();
              director.run("learn.run");
              director.until("a run", () -> isEnabled("learn.pause"));
            }),
        Shot.of(
            "learn-paused",
            () -> {
              begun();
              if (director.ask(() -> isEnabled("learn.pause"))) {
                director.run("learn.pause");
              }
            }),
        Shot.of("learn-end", this::end));
  }

  private void begun() throws NotReached, InterruptedException {
    director.show("learn");
    if (!director.ask(() -> isEnabled("learn.restart"))) {
      step();
    }
  }

  private void step() throws NotReached, InterruptedException {
    director.show("learn");
    director.run("learn.case.TWO_SOCKETS"); // two have more to say than one
    for (int i = 0; i < STEPS; i++) {
      director.run("learn.step");
      director.settle(); // the engine takes a moment for each
    }
  }

  private void end() throws NotReached, InterruptedException {
    begun();
    if (!director.ask(() -> isEnabled("learn.run") || isEnabled("learn.pause"))) {
      director.run("learn.restart"); // it has come to its end before
    }
    director.run("learn.pace.FULL");
    director.run("learn.run");
    director.until(
        "the end of the lesson",
        () -> !isEnabled("learn.run") && !isEnabled("learn.pause") && isEnabled("learn.restart"));
    director.run("learn.pace.SLOW");
  }

  private boolean isEnabled(String command) {
    return studio.window().shell().commands().find(command).filter(Command::isEnabled).isPresent();
  }
}
