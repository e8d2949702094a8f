package org.sluice.app.language;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The forms that a noun has beside a number.
///
/// **Source**: Unicode CLDR 49, supplemental/plurals.xml and ordinals.xml, for whole numbers. A test compares
/// it with ICU4J, which is too large to bring along for six languages.
public enum PluralCategory {
  ZERO,
  ONE,
  TWO,
  FEW,
  MANY,
  OTHER;

  private static final long MILLION = 1_000_000;

  /// As it stands in a bundle.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one with this word.
  public static Optional<PluralCategory> ofWord(String word) {
    return Stream.of(values()).filter(category -> category.word().equals(word)).findFirst();
  }

  /// The form that `number` wants.
  public static PluralCategory of(Language language, long number) {
    long n = number == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(number);
    return switch (language) {
      case ENGLISH, GERMAN -> n == 1 ? ONE : OTHER;
      case FRENCH -> n <= 1 ? ONE : n % MILLION == 0 ? MANY : OTHER;
      case SPANISH -> n == 1 ? ONE : n != 0 && n % MILLION == 0 ? MANY : OTHER;
      case CHINESE -> OTHER;
      case ARABIC -> arabic(n);
    };
  }

  private static PluralCategory arabic(long n) {
    long hundredths = n % 100;
    if (n <= 2) {
      return n == 0 ? ZERO : n == 1 ? ONE : TWO;
    }
    return hundredths >= 3 && hundredths <= 10 ? FEW : hundredths >= 11 ? MANY : OTHER;
  }

  /// The form of a place in a row: 1st, 2nd, 3rd, 4th.
  public static PluralCategory ofOrdinal(Language language, long number) {
    long n = Math.abs(number);
    return switch (language) {
      case ENGLISH -> englishOrdinal(n);
      case FRENCH -> n == 1 ? ONE : OTHER;
      case SPANISH -> (n % 10 == 1 || n % 10 == 3) && n % 100 != 11 ? ONE : OTHER;
      case GERMAN, CHINESE, ARABIC -> OTHER;
    };
  }

  private static PluralCategory englishOrdinal(long n) {
    boolean teen = n / 10 % 10 == 1;
    return switch ((int) (teen ? 0 : n % 10)) {
      case 1 -> ONE;
      case 2 -> TWO;
      case 3 -> FEW;
      default -> OTHER;
    };
  }

  /// Those that a sentence of the language has to have. The form for whole millions ("un million **de**
  /// fichiers") may be left out: it reads as [#OTHER].
  public static Set<PluralCategory> needed(Language language) {
    return switch (language) {
      case ENGLISH, GERMAN, FRENCH, SPANISH -> Set.of(ONE, OTHER);
      case CHINESE -> Set.of(OTHER);
      case ARABIC -> Set.of(ZERO, ONE, TWO, FEW, MANY, OTHER);
    };
  }
}
