package org.sluice.engine.queue;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A queue's week as a grid of 168 hours, to look at and to paint on: each is stopped, limited or at
/// full speed.
///
/// A [Schedule] and a [SpeedPlan] know more than that: minutes, and many speeds. [#of] shows of them
/// what most of each hour is, and says by [#exact] whether that is all.
///
/// **Threads**: immutable; pure functions.
///
/// @param hours from Monday at 0:00 on
/// @param limitBytesPerSecond in every limited hour; 0 while nobody has said
/// @param exact whether [#schedule] and [#speed] say the same as what this was made of
public record WeekPlan(List<Hour> hours, long limitBytesPerSecond, boolean exact) {
  public static final int HOURS_OF_DAY = 24;
  public static final int HOURS = 7 * HOURS_OF_DAY;

  private static final int MINUTES_OF_HOUR = 60;
  private static final int MINUTES = HOURS * MINUTES_OF_HOUR;
  private static final long CLOSED = -1;

  /// What a queue does in an hour.
  public enum Hour {
    STOPPED,
    LIMITED,
    FULL
  }

  public WeekPlan {
    hours = List.copyOf(hours);
    if (hours.size() != HOURS) {
      throw new IllegalArgumentException("a week has " + HOURS + " hours, not " + hours.size());
    }
    if (limitBytesPerSecond < 0 || (limitBytesPerSecond == 0 && hours.contains(Hour.LIMITED))) {
      throw new IllegalArgumentException("not a limit for hours: " + limitBytesPerSecond);
    }
  }

  /// The place of an hour in the list.
  ///
  /// @param hour 0 to 23
  public static int index(DayOfWeek day, int hour) {
    return (day.getValue() - 1) * HOURS_OF_DAY + hour;
  }

  public static WeekPlan of(Schedule schedule, SpeedPlan speed) {
    long[] speeds = speeds(schedule, speed);
    long limit = mostCommonLimit(speeds);
    List<Hour> hours = new ArrayList<>();
    boolean exact = true;
    for (int hour = 0; hour < HOURS; hour++) {
      int[] minutes = new int[Hour.values().length];
      for (int minute = hour * MINUTES_OF_HOUR; minute < (hour + 1) * MINUTES_OF_HOUR; minute++) {
        minutes[hour(speeds[minute]).ordinal()]++;
        exact &= speeds[minute] <= 0 || speeds[minute] == limit;
      }
      Hour most = Hour.STOPPED;
      for (Hour each : Hour.values()) {
        most = minutes[each.ordinal()] > minutes[most.ordinal()] ? each : most;
      }
      exact &= minutes[most.ordinal()] == MINUTES_OF_HOUR;
      hours.add(most);
    }
    return new WeekPlan(hours, limit, exact);
  }

  private static Hour hour(long speed) {
    return speed == CLOSED ? Hour.STOPPED : speed == 0 ? Hour.FULL : Hour.LIMITED;
  }

  /// For each minute of the week the limit, 0 for none, or [#CLOSED].
  private static long[] speeds(Schedule schedule, SpeedPlan speed) {
    long[] speeds = new long[MINUTES];
    Arrays.fill(speeds, speed.limitBytesPerSecond());
    for (SpeedPlan.Hours some : speed.hours().reversed()) { // the first one counts
      paint(some.span(), speeds, some.limitBytesPerSecond());
    }
    if (schedule.isAlways()) {
      return speeds;
    }
    long[] open = new long[MINUTES];
    Arrays.fill(open, CLOSED);
    schedule.spans().forEach(span -> paint(span, open, 0));
    for (int minute = 0; minute < MINUTES; minute++) {
      speeds[minute] = open[minute] == CLOSED ? CLOSED : speeds[minute];
    }
    return speeds;
  }

  private static void paint(WeekSpan span, long[] minutes, long value) {
    int length = span.toMinute() - span.fromMinute();
    int lasting = span.crossesMidnight() ? length + WeekSpan.MINUTES_OF_DAY : length;
    for (DayOfWeek day : span.days()) {
      int from = (day.getValue() - 1) * WeekSpan.MINUTES_OF_DAY + span.fromMinute();
      for (int minute = from; minute < from + lasting; minute++) {
        minutes[minute % MINUTES] = value;
      }
    }
  }

