package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockJumpTest {
  private static final long SECOND = 1_000_000_000L;

  private final ClockJump jump = new ClockJump(0, 1_000);

  @Test
  void clocksThatGoTogetherAreNoSleep() {
    assertThat(jump.look(60 * SECOND, 61_000)).isEqualTo(Duration.ZERO);
    assertThat(jump.look(61 * SECOND, 71_000)).as("9 s too many").isEqualTo(Duration.ZERO);
    assertThat(jump.look(62 * SECOND, 1_000)).as("set back").isEqualTo(Duration.ZERO);
  }

  @Test
  void aTimeOfDayThatRanAheadIsASleepOnce() {
    assertThat(jump.look(SECOND, 3_602_000)).isEqualTo(Duration.ofSeconds(3_600));
    assertThat(jump.look(2 * SECOND, 3_603_000)).isEqualTo(Duration.ZERO);
  }
}
