package org.sluice.engine.queue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The same hours on some days of the week.
///
/// It lasts past midnight where its end is before its beginning. A moment that the clock skips when
/// summer time begins is the moment of the skip. Of an hour that comes twice, a beginning means the
/// first and an end the second: nothing closes and opens again in it.
///
/// **Units**: minutes of the day.
///
/// @param days on which it begins
/// @param fromMinute 0 to 1439
/// @param toMinute 1 to 1440; on the day after if it is not behind `fromMinute`
public record WeekSpan(Set<DayOfWeek> days, int fromMinute, int toMinute) {
  public static final int MINUTES_OF_DAY = 24 * 60;

  /// No boundary of a week is farther away, however a zone changes.
  static final int HORIZON_DAYS = 9;

  public WeekSpan {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("hours need a day of the week");
    }
    if (fromMinute < 0
        || fromMinute >= MINUTES_OF_DAY
        || toMinute < 1
        || toMinute > MINUTES_OF_DAY
        || fromMinute == toMinute) {
      throw new IllegalArgumentException(
          "not hours of a day: minute " + fromMinute + " to minute " + toMinute);
    }
    days = Set.copyOf(days);
  }

  /// The whole of these days.
  public static WeekSpan allDay(DayOfWeek first, DayOfWeek... more) {
    return new WeekSpan(EnumSet.of(first, more), 0, MINUTES_OF_DAY);
  }

  public boolean crossesMidnight() {
    return toMinute < fromMinute;
  }

  public boolean contains(ZonedDateTime at) {
    LocalDate today = at.toLocalDate();
    return beginsOnAndContains(today, at) || beginsOnAndContains(today.minusDays(1), at);
  }

  private boolean beginsOnAndContains(LocalDate date, ZonedDateTime at) {
    return days.contains(date.getDayOfWeek())
        && !begin(date, at.getZone()).isAfter(at.toInstant())
        && end(date, at.getZone()).isAfter(at.toInstant());
  }

  /// Every beginning and end after `at` within the [#HORIZON_DAYS], ascending.
  static List<ZonedDateTime> boundaries(List<WeekSpan> spans, ZonedDateTime at) {
    return spans.stream()
        .flatMap(span -> span.boundaries(at).stream())
        .filter(moment -> moment.isAfter(at.toInstant()))
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(moment -> moment.atZone(at.getZone()))
        .toList();
  }

  private List<Instant> boundaries(ZonedDateTime at) {
    LocalDate first = at.toLocalDate().minusDays(1);
    return first
        .datesUntil(first.plusDays(HORIZON_DAYS + 1))
        .filter(date -> days.contains(date.getDayOfWeek()))
        .mapMulti(
            (LocalDate date, Consumer<Instant> out) -> {
              out.accept(begin(date, at.getZone()));
              out.accept(end(date, at.getZone()));
            })
        .toList();
  }

  private Instant begin(LocalDate date, ZoneId zone) {
    return moment(date.atStartOfDay().plusMinutes(fromMinute), zone, true);
  }

  private Instant end(LocalDate date, ZoneId zone) {
    LocalDate last = crossesMidnight() ? date.plusDays(1) : date;
    return moment(last.atStartOfDay().plusMinutes(toMinute), zone, false);
  }

  private static Instant moment(LocalDateTime local, ZoneId zone, boolean first) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition skip = zone.getRules().getTransition(local);
      return skip.getInstant();
    }
    return local.toInstant(first ? offsets.getFirst() : offsets.getLast());
  }
}
