package org.sluice.app.monitor;

import org.sluice.app.language.MessageBundle;

/// The words of this package.
final class MonitorWords {
  private static final MessageBundle BUNDLE = MessageBundle.of(MonitorWords.class);

  private MonitorWords() {}

  static String text(String key) {
    return BUNDLE.text(key);
  }

  static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }
}
