package org.sluice.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.queue.WeekPlan.Hour;

/// The grid of a week says what the rules of a queue say, and the other way round.
class WeekPlanTest {
  /// A Monday, in a zone whose clock never jumps.
  private static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-11-23T00:00:00Z");

  private static WeekPlan of(String schedule, long limit, String hours) {
    return WeekPlan.of(Schedule.parse(schedule), SpeedPlan.parse(limit, hours));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyGridComesBackAndTheRulesHoldWhatItShows(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 25; round++) {
      int length = 1 + random.nextInt(30); // of runs: from single hours to whole days
      List<Hour> hours = new ArrayList<>();
      while (hours.size() < WeekPlan.HOURS) {
        Hour kind = Hour.values()[random.nextInt(3)];
        int run = Math.min(1 + random.nextInt(length), WeekPlan.HOURS - hours.size());
        hours.addAll(Collections.nCopies(run, kind));
      }
      WeekPlan week = new WeekPlan(hours, 1_000 + random.nextInt(9_000), true);
      Schedule schedule = Schedule.parse(week.schedule().text());
      SpeedPlan speed =
          SpeedPlan.parse(week.speed().limitBytesPerSecond(), week.speed().hoursText());
      WeekPlan again = WeekPlan.of(schedule, speed);
      String words = "seed " + seed + ": " + schedule.text() + " | " + speed.hoursText();
      assertThat(again.hours()).as(words).isEqualTo(hours);
      assertThat(again.exact()).as(words).isTrue();
      for (int hour = 0; hour < WeekPlan.HOURS; hour++) {
        ZonedDateTime at = MONDAY.plusHours(hour).plusMinutes(random.nextInt(60));
        Hour shown = hours.get(hour);
        assertThat(schedule.isOpen(at)).as("%s at %s", words, at).isEqualTo(shown != Hour.STOPPED);
        if (shown != Hour.STOPPED) {
          assertThat(speed.limitAt(at))
              .as("%s at %s", words, at)
              .isEqualTo(shown == Hour.LIMITED ? week.limitBytesPerSecond() : 0);
        }
      }
    }
  }

  @Test
  void theSmallestPatternStillFitsIntoTheLimitOfHours() {
    List<Hour> hours = new ArrayList<>();
    for (int i = 0; i < WeekPlan.HOURS; i++) {
      hours.add(i % 2 == i / 24 % 2 ? Hour.LIMITED : Hour.STOPPED);
    }
    WeekPlan week = new WeekPlan(hours, 5, true);
    assertThat(WeekPlan.of(week.schedule(), week.speed())).isEqualTo(week);
  }

  @Test
  void nightsStayInOnePiece() {
    WeekPlan week = of("22:00-06:00", 0, "");
    assertThat(week.schedule().text()).isEqualTo("Mon-Sun 22:00-06:00");
    assertThat(week.hours().get(WeekPlan.index(DayOfWeek.SUNDAY, 23))).isEqualTo(Hour.FULL);
    assertThat(week.hours().get(WeekPlan.index(DayOfWeek.MONDAY, 5))).isEqualTo(Hour.FULL);
    assertThat(week.hours().get(WeekPlan.index(DayOfWeek.MONDAY, 6))).isEqualTo(Hour.STOPPED);
  }

  @Test
  void aQueueThatIsNeverOpenIsNotOneThatAlwaysIs() {
    WeekPlan none = new WeekPlan(Collections.nCopies(WeekPlan.HOURS, Hour.STOPPED), 0, true);
    assertThat(none.schedule()).isEqualTo(Schedule.NEVER);
    assertThat(Schedule.parse(none.schedule().text())).isEqualTo(Schedule.NEVER);
    assertThat(Schedule.NEVER.isOpen(MONDAY)).isFalse();
    assertThat(Schedule.NEVER.isAlways()).isFalse();
    assertThat(Schedule.NEVER.nextChange(MONDAY)).isNull();
    assertThat(WeekPlan.of(Schedule.NEVER, SpeedPlan.of(7)).hours()).containsOnly(Hour.STOPPED);
    assertThat(WeekPlan.of(Schedule.ALWAYS, SpeedPlan.NONE).hours()).containsOnly(Hour.FULL);
  }

  @Test
  void aLimitAtAllTimesLimitsEveryOpenHour() {
    WeekPlan week = of("Mon 08:00-10:00", 500, "");
    assertThat(Collections.frequency(week.hours(), Hour.LIMITED)).isEqualTo(2);
    assertThat(week.limitBytesPerSecond()).isEqualTo(500);
    assertThat(week.speed()).isEqualTo(SpeedPlan.of(500));
  }

  @Test
  void whatTheGridCannotShowIsSaid() {
    assertThat(of("22:00-06:00", 9, "").exact()).isTrue();
    assertThat(of("22:30-06:00", 0, "").exact()).as("half an hour").isFalse();
    assertThat(of("", 9, "Mon 08:00-10:00 = 7").exact()).as("two limits").isFalse();
    assertThat(of("22:31-06:00", 0, "").hours().get(22))
        .as("most of the hour")
        .isEqualTo(Hour.STOPPED);
    assertThat(of("22:29-06:00", 0, "").hours().get(22)).isEqualTo(Hour.FULL);
  }

  @Test
  void paintingTakesTheLimitThatIsThereOrTheOneThatIsOffered() {
    WeekPlan fresh = of("", 0, "").paint(Set.of(0, 5), Hour.LIMITED, 1_000);
    assertThat(fresh.speed().hoursText())
        .isEqualTo("Mon 00:00-01:00 = 1000; Mon 05:00-06:00 = 1000");
    assertThat(fresh.paint(Set.of(6), Hour.LIMITED, 2_000).limitBytesPerSecond()).isEqualTo(1_000);
    assertThat(fresh.limit(3_000).speed().limitAt(MONDAY)).isEqualTo(3_000);
    assertThatThrownBy(() -> of("", 0, "").paint(Set.of(0), Hour.LIMITED, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
