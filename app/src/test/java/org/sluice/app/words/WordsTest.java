package org.sluice.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final ZoneId ZONE = ZoneOffset.ofHours(2);
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "1023, 1023 bytes",
    "1024, 1.0 KiB",
    "1048575, 1.0 MiB",
    "10485760, 10.0 MiB",
    "9223372036854775807, 8388608.0 TiB"
  })
  void sizes(long count, String words) {
    assertThat(Sizes.bytes(count)).isEqualTo(words);
  }

  @Test
  void theUnitStandsOnceWhereItIsTheSame() {
    assertThat(Sizes.of(5 << 20, 10 << 20)).isEqualTo("5.0 of 10.0 MiB");
    assertThat(Sizes.of(5 << 10, 10 << 20)).isEqualTo("5.0 KiB of 10.0 MiB");
    assertThat(Sizes.of(1, 13)).isEqualTo("1 byte of 13 bytes");
    assertThat(Sizes.of(2, 13)).isEqualTo("2 of 13 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "-3, 0 s",
    "59, 59 s",
    "60, 1 min 00 s",
    "3599, 59 min 59 s",
    "3600, 1 h 00 min",
    "90061, 1 d 01 h"
  })
  void spansOfTime(long seconds, String words) {
    assertThat(Times.seconds(seconds)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"11500, in 12 s", "-5, in 0 s", "300000, in 5 min 00 s", "600000, at 12:10"})
  void whatIsSoonIsCountedDown(long millis, String words) {
    assertThat(Times.until(NOW.plusMillis(millis), NOW, ZONE)).isEqualTo(words);
  }

  @Test
  void anotherDayHasItsDate() {
    assertThat(Times.until(NOW.plusSeconds(86_400), NOW, ZONE)).isEqualTo("at 2026-03-05 12:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://h/a.iso                        | https://h/a.iso",
        "https://me:pw@h:8/a                    | https://…@h:8/a",
        "https://me@h                           | https://…@h",
        "https://h/a?size=1m&rate=256k          | https://h/a?size=1m&rate=256k",
        "https://h/a?X-Amz-Signature=ab&x=1     | https://h/a?X-Amz-Signature=…&x=1",
        "https://h/a?Key-Pair-Id=A#access_token=x | https://h/a?Key-Pair-Id=…#access_token=…",
        "https://h/a?0123456789012345678901     | https://h/a?…",
        "https://h/a?v=0123456789012345678901   | https://h/a?v=…",
        "https://h/p@th?q=a@b                   | https://h/p@th?q=a@b",
        "say \"http://u:p@h/x?token=1\" twice: http://u:p@h/ | say \"http://…@h/x?token=…\" twice: http://…@h/",
        "\"me:pw@h/x\" is not a URL             | \"…@h/x\" is not a URL",
        "Retry: me@example.org                  | Retry: me@example.org",
        "no address at all                      | no address at all",
      })
  void secretsAreNotShown(String given, String shown) {
    assertThat(Redaction.of(given)).isEqualTo(shown);
  }
}