  private static long mostCommonLimit(long[] speeds) {
    Map<Long, Integer> counts = new LinkedHashMap<>();
    for (long speed : speeds) {
      if (speed > 0) {
        counts.merge(speed, 1, Integer::sum);
      }
    }
    return counts.isEmpty()
        ? 0
        : Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /// With some hours painted; what could not be shown is lost by it.
  ///
  /// @param limitBytesPerSecond for limited hours that have none yet
  public WeekPlan paint(Set<Integer> which, Hour value, long limitBytesPerSecond) {
    List<Hour> painted = new ArrayList<>(hours);
    which.forEach(hour -> painted.set(hour, value));
    long limit = this.limitBytesPerSecond == 0 ? limitBytesPerSecond : this.limitBytesPerSecond;
    return new WeekPlan(painted, limit, true);
  }

  /// With another limit in its limited hours.
  public WeekPlan limit(long bytesPerSecond) {
    return new WeekPlan(hours, bytesPerSecond, true);
  }

  public Schedule schedule() {
    Set<Hour> all = EnumSet.copyOf(hours);
    if (all.equals(EnumSet.of(Hour.STOPPED))) {
      return Schedule.NEVER;
    }
    return all.contains(Hour.STOPPED)
        ? new Schedule(spans(EnumSet.of(Hour.LIMITED, Hour.FULL)))
        : Schedule.ALWAYS;
  }

  public SpeedPlan speed() {
    if (!hours.contains(Hour.LIMITED)) {
      return SpeedPlan.NONE;
    }
    if (!hours.contains(Hour.FULL)) {
      return SpeedPlan.of(limitBytesPerSecond);
    }
    return new SpeedPlan(0, limitedHours());
  }

  /// The limited hours and their speed.
  public List<SpeedPlan.Hours> limitedHours() {
    return spans(EnumSet.of(Hour.LIMITED)).stream()
        .map(span -> new SpeedPlan.Hours(span, limitBytesPerSecond))
        .toList();
  }

  /// The hours of these kinds: days with the same ones together, and nights in one piece.
  private List<WeekSpan> spans(Set<Hour> kinds) {
    List<List<Run>> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.add(runs(day, kinds));
    }
    Map<Run, Set<DayOfWeek>> merged = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      Run before = night(week, day.minus(1));
      Run night = night(week, day);
      for (Run run : week.get(day.ordinal())) {
        boolean belongsToBefore = before != null && run.from == 0;
        if (!belongsToBefore) {
          Run whole = night != null && run.to == HOURS_OF_DAY ? night : run;
          merged.computeIfAbsent(whole, _ -> EnumSet.noneOf(DayOfWeek.class)).add(day);
        }
      }
    }
    return merged.entrySet().stream()
        .map(
            one ->
                new WeekSpan(
                    one.getValue(),
                    one.getKey().from * MINUTES_OF_HOUR,
                    one.getKey().to * MINUTES_OF_HOUR))
        .toList();
  }

  /// Hours behind each other; past midnight if its end is before its beginning.
  private record Run(int from, int to) {}

  private List<Run> runs(DayOfWeek day, Set<Hour> kinds) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    while (from < HOURS_OF_DAY) {
      int to = from;
      while (to < HOURS_OF_DAY && kinds.contains(hours.get(index(day, to)))) {
        to++;
      }
      if (to > from) {
        runs.add(new Run(from, to));
      }
      from = to + 1;
    }
    return runs;
  }

  /// The hours that begin in the evening of `day` and end on the next one; null if there are none.
  private static @Nullable Run night(List<List<Run>> week, DayOfWeek day) {
    List<Run> today = week.get(day.ordinal());
    List<Run> next = week.get(day.plus(1).ordinal());
    if (today.isEmpty() || next.isEmpty()) {
      return null;
    }
    Run evening = today.getLast();
    Run morning = next.getFirst();
    return evening.to == HOURS_OF_DAY && morning.from == 0 && morning.to < evening.from
        ? new Run(evening.from, morning.to)
        : null;
  }
}
