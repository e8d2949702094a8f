package org.sluice.app.pictures;

import org.sluice.app.fx.MessageBundle;

/// The words of this package: the sentence of each picture, and what the tour says.
final class PictureWords {
  private static final MessageBundle BUNDLE = MessageBundle.of(PictureWords.class);

  private PictureWords() {}

  static String text(String key) {
    return BUNDLE.text(key);
  }

  static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }

  /// What there is to see in a picture.
  static String of(Shot shot) {
    String own = "shot." + shot.name();
    return BUNDLE.has(own) ? BUNDLE.text(own) : BUNDLE.text("page", shot.name());
  }
}
