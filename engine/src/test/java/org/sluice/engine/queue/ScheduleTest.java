package org.sluice.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /// Around days on which clocks are set, and one on which a whole day is left out.
  private static final List<ZonedDateTime> STARTS =
      List.of(
          LocalDateTime.parse("2026-03-28T00:00").atZone(BERLIN),
          LocalDateTime.parse("2026-10-24T00:00").atZone(BERLIN),
          LocalDateTime.parse("2026-03-07T00:00").atZone(ZoneId.of("America/New_York")),
          LocalDateTime.parse("2026-04-04T00:00").atZone(ZoneId.of("Australia/Lord_Howe")),
          LocalDateTime.parse("2011-12-28T00:00").atZone(ZoneId.of("Pacific/Apia")),
          LocalDateTime.parse("2026-06-01T00:00").atZone(ZoneId.of("Asia/Kolkata")));

  private static ZonedDateTime berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon-Fri 22:00-06:00 | Mon-Fri 22:00-06:00",
        "sat,SUN 0:00-24:00 | Sat,Sun 00:00-24:00",
        "08:00-09:30 | Mon-Sun 08:00-09:30",
        "Fri-Mon 01:00-02:00 | Mon,Fri-Sun 01:00-02:00",
        "Mon,Tue,Wed 01:00-02:00 | Mon-Wed 01:00-02:00",
        "Mon,Wed-Wed,Tue 01:00-02:00 | Mon-Wed 01:00-02:00",
        "' ;; Mon 23:59-00:01 ; Tue 00:00-00:01;' | Mon 23:59-00:01; Tue 00:00-00:01",
        "'Mon - Fri 10:00-11:00' | Mon-Fri 10:00-11:00",
        "'' | ''",
      })
  void readsAndWrites(String text, String canonical) {
    Schedule schedule = Schedule.parse(text);
    assertThat(schedule.text()).isEqualTo(canonical);
    assertThat(Schedule.parse(canonical)).isEqualTo(schedule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mon",
        "Mon 10:00",
        "Foo 10:00-11:00",
        "Mon-Fri 10:00-10:00",
        "Mon 24:00-06:00",
        "Mon 06:00-00:00",
        "Mon 10:60-11:00",
        "Mon 25:00-26:00",
        "Mon 24:01-06:00",
        "Mon 10:00-11",
        "Mon, 10:00-11:00",
        "Mon 1000-1100",
        "Mon 10:00-11:00, Tue 10:00-11:00",
        "Mon 10:00-\u0661\u0661:00",
      })
  void saysWhatItDoesNotUnderstand(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.parse(text))
        .satisfies(e -> assertThat(e.getMessage()).contains("\""));
  }

  @Test
  void isBounded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.parse("Mon 10:00-11:00;".repeat(169)))
        .withMessageContaining("168");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.parse(" ".repeat(5_000)))
        .withMessageContaining("4096");
    assertThatIllegalArgumentException().isThrownBy(() -> new WeekSpan(Set.of(), 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeekSpan(Set.of(DayOfWeek.MONDAY), 5, 5));
  }

  @ParameterizedTest
  @CsvSource({
    // 2026-06-01 is a Monday
    "2026-06-01T21:59, false, 2026-06-01T22:00",
    "2026-06-01T22:00, true, 2026-06-02T06:00",
    "2026-06-02T05:59, true, 2026-06-02T06:00",
    "2026-06-02T06:00, false, 2026-06-02T22:00",
    "2026-06-05T23:00, true, 2026-06-08T00:00", // Friday night runs into the whole weekend
    "2026-06-06T12:00, true, 2026-06-08T00:00",
    "2026-06-07T23:59, true, 2026-06-08T00:00",
    "2026-06-08T00:00, false, 2026-06-08T22:00",
  })
  void nightsAndWeekends(String at, boolean open, String change) {
    Schedule schedule = Schedule.parse("Mon-Fri 22:00-06:00; Sat,Sun 00:00-24:00");
    assertThat(schedule.isOpen(berlin(at))).isEqualTo(open);
    assertThat(schedule.nextChange(berlin(at))).isEqualTo(berlin(change));
  }

  @Test
  void whatNeverChangesSaysSo() {
    ZonedDateTime at = berlin("2026-06-01T10:00");
    assertThat(Schedule.ALWAYS.isOpen(at)).isTrue();
    assertThat(Schedule.ALWAYS.nextChange(at)).isNull();
    Schedule week = Schedule.parse("Mon-Sun 00:00-24:00");
    assertThat(week.isOpen(at)).isTrue();
    assertThat(week.nextChange(at)).isNull();
    Schedule pieces = Schedule.parse("12:00-13:00; 13:00-12:00");
    assertThat(pieces.nextChange(at)).isNull();
  }

  @Test
  void aSkippedHourOpensAtTheSkip() {
    Schedule schedule = Schedule.parse("02:30-05:00");
    ZonedDateTime before = berlin("2026-03-29T01:00");
    assertThat(schedule.isOpen(before)).isFalse();
    assertThat(schedule.nextChange(before)).isEqualTo(berlin("2026-03-29T03:00"));
    assertThat(schedule.isOpen(berlin("2026-03-29T03:00"))).isTrue();
    assertThat(Schedule.parse("02:10-02:50").nextChange(before))
        .as("an hour that is not there")
        .isEqualTo(berlin("2026-03-30T02:10"));
  }

  @Test
  void anHourThatComesTwiceIsOneTime() {
    ZonedDateTime midnight = berlin("2026-10-25T00:00");
    Schedule inside = Schedule.parse("02:15-02:45");
    ZonedDateTime opens = inside.nextChange(midnight);
    assertThat(opens).isNotNull();
    ZonedDateTime closes = inside.nextChange(opens);
    assertThat(closes).isNotNull();
    assertThat(Duration.between(opens, closes)).isEqualTo(Duration.ofMinutes(90));
    assertThat(Duration.between(midnight, opens)).isEqualTo(Duration.ofMinutes(135));
    assertThat(Schedule.parse("22:00-02:30; 02:30-22:00").nextChange(midnight)).isNull();
  }

  private static WeekSpan span(Random random) {
    EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    for (int i = random.nextInt(4); i > 0; i--) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    int from = random.nextInt(288) * 5;
    int to;
    do {
      to = 5 + random.nextInt(288) * 5;
    } while (to == from);
    return new WeekSpan(days, from, to);
  }

  /// The wall clock alone, where it does not jump.
  private static boolean byWallClock(Schedule schedule, ZonedDateTime at) {
    int minute = at.getHour() * 60 + at.getMinute();
    DayOfWeek today = at.getDayOfWeek();
    return schedule.spans().stream()
        .anyMatch(
            span ->
                span.crossesMidnight()
                    ? (span.days().contains(today) && minute >= span.fromMinute())
                        || (span.days().contains(today.minus(1)) && minute < span.toMinute())
                    : span.days().contains(today)
                        && minute >= span.fromMinute()
                        && minute < span.toMinute());
  }

  private static boolean clockJumps(ZonedDateTime at) {
    return !at.plusHours(49).getOffset().equals(at.minusHours(49).getOffset());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void agreesWithLookingAtEveryMinute(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 8; round++) {
      List<WeekSpan> spans = new ArrayList<>();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        spans.add(span(random));
      }
      Schedule schedule = new Schedule(spans);
      assertThat(Schedule.parse(schedule.text())).as("seed %s", seed).isEqualTo(schedule);
      ZonedDateTime at = STARTS.get(random.nextInt(STARTS.size()));
      ZonedDateTime end = at.plusDays(5);
      @Nullable ZonedDateTime change = schedule.nextChange(at);
      boolean open = schedule.isOpen(at);
      for (; at.isBefore(end); at = at.plusMinutes(5)) {
        boolean now = schedule.isOpen(at);
        if (change != null && !at.isBefore(change)) {
          assertThat(at).as("seed %s: %s changes on time", seed, schedule.text()).isEqualTo(change);
          assertThat(now).as("seed %s: %s at %s", seed, schedule.text(), at).isEqualTo(!open);
          open = now;
          change = schedule.nextChange(at);
        }
        assertThat(now).as("seed %s: %s at %s", seed, schedule.text(), at).isEqualTo(open);
        if (!clockJumps(at)) {
          assertThat(now)
              .as("seed %s: %s at %s", seed, schedule.text(), at)
              .isEqualTo(byWallClock(schedule, at));
        }
      }
    }
  }
}
