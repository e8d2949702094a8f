package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunSpeedTest {
  private static final long MS = 1_000_000L;

  @Test
  void isNeverNothingWhileBytesFlow() {
    RunSpeed speed = new RunSpeed(0);
    assertThat(speed.bytesPerSecond(10 * MS, 0)).isZero();
    assertThat(speed.bytesPerSecond(20 * MS, 50_000))
        .as("before the first tick")
        .isEqualTo(200_000);
    assertThat(speed.bytesPerSecond(2_000 * MS, 1)).as("a late first tick").isEqualTo(1);
    speed.tick(250 * MS, 100_000, 100_000, 1_000_000, false);
    assertThat(speed.bytesPerSecond(300 * MS, 120_000)).as("at the tick").isPositive();
  }
}
