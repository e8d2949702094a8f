package org.sluice.app.language;

import java.util.Locale;
import java.util.stream.Stream;

/// A language that the window speaks.
///
/// One is spoken by the whole process. It is set once, before the first word is shown, so that no
/// window is half in one and half in another.
///
/// **Threads**: any.
public enum Language {
  ENGLISH("en", "English", "\u2009", ".", 1),
  FRENCH("fr", "Français", "\u202f", ",", 1),
  GERMAN("de", "Deutsch", ".", ",", 1),
  SPANISH("es", "Español", "\u202f", ",", 2),
  CHINESE("zh", "简体中文", ",", ".", 1),
  ARABIC("ar", "العربية", ",", ".", 1);

  private static volatile Language spoken = ENGLISH;

  private final String tag;
  private final String ownName;
  private final String thousands;
  private final String point;
  private final int leastBeforeThousands;

  Language(String tag, String ownName, String thousands, String point, int leastBeforeThousands) {
    this.tag = tag;
    this.ownName = ownName;
    this.thousands = thousands;
    this.point = point;
    this.leastBeforeThousands = leastBeforeThousands;
  }

  /// The one that is spoken now; English until another is set.
  public static Language spoken() {
    return spoken;
  }

  /// From now on this one is spoken; what is shown already stays as it is.
  public static void speak(Language language) {
    spoken = language;
  }

  /// The one that fits best what the system is set to; English if none does.
  public static Language of(Locale locale) {
    return Stream.of(values())
        .filter(language -> language.tag.equals(locale.getLanguage()))
        .findFirst()
        .orElse(ENGLISH);
  }

  /// As a name of a file has it: `fr`.
  public String tag() {
    return tag;
  }

  /// Its name for those who speak it.
  public String ownName() {
    return ownName;
  }

  /// For the names of months and days, and for the words that JavaFX has of its own.
  public Locale locale() {
    return switch (this) {
      case ENGLISH -> Locale.UK;
      case CHINESE -> Locale.SIMPLIFIED_CHINESE;
      case FRENCH, GERMAN, SPANISH, ARABIC -> Locale.forLanguageTag(tag);
    };
  }

  /// Whether it is written from the right to the left.
  public boolean isRightToLeft() {
    return this == ARABIC;
  }

  /// What stands between thousands.
  String thousands() {
    return thousands;
  }

  /// What stands before the tenths.
  String point() {
    return point;
  }

  /// So many digits stand before the first group at least: Spanish writes 1234, but 12 345.
  int leastBeforeThousands() {
    return leastBeforeThousands;
  }
}
