package org.sluice.app.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which language a user wants: that of the system, or one of ours.
public enum LanguageChoice {
  SYSTEM(null),
  ENGLISH(Language.ENGLISH),
  FRENCH(Language.FRENCH),
  GERMAN(Language.GERMAN),
  SPANISH(Language.SPANISH),
  CHINESE(Language.CHINESE),
  ARABIC(Language.ARABIC);

  private final @Nullable Language language;

  LanguageChoice(@Nullable Language language) {
    this.language = language;
  }

  /// @param system what the system is set to
  public Language language(Locale system) {
    return language == null ? Language.of(system) : language;
  }
}
