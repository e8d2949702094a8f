package org.sluice.engine.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Takes percent-encoding away, and bytes for what they are.
///
/// **Threads**: pure.
///
/// **Source**: RFC 3986, 2.1.
final class PercentBytes {
  private PercentBytes() {}

  /// The bytes that `text` stands for.
  ///
  /// @return null if it has a percent sign without two digits behind it, or anything but ASCII
  static byte @Nullable [] decode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        return null;
      }
      if (c == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
        if (low < 0) {
          return null;
        }
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(c);
      }
    }
    return out.toByteArray();
  }

  /// The text of these bytes.
  ///
  /// @return null if they are none in that charset
  static @Nullable String text(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  static @Nullable String utf8(byte[] bytes) {
    return text(bytes, StandardCharsets.UTF_8);
  }
}
