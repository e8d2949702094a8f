package org.sluice.app.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {
  private static final String FILES =
      "{0, plural, =0 {لا ملفات} zero {صفر} one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا}"
          + " other {# ملف}} في {1}";

  @ParameterizedTest
  @CsvSource({
    "0, لا ملفات",
    "1, ملف واحد",
    "2, ملفان",
    "3, 3 ملفات",
    "11, 11 ملفًا",
    "100, 100 ملف"
  })
  void arabicHasSixForms(int number, String words) {
    assertThat(Phrase.of(FILES).with(Language.ARABIC, number, "x"))
        .isEqualTo(words + " في \u200ex\u200e");
  }

  @Test
  void frenchCountsNothingAsOne() {
    Phrase files = Phrase.of("{0, plural, one {# fichier} other {# fichiers}}");
    assertThat(files.with(Language.FRENCH, 0)).isEqualTo("0 fichier");
    assertThat(files.with(Language.FRENCH, 1)).isEqualTo("1 fichier");
    assertThat(files.with(Language.FRENCH, 12_345L)).isEqualTo("12\u202f345 fichiers");
    assertThat(files.with(Language.FRENCH, 1_000_000)).isEqualTo("1\u202f000\u202f000 fichiers");
  }

  @ParameterizedTest
  @CsvSource({"1,1st", "2,2nd", "3,3rd", "4,4th", "11,11th", "12,12th", "21,21st", "102,102nd"})
  void placesInARow(int number, String words) {
    Phrase place = Phrase.of("{0, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}");
    assertThat(place.with(Language.ENGLISH, number)).isEqualTo(words);
  }

  @Test
  void anApostropheIsAnApostrophe() {
    assertThat(Phrase.of("l'{0} d''{1} l’autre").with(Language.FRENCH, "a", "b"))
        .isEqualTo("l'a d'b l’autre");
    assertThat(Phrase.of("'{'{0}'}' # '#'").with(Language.ENGLISH, "a")).isEqualTo("{a} # #");
  }

  @Test
  void textIsNotGroupedAndNumbersAre() {
    assertThat(Phrase.of("{1} of {0}").with(Language.GERMAN, 1_234, "1234"))
        .isEqualTo("1234 of 1.234");
  }

  @Test
  void pluralsMayHoldOtherArguments() {
    Phrase phrase = Phrase.of("{0, plural, one {“{1}” is gone} other {# are gone}}. {2}");
    assertThat(phrase.with(Language.ENGLISH, 1, "a", "!")).isEqualTo("“a” is gone. !");
    assertThat(phrase.arguments()).containsExactly(0, 1, 2);
    assertThat(phrase.plurals())
        .singleElement()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.ITERABLE)
        .containsExactlyInAnyOrder(PluralCategory.ONE, PluralCategory.OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{x}",
        "{0",
        "{0, choice, a}",
        "{0, plural, one {x}}",
        "{0, plural, some {x} other {}}"
      })
  void whatCannotBeReadIsRefused(String text) {
    assertThatThrownBy(() -> Phrase.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPluralNeedsANumberAndAPlaceItsArgument() {
    Phrase plural = Phrase.of("{0, plural, other {#}}");
    assertThatThrownBy(() -> plural.with(Language.ENGLISH, "3"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Phrase.of("{1}").with(Language.ENGLISH, "3"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
