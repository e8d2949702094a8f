package org.sluice.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ENGLISH; 1\u2009234.5; 12\u2009345",
        "FRENCH; 1\u202f234,5; 12\u202f345",
        "GERMAN; 1.234,5; 12.345",
        "SPANISH; 1234,5; 12\u202f345",
        "CHINESE; 1,234.5; 12,345",
        "ARABIC; 1,234.5; 12,345"
      })
  void eachLanguageHasItsSeparators(Language language, String decimal, String whole) {
    assertThat(Figures.decimal(language, 1234.5, 1)).isEqualTo(decimal);
    assertThat(Figures.whole(language, 12_345)).isEqualTo(whole);
    assertThat(Figures.whole(language, -999)).isEqualTo("-999");
    assertThat(Figures.whole(language, 0)).isEqualTo("0");
  }

  @Test
  void theSystemDecidesUntilTheUserDoes() {
    assertThat(LanguageChoice.SYSTEM.language(Locale.CANADA_FRENCH)).isEqualTo(Language.FRENCH);
    assertThat(LanguageChoice.SYSTEM.language(Locale.TAIWAN)).isEqualTo(Language.CHINESE);
    assertThat(LanguageChoice.SYSTEM.language(Locale.of("fi"))).isEqualTo(Language.ENGLISH);
    assertThat(LanguageChoice.GERMAN.language(Locale.CANADA_FRENCH)).isEqualTo(Language.GERMAN);
  }
}
