package org.sluice.app.add;

import org.sluice.app.language.MessageBundle;

/// The words of this package.
final class AddWords {
  private static final MessageBundle BUNDLE = MessageBundle.of(AddWords.class);

  private AddWords() {}

  static String text(String key) {
    return BUNDLE.text(key);
  }

  static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }
}
