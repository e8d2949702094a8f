package org.sluice.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sluice.app.language.Isolate;

class PreferencesWordsTest {
  @Test
  void aTimeIsSaidInTheLargestUnitThatFits() {
    assertThat(said(30)).isEqualTo("30 s");
    assertThat(said(90)).isEqualTo("90 s");
    assertThat(said(600)).isEqualTo("10 min");
    assertThat(said(3_600)).isEqualTo("1 h");
    assertThat(said(0)).isEqualTo("0 s");
  }

  private static String said(long seconds) {
    return Isolate.plain(PreferencesWords.time(Duration.ofSeconds(seconds)))
        .replaceAll("[\\u00a0\\u2009\\u202f]", " ");
  }
}
