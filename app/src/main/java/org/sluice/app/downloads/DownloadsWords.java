package org.sluice.app.downloads;

import org.sluice.app.language.MessageBundle;

/// The words of this package.
final class DownloadsWords {
  private static final MessageBundle BUNDLE = MessageBundle.of(DownloadsWords.class);

  private DownloadsWords() {}

  static String text(String key) {
    return BUNDLE.text(key);
  }

  static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }

  static boolean has(String key) {
    return BUNDLE.has(key);
  }
}
