package org.sluice.app.timeline;

import org.sluice.app.language.MessageBundle;

/// The words of this package.
final class TimelineWords {
  private static final MessageBundle BUNDLE = MessageBundle.of(TimelineWords.class);

  private TimelineWords() {}

  static String text(String key) {
    return BUNDLE.text(key);
  }

  static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }
}
