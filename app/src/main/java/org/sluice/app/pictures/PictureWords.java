package org.sluice.app.pictures;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;

/// The words of this package: the sentence of each picture, and what the tour says.
///
/// They are English, as those of every command are: nobody sees them in the window.
final class PictureWords {
  private static final Properties WORDS = read();

  private PictureWords() {}

  private static Properties read() {
    Properties words = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(PictureWords.class.getResourceAsStream("shots.properties")),
            StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  static String text(String key) {
    String text = WORDS.getProperty(key);
    if (text == null) {
      throw new MissingResourceException(
          "there are no words for " + key, PictureWords.class.getName(), key);
    }
    return text;
  }

  static String text(String key, Object... arguments) {
    return new MessageFormat(text(key), Locale.ENGLISH).format(arguments);
  }

  /// What there is to see in a picture.
  static String of(Shot shot) {
    String own = WORDS.getProperty("shot." + shot.name());
    return own == null ? text("page", shot.name()) : own;
  }
}
