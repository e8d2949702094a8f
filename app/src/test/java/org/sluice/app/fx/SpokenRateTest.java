package org.sluice.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenRateTest {
  @Test
  void aCurveIsSaidAsARateAndItsCourse() {
    assertThat(SpokenRate.bytes(of(20, _ -> 2_200_000)))
        .isEqualTo("2.2 megabytes a second, steady");
    assertThat(SpokenRate.bytes(of(20, i -> i < 10 ? 1_000 : 2_000)))
        .isEqualTo("2.0 kilobytes a second, rising");
    assertThat(SpokenRate.bytes(of(20, i -> i < 10 ? 900 : 300)))
        .isEqualTo("300 bytes a second, falling");
    assertThat(SpokenRate.count(of(4, _ -> 412))).isEqualTo("412 a second, steady");
  }

  @Test
  void nothingIsSaidToFlowOfNothing() {
    assertThat(SpokenRate.bytes(new RateHistory())).isEqualTo("nothing flows");
    assertThat(SpokenRate.bytes(of(5, _ -> 0))).isEqualTo("nothing flows");
  }

  @Test
  void unitsAreSteppedAsTheyAreShown() {
    assertThat(SpokenRate.rate(999_960)).isEqualTo("1.0 megabytes a second");
    assertThat(SpokenRate.rate(3e12)).isEqualTo("3.0 terabytes a second");
  }

  private static RateHistory of(int count, java.util.function.IntToDoubleFunction values) {
    RateHistory history = new RateHistory();
    for (int i = 0; i < count; i++) {
      history.add(values.applyAsDouble(i));
    }
    return history;
  }
}
