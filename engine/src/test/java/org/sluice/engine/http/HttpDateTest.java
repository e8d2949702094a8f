package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:37 GMT | 1994-11-06T08:49:37Z",
        "' Sun, 06 Nov 1994 08:49:37 GMT ' | 1994-11-06T08:49:37Z",
        "Mon, 06 Nov 1994 08:49:37 GMT | 1994-11-06T08:49:37Z", // not a Monday; nobody cares
        "Sun, 6 Nov 1994 08:49:37 GMT | 1994-11-06T08:49:37Z",
        "Sun Nov  6 08:49:37 1994 | 1994-11-06T08:49:37Z",
        "Sun Nov 16 08:49:37 1994 | 1994-11-16T08:49:37Z",
        "Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z",
        "Sunday, 06-Nov-26 08:49:37 GMT | 2026-11-06T08:49:37Z",
        "Sunday, 06-Nov-75 08:49:37 GMT | 2075-11-06T08:49:37Z",
        "Sunday, 06-Nov-76 08:49:37 GMT | 1976-11-06T08:49:37Z", // more than 50 years ahead
        "Sunday, 06-Jan-76 08:49:37 GMT | 2076-01-06T08:49:37Z",
        "Sunday, 06-Nov-77 08:49:37 GMT | 1977-11-06T08:49:37Z"
      })
  void readsAllThreeForms(String value, Instant wanted) {
    assertThat(HttpDate.parse(value, NOW)).contains(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "now",
        "Sun, 32 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 1994 08:49:37 +0100",
        "Sun, 06 Nov 94 08:49:37 GMT",
        "1994-11-06T08:49:37Z",
        "Sunday, 31-Feb-94 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMTSun, 06 Nov 1994 08:49:37 GMT, and much more of the same"
      })
  void refuses(String value) {
    assertThat(HttpDate.parse(value, NOW)).isEmpty();
  }

  @Test
  void withoutAClockTwoDigitsAreNoYear() {
    assertThat(HttpDate.parse("Sunday, 06-Nov-94 08:49:37 GMT")).isEmpty();
    assertThat(HttpDate.parse("Sun, 06 Nov 1994 08:49:37 GMT")).isPresent();
  }

  @Test
  void writesWhatItReads() {
    assertThat(HttpDate.format(Instant.parse("1994-11-06T08:49:37.9Z")))
        .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    assertThat(HttpDate.format(NOW)).isEqualTo("Sun, 01 Mar 2026 12:00:00 GMT");
    assertThat(HttpDate.parse(HttpDate.format(NOW), NOW)).contains(NOW);
  }
}
