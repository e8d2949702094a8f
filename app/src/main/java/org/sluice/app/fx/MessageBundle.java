package org.sluice.app.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The visible words of one package, from its `messages.properties`.
///
/// Arguments go through [MessageFormat]: give numbers as finished text, so that no grouping or
/// rounding is added.
///
/// **Threads**: any.
public final class MessageBundle {
  private static final Locale LOCALE = Locale.ENGLISH;

  private final ResourceBundle bundle;

  private MessageBundle(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// The words beside `type`.
  public static MessageBundle of(Class<?> type) {
    return new MessageBundle(
        ResourceBundle.getBundle(type.getPackageName() + ".messages", LOCALE, type.getModule()));
  }

  /// The words of `key`.
  public String text(String key) {
    return bundle.getString(key);
  }

  /// The words of `key` with `{0}`, `{1}`, … replaced.
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), LOCALE).format(arguments);
  }

  /// Whether there are words for `key`.
  public boolean has(String key) {
    return bundle.containsKey(key);
  }
}
