package org.sluice.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimerTableTest {
  @Test
  void theNearestOfAllCounts() {
    TimerTable timers = new TimerTable();
    assertThat(timers.nearest()).isEqualTo(TimerTable.NONE);
    timers.set(Deadline.TIMEOUT, 100);
    timers.set(Deadline.CONNECT_TIMEOUT, 50);
    assertThat(timers.nearest()).isEqualTo(50);
    timers.set(Deadline.CONNECT_TIMEOUT, 150);
    assertThat(timers.nearest()).as("each replaces itself").isEqualTo(100);
    timers.clear(Deadline.TIMEOUT);
    assertThat(timers.nearest()).isEqualTo(150);
  }

  @Test
  void takesOutWhatHasCome() {
    TimerTable timers = new TimerTable();
    timers.set(Deadline.TIMEOUT, 100);
    timers.set(Deadline.TOO_FAST, 10);
    assertThat(timers.expired(Deadline.TOO_FAST, 9)).isFalse();
    assertThat(timers.expired(Deadline.TOO_FAST, 10)).isTrue();
    assertThat(timers.takeExpired(9)).isFalse();
    assertThat(timers.takeExpired(10)).isTrue();
    assertThat(timers.isSet(Deadline.TOO_FAST)).isFalse();
    assertThat(timers.nearest()).isEqualTo(100);
  }
}
