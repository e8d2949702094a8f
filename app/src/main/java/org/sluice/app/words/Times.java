package org.sluice.app.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Spans of time and moments as people read them.
public final class Times {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final Duration COUNTED_DOWN = Duration.ofMinutes(5);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Times() {}

  /// For example `12 s`, `2 min 05 s`, `3 h 20 min`, `4 d 02 h`.
  public static String seconds(long count) {
    if (count < MINUTE) {
      return Math.max(0, count) + " s";
    }
    if (count < HOUR) {
      return two(count / MINUTE, "min", count % MINUTE, "s");
    }
    return count < DAY
        ? two(count / HOUR, "h", count % HOUR / MINUTE, "min")
        : two(count / DAY, "d", count % DAY / HOUR, "h");
  }

  /// When something goes on: `in 12 s`, or `at 14:05` if that is long.
  public static String until(Instant then, Instant now, ZoneId zone) {
    Duration left = Duration.between(now, then);
    if (left.compareTo(COUNTED_DOWN) <= 0) {
      return "in " + seconds(Math.ceilDiv(Math.max(0, left.toMillis()), 1_000L));
    }
    return "at " + moment(then, now, zone);
  }

  /// `14:05`, with the date if it is another day than now.
  public static String moment(Instant moment, Instant now, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return (today ? CLOCK : DATE).format(local);
  }

  private static String two(long large, String unit, long small, String smaller) {
    return String.format(Locale.ROOT, "%d %s %02d %s", large, unit, small, smaller);
  }
}
