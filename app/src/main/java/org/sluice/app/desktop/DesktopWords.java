package org.sluice.app.desktop;

import org.sluice.app.language.MessageBundle;

/// The words of this package.
final class DesktopWords {
  private static final MessageBundle BUNDLE = MessageBundle.of(DesktopWords.class);

  private DesktopWords() {}

  static String text(String key) {
    return BUNDLE.text(key);
  }

  static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }
}
