package org.sluice.engine.journal;

import org.jspecify.annotations.Nullable;

/// Any text as text that survives UTF-8, SQLite, and being one field of a [Lines] text.
///
/// Backslash becomes `\\`. A control character and half a surrogate pair become `\x` and four
/// hexadecimal digits. Null becomes `\-`, where null is allowed in a field. The rest stays as it is.
final class EscapedText {
  private static final String NULL = "\\-";

  private EscapedText() {}

  static String escape(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text, plain)) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        out.append("\\\\");
      } else if (isPlain(text, i)) {
        out.append(c);
      } else {
        out.append("\\x").append(String.format("%04x", (int) c));
      }
    }
    return out.toString();
  }

  /// @throws IllegalArgumentException for what [#escape] does not make
  static String unescape(String escaped) {
    int at = escaped.indexOf('\\');
    if (at < 0) {
      return escaped;
    }
    StringBuilder out = new StringBuilder(escaped.length());
    int from = 0;
    while (at >= 0) {
      out.append(escaped, from, at);
      char kind = at + 1 < escaped.length() ? escaped.charAt(at + 1) : ' ';
      if (kind == '\\') {
        out.append('\\');
        from = at + 2;
      } else if (kind == 'x' && at + 6 <= escaped.length()) {
        out.append((char) Integer.parseInt(escaped, at + 2, at + 6, 16));
        from = at + 6;
      } else {
        throw new IllegalArgumentException("a backslash that escapes nothing, at " + at);
      }
      at = escaped.indexOf('\\', from);
    }
    return out.append(escaped, from, escaped.length()).toString();
  }

  static String escapeOrNull(@Nullable String text) {
    return text == null ? NULL : escape(text);
  }

  static @Nullable String unescapeOrNull(String escaped) {
    return escaped.equals(NULL) ? null : unescape(escaped);
  }

  private static boolean isPlain(String text, int at) {
    char c = text.charAt(at);
    if (c == '\\' || c < 0x20 || c == 0x7f) {
      return false;
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    return !Character.isLowSurrogate(c)
        || (at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
