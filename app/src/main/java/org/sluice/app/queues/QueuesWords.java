package org.sluice.app.queues;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.sluice.app.language.MessageBundle;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.SystemAction;
import org.sluice.engine.queue.WeekPlan;
import org.sluice.engine.queue.WeekPlan.Hour;
import org.sluice.engine.queue.WeekSpan;

/// The words of this package.
public final class QueuesWords {
  private static final MessageBundle BUNDLE = MessageBundle.of(QueuesWords.class);

  private QueuesWords() {}

  static String text(String key) {
    return BUNDLE.text(key);
  }

  static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }

  /// What a queue is called: the one that is always there has a name in every language.
  public static String name(String queue) {
    return queue.equals(DownloadRequest.MAIN_QUEUE) ? text("main") : queue;
  }

  static String day(DayOfWeek day) {
    return text("day." + day.name().toLowerCase(Locale.ROOT));
  }

  static String shortDay(DayOfWeek day) {
    return text("day." + day.name().toLowerCase(Locale.ROOT) + ".short");
  }

  static String action(SystemAction action) {
    return text("empty." + action.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// What an hour of the grid is, to be spoken: `Sunday 14 to 15, limited`.
  ///
  /// @param index its place in a [WeekPlan]
  /// @param words the beginning of the keys
  static String spoken(int index, String words, Hour hour) {
    int begin = HourBlock.hourOfDay(index);
    return text(
        "hour.spoken",
        day(DayOfWeek.of(HourBlock.day(index) + 1)),
        Integer.toString(begin),
        Integer.toString(begin + 1),
        text(words + "hour." + hour.name().toLowerCase(Locale.ROOT)));
  }

  /// When a queue runs, in a few words.
  static String when(QueueRules rules) {
    if (!rules.running()) {
      return text("when.stopped");
    }
    if (rules.schedule().never()) {
      return text("when.never");
    }
    List<WeekSpan> spans = rules.schedule().spans();
    boolean hours = !rules.speed().hours().isEmpty();
    if (spans.isEmpty() && !hours) {
      return text("when.always");
    }
    if (!hours
        && spans.size() == 1
        && spans.getFirst().days().size() == DayOfWeek.values().length) {
      WeekSpan only = spans.getFirst();
      return text("when.daily", time(only.fromMinute()), time(only.toMinute()));
    }
    return text("when.week");
  }

  static String time(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  /// The speed of a queue: in its limited hours if it has such.
  static String limit(WeekPlan week) {
    return week.hours().contains(Hour.LIMITED)
        ? Rates.text(week.limitBytesPerSecond())
        : text("limit.none");
  }
}
