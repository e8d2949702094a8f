package org.sluice.app.preferences;

import java.util.Locale;

/// One thing that a user may set.
///
/// Its words stand in the bundle under `section.name` (what it is) and `section.name.more` (what it
/// does).
///
/// @param name with hyphens
/// @param initial as long as the user says nothing
public record Setting<T>(Section section, String name, SettingKind<T> kind, T initial) {
  public Setting {
    if (!name.equals(name.toLowerCase(Locale.ROOT)) || name.isBlank()) {
      throw new IllegalArgumentException("no name of a setting: " + name);
    }
    kind.write(initial); // refuses what may not stand there
  }

  /// Its name in the file and in the bundles.
  public String key() {
    return section.key() + "." + name;
  }
}
