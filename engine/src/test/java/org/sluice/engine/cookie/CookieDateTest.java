package org.sluice.engine.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates of cookies, which servers write in every way.
class CookieDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed, 09 Jun 2021 10:18:14 GMT | 2021-06-09T10:18:14Z",
        "Wed, 09-Jun-21 10:18:14 GMT | 2021-06-09T10:18:14Z",
        "Wed Jun  9 10:18:14 2021 | 2021-06-09T10:18:14Z",
        "9 june 2021 1:2:3 | 2021-06-09T01:02:03Z",
        "10:18:14 Jun 9 1999x | 1999-06-09T10:18:14Z",
        "01-Jan-70 00:00:00 | 1970-01-01T00:00:00Z",
        "01-Jan-69 00:00:00 | 2069-01-01T00:00:00Z",
        "Thu, 31 Dec 9999 23:59:59 GMT | 9999-12-31T23:59:59Z"
      })
  void isRead(String text, Instant expected) {
    assertThat(CookieDate.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "Wed, 09 Jun 2021",
        "09 Jun 2021 25:00:00",
        "31 Feb 2021 10:00:00",
        "09 Jun 1600 10:00:00",
        "00 Jun 2021 10:00:00",
        "09 Jun 20210 10:00:00"
      })
  void isNone(String text) {
    assertThat(CookieDate.parse(text)).isEmpty();
  }
}
