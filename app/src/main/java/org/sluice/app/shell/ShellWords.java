package org.sluice.app.shell;

import org.sluice.app.language.MessageBundle;

/// The words of this package.
final class ShellWords {
  private static final MessageBundle BUNDLE = MessageBundle.of(ShellWords.class);

  private ShellWords() {}

  static String text(String key) {
    return BUNDLE.text(key);
  }

  static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }
}
