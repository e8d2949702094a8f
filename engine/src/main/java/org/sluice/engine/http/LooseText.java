package org.sluice.engine.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Guesses what a server meant that put more than ASCII where only that belongs: bytes of UTF-8,
/// percent-encoding, or an encoded word of mail.
///
/// **Threads**: pure.
final class LooseText {
  private LooseText() {}

  static String decode(String text) {
    String word = EncodedWord.decode(text);
    if (word != null) {
      return word;
    }
    String percent = looksPercentEncoded(text) ? utf8(PercentBytes.decode(text)) : null;
    if (percent != null) {
      return percent;
    }
    String raw = utf8(latin1(text));
    return raw == null ? text : raw;
  }

  /// A name with a space in it was not encoded, so a percent sign in it is one.
  private static boolean looksPercentEncoded(String text) {
    return text.indexOf('%') >= 0 && text.indexOf(' ') < 0;
  }

  private static @Nullable String utf8(byte @Nullable [] bytes) {
    return bytes == null ? null : PercentBytes.utf8(bytes);
  }

  /// Header fields come with one character for each byte.
  private static byte @Nullable [] latin1(String text) {
    return text.chars().allMatch(c -> c <= 0xff)
        ? text.getBytes(StandardCharsets.ISO_8859_1)
        : null;
  }
}
