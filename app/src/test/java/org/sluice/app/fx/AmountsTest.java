package org.sluice.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "9340, 9.3 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "519000000, 519.0 MB",
    "1510000000, 1.5 GB",
    "9223372036854775807, 9.2 EB"
  })
  void bytesHaveOneDecimalAndPowersOfTen(long count, String text) {
    assertThat(Amounts.bytes(count)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, –", "0.4, –", "512, 512 B/s", "2400000, 2.4 MB/s"})
  void noRateIsADash(double perSecond, String text) {
    assertThat(Amounts.rate(perSecond)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00", "62, 1:02", "2950, 49:10", "3723, 1:02:03"})
  void agesCountMinutesThenHours(long seconds, String text) {
    assertThat(Amounts.age(seconds * 1_000_000_000L)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"-5, 0 ms", "0, 0 ms", "4, 4 ms", "999, 999 ms", "1400, 1.4 s", "125000, 2:05"})
  void spansGrowCoarserAsTheyGrowLonger(long millis, String text) {
    assertThat(Amounts.span(millis * 1_000_000L)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "412.4, 412", "12345, 12\u2009345"})
  void thousandsStandApart(double value, String text) {
    assertThat(Amounts.count(value)).isEqualTo(text);
  }
}
