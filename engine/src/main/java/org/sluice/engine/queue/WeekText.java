package org.sluice.engine.queue;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes and reads [WeekSpan]s: `Mon-Fri 22:00-06:00`, `Sat,Sun 00:00-24:00`, `08:00-09:30` for
/// every day.
final class WeekText {
  private static final List<String> NAMES =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final int DAYS = 7;

  /// Two neighbours are listed, three and more are a range.
  private static final int LEAST_RANGE = 3;

  private WeekText() {}

  static String write(WeekSpan span) {
    return days(span.days()) + " " + time(span.fromMinute()) + "-" + time(span.toMinute());
  }

  private static String days(Set<DayOfWeek> days) {
    List<String> parts = new ArrayList<>();
    int day = 0;
    while (day < DAYS) {
      int end = day;
      while (end < DAYS && days.contains(DayOfWeek.of(end + 1))) {
        end++;
      }
      if (end - day >= LEAST_RANGE) {
        parts.add(NAMES.get(day) + "-" + NAMES.get(end - 1));
      } else {
        parts.addAll(NAMES.subList(day, end));
      }
      day = end + 1;
    }
    return parts.stream().collect(Collectors.joining(","));
  }

  private static String time(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  /// @throws IllegalArgumentException with a sentence that says what was not understood
  static WeekSpan read(String text) {
    String all = text.strip();
    int space = all.lastIndexOf(' ');
    String days = space < 0 ? "Mon-Sun" : all.substring(0, space);
    String hours = all.substring(space + 1);
    int dash = hours.indexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException(
          "\"" + all + "\" are no hours; write them like Mon-Fri 22:00-06:00");
    }
    int from = minute(hours.substring(0, dash));
    int to = minute(hours.substring(dash + 1));
    if (from == to || from == WeekSpan.MINUTES_OF_DAY || to == 0) {
      throw new IllegalArgumentException(
          "\"" + hours + "\" is no time of a day; a whole day is 00:00-24:00");
    }
    return new WeekSpan(readDays(days), from, to);
  }

  private static Set<DayOfWeek> readDays(String text) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      int dash = part.indexOf('-');
      DayOfWeek first = day(dash < 0 ? part : part.substring(0, dash));
      DayOfWeek last = dash < 0 ? first : day(part.substring(dash + 1));
      for (DayOfWeek day = first; day != last; day = day.plus(1)) {
        days.add(day);
      }
      days.add(last);
    }
    return days;
  }

  private static DayOfWeek day(String text) {
    for (int i = 0; i < DAYS; i++) {
      if (NAMES.get(i).equalsIgnoreCase(text.strip())) {
        return DayOfWeek.of(i + 1);
      }
    }
    throw new IllegalArgumentException(
        "\"" + text.strip() + "\" is no day of the week; they are " + String.join(", ", NAMES));
  }

  private static int minute(String text) {
    String time = text.strip();
    if (!time.matches("[0-9]{1,2}:[0-9]{2}")) {
      throw new IllegalArgumentException("\"" + time + "\" is no time; write it like 06:30");
    }
    int colon = time.indexOf(':');
    int hour = Integer.parseInt(time.substring(0, colon));
    int minute = Integer.parseInt(time.substring(colon + 1));
    if (minute > 59 || hour * 60 + minute > WeekSpan.MINUTES_OF_DAY) {
      throw new IllegalArgumentException("\"" + time + "\" is no time; a day ends at 24:00");
    }
    return hour * 60 + minute;
  }
}
