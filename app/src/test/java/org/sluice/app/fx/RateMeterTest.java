package org.sluice.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateMeterTest {
  private static final long TENTH = 100_000_000L;

  @Test
  void isSilentBeforeTheSecondSample() {
    RateMeter meter = new RateMeter();
    assertThat(meter.perSecond()).isZero();
    meter.sample(5, 1_000);
    assertThat(meter.perSecond()).isZero();
  }

  @Test
  void isTheMeanOfTheLastSecond() {
    RateMeter meter = new RateMeter();
    long count = 0;
    for (int i = 0; i <= 30; i++) {
      meter.sample(i * TENTH, count);
      count += i < 20 ? 50 : 200;
    }
    assertThat(meter.perSecond()).isCloseTo(2_000, within(0.001));
  }

  @Test
  void fallsToNothingWhenNothingComes() {
    RateMeter meter = new RateMeter();
    meter.sample(0, 0);
    meter.sample(TENTH, 1_000);
    for (int i = 2; i < 20; i++) {
      meter.sample(i * TENTH, 1_000);
    }
    assertThat(meter.perSecond()).isZero();
  }

  @Test
  void oneInAMillisecondIsNotAThousandInASecond() {
    RateMeter meter = new RateMeter(10 * TENTH);
    meter.sample(0, 0);
    meter.sample(TENTH / 100, 1);
    assertThat(meter.perSecond()).isEqualTo(1);
  }

  @Test
  void theSameMomentTwiceIsOneSample() {
    RateMeter meter = new RateMeter();
    meter.sample(TENTH, 10);
    meter.sample(TENTH, 20);
    assertThat(meter.perSecond()).isZero();
  }

  @Test
  void historyForgetsTheOldest() {
    RateHistory history = new RateHistory();
    for (int i = 0; i < RateHistory.CAPACITY + 5; i++) {
      history.add(i);
    }
    assertThat(history.size()).isEqualTo(RateHistory.CAPACITY);
    assertThat(history.get(0)).isEqualTo(5);
    assertThat(history.peak()).isEqualTo(RateHistory.CAPACITY + 4);
  }
}
