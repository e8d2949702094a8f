package org.sluice.engine.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The file name that a Content-Disposition suggests: not made safe for any file system yet.
///
/// What is malformed is passed over, as a name is only a suggestion.
///
/// **Limits**: [#MAX_LENGTH] characters are read.
///
/// **Source**: RFC 6266, 4; RFC 8187, 3.2.
public final class ContentDisposition {
  /// Longer than any name that a file system takes.
  public static final int MAX_LENGTH = 8_192;

  private final String text;
  private final Map<String, String> parameters = new HashMap<>();
  private int at;

  private ContentDisposition(String text) {
    this.text = text;
  }

  /// The name in the field's value: `filename*` before `filename`; empty if there is none.
  public static Optional<String> fileName(String value) {
    String text = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    ContentDisposition field = new ContentDisposition(text);
    field.read();
    String extended = field.parameters.get("filename*");
    if (extended != null) {
      Optional<String> name = extended(extended);
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.ofNullable(field.parameters.get("filename"))
        .map(ContentDisposition::plain)
        .filter(name -> !name.isBlank());
  }

  /// Type, then `; name=value` again and again; the first of a name counts.
  private void read() {
    at = end(';');
    while (at < text.length()) {
      at++; // the semicolon
      int equals = end('=');
      int semicolon = end(';');
      if (semicolon < equals || equals == text.length()) {
        at = semicolon;
        continue;
      }
      String name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
      at = equals + 1;
      parameters.putIfAbsent(name, value());
    }
  }

  private String value() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length() || text.charAt(at) != '"') {
      int end = end(';');
      String token = text.substring(at, end).strip();
      at = end;
      return token;
    }
    StringBuilder out = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\' && at + 1 < text.length() && isEscape(text.charAt(at + 1))) {
        at++;
      }
      out.append(text.charAt(at));
    }
    at = end(';');
    return out.toString();
  }

  /// Some servers do not escape the backslashes of a Windows path.
  private static boolean isEscape(char next) {
    return next == '"' || next == '\\';
  }

  private int end(char c) {
    int found = text.indexOf(c, at);
    return found < 0 ? text.length() : found;
  }

  /// `UTF-8'en'%e2%82%ac`, with the two character sets that the RFCs know.
  private static Optional<String> extended(String value) {
    int first = value.indexOf('\'');
    int second = value.indexOf('\'', first + 1);
    if (first < 0 || second < 0) {
      return Optional.empty();
    }
    Charset charset =
        switch (value.substring(0, first).strip().toLowerCase(Locale.ROOT)) {
          case "utf-8" -> StandardCharsets.UTF_8;
          case "iso-8859-1" -> StandardCharsets.ISO_8859_1;
          default -> null;
        };
    if (charset == null) {
      return Optional.empty();
    }
    return decoded(value.substring(second + 1), charset).filter(name -> !name.isBlank());
  }

  /// Raw UTF-8, which arrives here as Latin-1, and percent signs where they surely are an encoding.
  private static String plain(String value) {
    String name = value;
    if (name.chars().anyMatch(c -> c > 127) && name.chars().allMatch(c -> c < 256)) {
      name =
          strict(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).orElse(name);
    }
    if (name.indexOf('%') >= 0 && name.indexOf(' ') < 0) {
      name = decoded(name, StandardCharsets.UTF_8).orElse(name);
    }
    return name;
  }

  /// Empty if a percent sign has not two hexadecimal digits behind it, or the bytes are no text.
  private static Optional<String> decoded(String value, Charset charset) {
    ByteBuffer out = ByteBuffer.allocate(value.length() * 3);
    int c;
    for (int i = 0; i < value.length(); i += Character.charCount(c)) {
      c = value.codePointAt(i);
      if (c != '%') {
        out.put(Character.toString(c).getBytes(charset));
        continue;
      }
      boolean whole = i + 2 < value.length();
      int high = whole ? Character.digit(value.charAt(i + 1), 16) : -1;
      int low = whole ? Character.digit(value.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      out.put((byte) (high << 4 | low));
      i += 2;
    }
    byte[] bytes = new byte[out.flip().remaining()];
    out.get(bytes);
    return strict(bytes, charset);
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
