package org.sluice.app.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Every visible word, from `messages.properties`.
///
/// Arguments go through [MessageFormat]: give numbers as finished text, so that no grouping or
/// rounding is added.
public final class Messages {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.sluice.app.fx.messages", Locale.ENGLISH);

  private Messages() {}

  /// The words of `key`.
  public static String text(String key) {
    return BUNDLE.getString(key);
  }

  /// The words of `key` with `{0}`, `{1}`, … replaced.
  public static String text(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
  }

  /// Whether there are words for `key`.
  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }
}
