package org.sluice.app.fx;

import org.sluice.app.language.MessageBundle;

/// The words that several packages use.
public final class Messages {
  private static final MessageBundle BUNDLE = MessageBundle.of(Messages.class);

  private Messages() {}

  /// The words of `key`.
  public static String text(String key) {
    return BUNDLE.text(key);
  }

  /// The words of `key` with `{0}`, `{1}`, … replaced.
  public static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }

  /// The words of `key`, or others if there are none.
  public static String textOr(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /// Whether there are words for `key`.
  public static boolean has(String key) {
    return BUNDLE.has(key);
  }
}
