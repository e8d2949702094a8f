package org.sluice.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedPlanTest {
  private static ZonedDateTime utc(String local) {
    return LocalDateTime.parse(local).atZone(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T07:59, 5000, 2026-06-01T08:00",
    "2026-06-01T08:00, 512000, 2026-06-01T12:00",
    "2026-06-01T12:00, 0, 2026-06-01T13:00",
    "2026-06-01T13:00, 512000, 2026-06-01T18:00",
    "2026-06-06T08:00, 5000, 2026-06-08T08:00",
  })
  void theFirstHoursThatHoldCount(String at, long limit, String change) {
    SpeedPlan plan =
        SpeedPlan.parse(5_000, "Mon-Fri 12:00-13:00 = none; Mon-Fri 08:00-18:00 = 500K");
    assertThat(plan.limitAt(utc(at))).isEqualTo(limit);
    assertThat(plan.nextChange(utc(at))).isEqualTo(utc(change));
  }

  @Test
  void equalLimitsAreNoChange() {
    SpeedPlan plan = SpeedPlan.parse(1_024, "Mon-Fri 12:00-13:00 = 1K");
    assertThat(plan.nextChange(utc("2026-06-01T07:59"))).isNull();
    assertThat(SpeedPlan.NONE.nextChange(utc("2026-06-01T07:59"))).isNull();
    assertThat(SpeedPlan.NONE.limitAt(utc("2026-06-01T07:59"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mon 10:00-11:00",
        "Mon 10:00-11:00 = ",
        "Mon 10:00-11:00 = -5",
        "Mon 10:00-11:00 = 5X",
        "Mon 10:00-11:00 = 99999999999999999G",
        "Mon 10:00-11:00 = 1K2",
        "= 5K",
      })
  void saysWhatItDoesNotUnderstand(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpeedPlan.parse(0, text))
        .satisfies(e -> assertThat(e.getMessage()).contains("\""));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void speedsAreExactInText(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      long speed = random.nextLong(Long.MAX_VALUE) >> random.nextInt(63);
      speed = random.nextBoolean() ? speed : speed >> 20 << 20;
      assertThat(RateText.read(RateText.write(speed))).as("seed %s", seed).isEqualTo(speed);
    }
    String text = SpeedPlan.parse(7, "Mon 10:00-11:00 = 3145728").hoursText();
    assertThat(text).isEqualTo("Mon 10:00-11:00 = 3M");
    assertThat(SpeedPlan.parse(7, text).hoursText()).isEqualTo(text);
  }
}
