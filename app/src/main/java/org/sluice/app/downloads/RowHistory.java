package org.sluice.app.downloads;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.RateHistory;
import org.sluice.app.said.Said;
import org.sluice.app.said.StateLine;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.ItemState;

/// What has been seen of one download since the start of the program: its speed of the last minute,
/// its average, and what happened to it.
///
/// **Threads**: JavaFX. **Limits**: [#MOST_LINES].
final class RowHistory {
  /// Older lines of the log are forgotten.
  static final int MOST_LINES = 400;

  private final RateHistory speeds = new RateHistory();
  private final Deque<Line> lines = new ArrayDeque<>();
  private final Set<Long> leases = new HashSet<>();
  private final Map<Long, Long> frontiers = new HashMap<>();
  private final Map<Long, Long> segmentSpeeds = new HashMap<>();
  private long sumBytesPerSecond;
  private long seconds;
  private @Nullable Instant lastTry;
  private int changes;

  private @Nullable Exchange said;

  /// What was sent last, and the head of the answer.
  ///
  /// @param request as in `TransferInfo`
  record Exchange(String url, String request, ResponseHead answer) {}

  void said(Exchange now) {
    said = now;
  }

  /// The last that was seen; null for none.
  @Nullable Exchange said() {
    return said;
  }

  /// One thing that happened.
  record Line(Instant at, String words) {}

  /// It works, and that it began was not seen.
  void begin(ItemView item, Instant now) {
    lastTry = now;
    segments(item, now);
  }

  /// It has just come into the list; what had happened by then was not seen.
  void appeared(ItemView item, Instant now) {
    log(now, StateLine.full(item));
    if (item.state() == ItemState.RUNNING) {
      lastTry = now;
    }
    segments(item, now);
  }

  void changed(ItemView before, ItemView next, Instant now) {
    boolean other =
        before.state() != next.state()
            || before.standing().reason() != next.standing().reason()
            || !before.standing().sentence().equals(next.standing().sentence());
    if (other) {
      if (next.state() == ItemState.RUNNING) {
        lastTry = now;
        leases.clear();
      }
      log(now, StateLine.full(next));
    }
    if (!before.proof().equals(next.proof()) && !next.proof().reason().isEmpty()) {
      log(now, DownloadsWords.text("log.proof", Said.of(next.proof().reason())));
    }
    if (!before.name().equals(next.name())) {
      log(now, DownloadsWords.text("log.named", next.name()));
    }
    segments(next, now);
  }

  private void segments(ItemView item, Instant now) {
    for (SegmentView segment : item.segments()) {
      if (leases.add(segment.lease())) {
        log(
            now,
            DownloadsWords.text(
                "log.segment", CellTexts.count(segment.span().from()), Said.of(segment.reason())));
      }
    }
  }

  private void log(Instant at, String words) {
    if (lines.size() >= MOST_LINES) {
      lines.removeFirst();
    }
    lines.addLast(new Line(at, words));
    changes++;
  }

  /// Called once a second while it works.
  void second(ItemView item) {
    long speed = item.amount().bytesPerSecond();
    speeds.add(speed);
    sumBytesPerSecond += speed;
    seconds++;
    segmentSpeeds(item);
  }

  /// The engine says how far each segment is; how fast it was in this second follows.
  private void segmentSpeeds(ItemView item) {
    Map<Long, Long> now = new HashMap<>();
    segmentSpeeds.clear();
    for (SegmentView segment : item.segments()) {
      now.put(segment.lease(), segment.frontier());
      Long before = frontiers.get(segment.lease());
      if (before != null) {
        segmentSpeeds.put(segment.lease(), Math.max(0, segment.frontier() - before));
      }
    }
    frontiers.clear();
    frontiers.putAll(now);
  }

  /// Bytes a second; 0 if it is not known yet.
  long speedOf(SegmentView segment) {
    return segmentSpeeds.getOrDefault(segment.lease(), 0L);
  }

  RateHistory speeds() {
    return speeds;
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /// Another number whenever there is a new line.
  int changes() {
    return changes;
  }

  /// The mean of the last ten seconds; 0 for fewer than three.
  long recentBytesPerSecond() {
    int count = Math.min(speeds.size(), 10);
    if (count < 3) {
      return 0;
    }
    double sum = 0;
    for (int i = speeds.size() - count; i < speeds.size(); i++) {
      sum += speeds.get(i);
    }
    return Math.round(sum / count);
  }

  /// 0 if it has not worked yet.
  long averageBytesPerSecond() {
    return seconds == 0 ? 0 : sumBytesPerSecond / seconds;
  }

  @Nullable Instant lastTry() {
    return lastTry;
  }
}
