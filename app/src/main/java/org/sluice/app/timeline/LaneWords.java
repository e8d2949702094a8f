package org.sluice.app.timeline;

import java.util.StringJoiner;
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
    int seen = Math.max(0, history.indexAt(window.fromNanos()) - 1);
    int first = Math.max(seen, end - MOST);
    StringJoiner words = new StringJoiner("; ");
    for (int i = first; i < end; i++) {
      String said = said(history, i, i == first, i == end - 1);
      if (!said.isEmpty()) {
        words.add(said);
      }
    }
    return TimelineWords.text("lane.accessible", Long.toString(lane.serial()), words.toString());
  }

  /// The first has begun before what is shown; an end is said with what it ends.
  private String said(PollHistory history, int at, boolean first, boolean last) {
    Poll poll = history.stateAt(at);
    String began = clock.apply(history.nanosAt(at));
    if (poll == Poll.REMOVE) {
      return first ? TimelineWords.text("lane.removed", began) : "";
    }
    String word = TimelineWords.text("poll." + poll);
    if (last) {
      return TimelineWords.text("lane.now", word);
    }
    String ended = clock.apply(history.nanosAt(at + 1));
    if (history.stateAt(at + 1) == Poll.REMOVE) {
      return first
          ? TimelineWords.text("lane.until.removed", word, ended)
          : TimelineWords.text("lane.span.removed", word, began, ended);
    }
    return first
        ? TimelineWords.text("lane.until", word, ended)
        : TimelineWords.text("lane.from", word, began);
  }
}
