package org.sluice.app.preferences;

import java.util.Locale;

/// A page of settings.
public enum Section {
  GENERAL,
  CATEGORIES,
  CONNECTIONS,
  SPEED,
  QUEUES,
  PROXY,
  SECURITY,
  APPEARANCE,
  REMOTE;

  /// The one of this key; the first one for any other.
  static Section of(String key) {
    for (Section each : values()) {
      if (each.key().equals(key)) {
        return each;
      }
    }
    return GENERAL;
  }

  /// Its name in the file and in the bundles.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
