package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastModifiedTest {
  private static final String NOON = "Thu, 01 Jan 2026 12:00:00 GMT";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Thu, 01 Jan 2026 12:00:00 GMT | Thu, 01 Jan 2026 12:01:00 GMT | true",
        "Thu, 01 Jan 2026 12:00:00 GMT | Thu, 01 Jan 2026 12:00:59 GMT | false",
        "Thu, 01 Jan 2026 12:00:00 GMT | Thu, 01 Jan 2026 12:00:00 GMT | false",
        "Thu, 01 Jan 2026 12:00:00 GMT | Thu, 01 Jan 2026 11:00:00 GMT | false",
        "Thu, 01 Jan 2026 12:00:00 GMT | - | false",
        "- | Thu, 01 Jan 2026 12:01:00 GMT | false",
        "yesterday | Thu, 01 Jan 2026 12:01:00 GMT | false",
        "Thu, 01 Jan 2026 12:00:00 GMT | soon | false",
        "Sunday, 06-Nov-94 08:49:37 GMT | Thu, 01 Jan 2026 12:01:00 GMT | false"
      })
  void isStrongIfTheAnswerWasMadeWellAfterIt(String modified, String date, boolean strong) {
    assertThat(LastModified.isStrong(modified, date)).isEqualTo(strong);
  }

  @Test
  void sameMomentInOtherWords() {
    assertThat(LastModified.same(NOON, " " + NOON)).isTrue();
    assertThat(LastModified.same(NOON, "Thu Jan  1 12:00:00 2026")).isTrue();
    assertThat(LastModified.same("garbage", "garbage")).isTrue();
    assertThat(LastModified.same("garbage", "rubbish")).isFalse();
    assertThat(LastModified.same(NOON, "Thu, 01 Jan 2026 12:00:01 GMT")).isFalse();
  }
}
