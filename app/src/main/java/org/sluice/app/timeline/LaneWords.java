package org.sluice.app.timeline;

import java.util.function.LongFunction;
import org.sluice.engine.multi.Poll;

/// What a lane shows, in words: `socket 34: in until 14:02:26.5, removed; in and out now`.
final class LaneWords {
  /// Older states are left out: nobody listens to a hundred.
  private static final int MOST = 6;

  private final TimeWindow window;
  private final LongFunction<String> clock;

  /// @param clock says a moment
  LaneWords(TimeWindow window, LongFunction<String> clock) {
    this.window = window;
    this.clock = clock;
  }

  String of(Lane lane) {
    PollHistory history = lane.history();
    int end = history.indexAt(window.toNanos() + 1);
    int first = Math.max(0, history.indexAt(window.fromNanos()) - 1);
    StringBuilder out = new StringBuilder();
    for (int i = Math.max(first, end - MOST); i < end; i++) {
      Poll poll = history.stateAt(i);
      String word = TimelineWords.text("poll." + poll);
      if (!out.isEmpty()) {
        out.append("; ");
      }
      if (i == end - 1) {
        out.append(
            poll == Poll.REMOVE
                ? TimelineWords.text("lane.removed", clock.apply(history.nanosAt(i)))
                : TimelineWords.text("lane.now", word));
      } else if (poll != Poll.REMOVE) {
        out.append(TimelineWords.text("lane.until", word, clock.apply(history.nanosAt(i + 1))));
      } else {
        out.append(TimelineWords.text("lane.removed", clock.apply(history.nanosAt(i))));
      }
    }
    return TimelineWords.text(
        "lane.accessible", Long.toString(lane.serial()), lane.peerProperty().get(), out.toString());
  }
}
