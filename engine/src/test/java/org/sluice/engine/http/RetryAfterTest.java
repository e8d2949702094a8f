package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "2 | PT2S",
        "' 120 ' | PT2M",
        "0000000000000000000005 | PT168H", // more digits than any wait of sense: as long as we wait
        "86400 | PT24H",
        "604800 | PT168H",
        "604801 | PT168H",
        "99999999999999999999999999 | PT168H",
        "Sun, 01 Mar 2026 12:00:40 GMT | PT40S",
        "Sunday, 01-Mar-26 12:00:40 GMT | PT40S",
        "Sun Mar  1 12:00:40 2026 | PT40S",
        "Sun, 01 Mar 2026 11:00:00 GMT | PT0S",
        "Sun, 01 Mar 2126 12:00:00 GMT | PT168H"
      })
  void reads(String value, Duration delay) {
    assertThat(RetryAfter.parse(value, null, NOW)).contains(new RetryAfter(delay));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "1.5", "2s", "soon", "+5", "٣", "Sun, 01 Mar 2026", "1e3"})
  void refuses(String value) {
    assertThat(RetryAfter.parse(value, null, NOW)).isEmpty();
  }

  @Test
  void aDateIsReadByTheClockOfTheServerThatSaidIt() {
    String wrongByAnHour = "Sun, 01 Mar 2026 13:00:00 GMT";
    assertThat(RetryAfter.parse("Sun, 01 Mar 2026 13:00:10 GMT", wrongByAnHour, NOW))
        .contains(new RetryAfter(Duration.ofSeconds(10)));
    assertThat(RetryAfter.parse("Sun, 01 Mar 2026 12:00:10 GMT", "no date", NOW))
        .contains(new RetryAfter(Duration.ofSeconds(10)));
    assertThat(RetryAfter.parse("7", wrongByAnHour, NOW))
        .contains(new RetryAfter(Duration.ofSeconds(7)));
  }

  @Test
  void readsTheHeadOfAResponse() {
    Headers headers =
        Headers.of(
            "date", "Sun, 01 Mar 2026 12:30:00 GMT",
            "retry-after", "Sun, 01 Mar 2026 12:30:05 GMT");
    ResponseHead head = new ResponseHead(1, 503, "", headers, 0);
    assertThat(RetryAfter.of(head, NOW)).contains(new RetryAfter(Duration.ofSeconds(5)));
    assertThat(RetryAfter.of(new ResponseHead(1, 503, "", Headers.EMPTY, 0), NOW)).isEmpty();
  }

  @Test
  void isBounded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryAfter(RetryAfter.MOST.plusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new RetryAfter(Duration.ofNanos(-1)));
  }
}
