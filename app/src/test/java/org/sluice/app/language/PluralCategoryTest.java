package org.sluice.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import com.ibm.icu.util.ULocale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Compared with ICU4J, which has the tables of CLDR.
class PluralCategoryTest {
  private static LongStream numbers() {
    return LongStream.concat(
        LongStream.rangeClosed(0, 1_300),
        LongStream.of(
            9_999,
            10_000,
            100_000,
            100_003,
            1_000_000,
            1_000_001,
            2_000_000,
            3_500_000,
            1_000_000_000L,
            1_000_000_011L));
  }

  @ParameterizedTest
  @EnumSource
  void formsAreThoseOfCldr(Language language) {
    PluralRules icu = PluralRules.forLocale(ULocale.forLanguageTag(language.tag()));
    numbers()
        .forEach(
            n ->
                assertThat(PluralCategory.of(language, n).word())
                    .as("%s %d", language, n)
                    .isEqualTo(icu.select(n)));
  }

  @ParameterizedTest
  @EnumSource
  void placesInARowAreThoseOfCldr(Language language) {
    PluralRules icu =
        PluralRules.forLocale(ULocale.forLanguageTag(language.tag()), PluralType.ORDINAL);
    numbers()
        .forEach(
            n ->
                assertThat(PluralCategory.ofOrdinal(language, n).word())
                    .as("%s %d", language, n)
                    .isEqualTo(icu.select(n)));
  }

  @ParameterizedTest
  @EnumSource
  void whatASentenceNeedsIsWhatTheLanguageHasButForMillions(Language language) {
    Set<String> forms =
        PluralRules.forLocale(ULocale.forLanguageTag(language.tag())).getKeywords().stream()
            .filter(form -> language == Language.ARABIC || !form.equals("many"))
            .collect(Collectors.toSet());
    assertThat(PluralCategory.needed(language).stream().map(PluralCategory::word))
        .containsExactlyInAnyOrderElementsOf(forms);
  }
}
