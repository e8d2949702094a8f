package org.sluice.engine.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words of mail headers, `=?UTF-8?B?4oKs?=`, which some servers send though HTTP has none.
///
/// **Threads**: pure.
///
/// **Source**: RFC 2047, 2 and 4.
final class EncodedWord {
  private static final Pattern WORD =
      Pattern.compile("=\\?([A-Za-z0-9-]{1,40})\\?([BbQq])\\?([^? ]*)\\?=");

  private EncodedWord() {}

  /// The text of one or more words with nothing but spaces between them.
  ///
  /// @return null if it is anything else
  static @Nullable String decode(String text) {
    if (!text.startsWith("=?")) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    Matcher words = WORD.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!words.find(at) || !text.substring(at, words.start()).isBlank()) {
        return null;
      }
      String word = word(words.group(1), words.group(2), words.group(3));
      if (word == null) {
        return null;
      }
      out.append(word);
      at = words.end();
    }
    return out.toString();
  }

  private static @Nullable String word(String charsetName, String encoding, String content) {
    Charset charset =
        switch (charsetName.toUpperCase(Locale.ROOT)) {
          case "UTF-8" -> StandardCharsets.UTF_8;
          case "ISO-8859-1", "US-ASCII" -> StandardCharsets.ISO_8859_1;
          default -> null;
        };
    if (charset == null) {
      return null;
    }
    byte[] bytes = encoding.equalsIgnoreCase("B") ? base64(content) : quoted(content);
    return bytes == null ? null : PercentBytes.text(bytes, charset);
  }

  private static byte @Nullable [] base64(String content) {
    try {
      return Base64.getDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// Like percent-encoding, but for its sign and the spaces.
  private static byte @Nullable [] quoted(String content) {
    return PercentBytes.decode(content.replace("%", "=25").replace('=', '%').replace('_', ' '));
  }
}
