package org.sluice.app.queues;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Moments;
import org.sluice.engine.download.SpeedNow;
import org.sluice.engine.queue.QueueRules;

/// What holds at this moment by the hours of a week, and for how long.
///
/// **Threads**: pure functions.
public final class NowWords {
  private NowWords() {}

  /// What a queue does now.
  static String of(QueueRules rules, ZonedDateTime at) {
    if (!rules.running()) {
      return QueuesWords.text("now.off");
    }
    boolean open = rules.schedule().isOpen(at);
    long limit = rules.speed().limitAt(at);
    ZonedDateTime until = rules.schedule().nextChange(at);
    if (open) {
      until = earlier(until, rules.speed().nextChange(at));
    }
    return sentence(
        !open ? "now.stopped" : limit == 0 ? "now.full" : "now.limited", limit, until, at);
  }

  /// What all downloads share now.
  public static String of(SpeedNow now, ZonedDateTime at) {
    String key = now.limitBytesPerSecond() == 0 ? "now.full" : "now.limited";
    return sentence(now.byHand() ? key + ".hand" : key, now.limitBytesPerSecond(), now.until(), at);
  }

  private static String sentence(
      String key, long limit, @Nullable ZonedDateTime until, ZonedDateTime at) {
    return until == null
        ? QueuesWords.text(key, Rates.text(limit))
        : QueuesWords.text(key + ".until", Rates.text(limit), moment(until, at));
  }

  /// `18:00`, or `Friday 18:00` when that is on another day.
  public static String moment(ZonedDateTime moment, ZonedDateTime at) {
    String time = Moments.time(moment);
    DayOfWeek day = moment.getDayOfWeek();
    return moment.toLocalDate().equals(at.toLocalDate())
        ? time
        : QueuesWords.text("now.day", QueuesWords.day(day), time);
  }

  private static @Nullable ZonedDateTime earlier(
      @Nullable ZonedDateTime one, @Nullable ZonedDateTime other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }
}
