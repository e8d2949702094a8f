package org.sluice.engine.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The value of a parameter that carries its charset: `UTF-8'en'%e2%82%ac%20rates`.
///
/// **Threads**: pure.
///
/// **Source**: RFC 8187, 3.2; RFC 5987, 3.2 (ISO-8859-1).
final class ExtendedValue {
  private ExtendedValue() {}

  /// @return null if it is none, or in another charset
  static @Nullable String decode(String value) {
    int first = value.indexOf('\'');
    int second = value.indexOf('\'', first + 1);
    if (first < 0 || second < 0) {
      return null;
    }
    Charset charset =
        switch (value.substring(0, first).strip().toUpperCase(Locale.ROOT)) {
          case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
          case "ISO-8859-1" -> StandardCharsets.ISO_8859_1;
          default -> null;
        };
    byte[] bytes = PercentBytes.decode(value.substring(second + 1));
    return charset == null || bytes == null ? null : PercentBytes.text(bytes, charset);
  }
}
