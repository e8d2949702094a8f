package org.sluice.app.pictures;

import java.util.List;

/// What is seen before the first download.
record FirstRunShots(Director director) {
  List<Shot> all() {
    return List.of(
        Shot.of("first-run", () -> begin("downloads", "#first-add")),
        Shot.of("monitor-empty", () -> begin("monitor", "#start-tour")));
  }

  private void begin(String perspective, String seen) throws NotReached, InterruptedException {
    director.show(perspective);
    director.until(seen, () -> director.seen(seen).isPresent());
  }
}
