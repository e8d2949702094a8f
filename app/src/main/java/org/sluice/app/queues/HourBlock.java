package org.sluice.app.queues;

import java.util.Set;
import java.util.TreeSet;
import org.sluice.engine.queue.WeekPlan;

/// Some hours on some days behind each other: a rectangle of the week's grid, from a corner where it
/// was begun to the one that moves.
///
/// **Threads**: immutable; pure functions.
///
/// @param anchor where it was begun, as the place of an hour in a [WeekPlan]
/// @param cursor the corner that moves
record HourBlock(int anchor, int cursor) {
  private static final int DAYS = 7;
  private static final int HOURS = WeekPlan.HOURS_OF_DAY;

  static HourBlock at(int hour) {
    return new HourBlock(hour, hour);
  }

  static int day(int hour) {
    return hour / HOURS;
  }

  static int hourOfDay(int hour) {
    return hour % HOURS;
  }

  /// The hour so many days and hours farther; at an edge it stays.
  int moved(int days, int hours) {
    int day = Math.clamp(day(cursor) + days, 0, DAYS - 1);
    int hour = Math.clamp(hourOfDay(cursor) + hours, 0, HOURS - 1);
    return day * HOURS + hour;
  }

  HourBlock to(int hour) {
    return new HourBlock(anchor, hour);
  }

  Set<Integer> hours() {
    Set<Integer> all = new TreeSet<>();
    int lastDay = Math.max(day(anchor), day(cursor));
    int lastHour = Math.max(hourOfDay(anchor), hourOfDay(cursor));
    for (int day = Math.min(day(anchor), day(cursor)); day <= lastDay; day++) {
      for (int hour = Math.min(hourOfDay(anchor), hourOfDay(cursor)); hour <= lastHour; hour++) {
        all.add(day * HOURS + hour);
      }
    }
    return all;
  }
}
