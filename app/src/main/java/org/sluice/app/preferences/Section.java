package org.sluice.app.preferences;

import java.util.Locale;

/// A page of settings.
public enum Section {
  GENERAL,
  CONNECTIONS,
  SPEED,
  QUEUES,
  PROXY,
  SECURITY,
  APPEARANCE,
  REMOTE;

  /// Its name in the file and in the bundles.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
