package org.sluice.engine.crash;

import java.util.ArrayList;
import java.util.List;

/// What the lines of a killed process said of one download.
final class Watched {
  /// How far it was, and when.
  record Mark(long millis, long received) {}

  /// What a kill has cost one download.
  ///
  /// @param bytes that had come and have to be fetched again
  /// @param millis how old the oldest of them was
  record Loss(long bytes, long millis) {}

  private final List<Mark> marks = new ArrayList<>();
  private long committed;

  void at(long millis, long received) {
    marks.add(new Mark(millis, received));
  }

  /// The next process has begun with `now` bytes.
  ///
  /// @throws AssertionError if a byte that was committed before is not any more
  Loss reopened(long now) {
    if (now < committed) {
      throw new AssertionError("had committed " + committed + " bytes, now there are " + now);
    }
    committed = now;
    if (marks.isEmpty()) {
      return new Loss(0, 0);
    }
    Mark last = marks.getLast();
    Loss loss = new Loss(Math.max(0, last.received - now), 0);
    for (Mark mark : marks) {
      if (mark.received > now) {
        loss = new Loss(loss.bytes, last.millis - mark.millis);
        break;
      }
    }
    marks.clear();
    return loss;
  }
}
