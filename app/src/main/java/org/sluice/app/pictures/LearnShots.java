package org.sluice.app.pictures;

import java.util.List;
import org.sluice.app.command.Command;

/// Learn.
record LearnShots(Studio studio, Director director) {
  List<Shot> all() {
    boolean there =
        director.ask(
            () ->
                studio.window().shell().commands().all().stream()
                    .map(Command::id)
                    .anyMatch("perspective.learn"::equals));
    return there ? List.of(Shot.of("learn", () -> director.show("learn"))) : List.of();
  }
}
