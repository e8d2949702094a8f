package org.sluice.app.learn;

import org.sluice.app.language.MessageBundle;

/// The words of this package.
final class LearnWords {
  private static final MessageBundle BUNDLE = MessageBundle.of(LearnWords.class);

  private LearnWords() {}

  static String text(String key) {
    return BUNDLE.text(key);
  }

  static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }
}
