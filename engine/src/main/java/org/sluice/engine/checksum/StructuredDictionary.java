package org.sluice.engine.checksum;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads a dictionary of structured fields; of its values only byte sequences are kept.
///
/// **Errors**: [Malformed] for anything that the grammar does not allow, as the RFC wants a whole
/// field ignored then. **Limits**: [#MOST_CHARS], [#MOST_MEMBERS], [#MOST_PARAMETERS]; inner lists
/// do not nest, so nothing recurses.
///
/// **Source**: RFC 9651, 3.2 and 4.2.
final class StructuredDictionary {
  static final int MOST_CHARS = 16_384;
  static final int MOST_MEMBERS = 128;

  /// In all, of all members.
  static final int MOST_PARAMETERS = 1_024;

  private static final byte[] NO_BYTES = new byte[0];
  private static final int MOST_DIGITS = 15;
  private static final int MOST_DIGITS_BEFORE_POINT = 12;
  private static final int MOST_DIGITS_BEHIND_POINT = 3;

  /// What is no dictionary.
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String what, int at) {
      super(what + " at character " + at);
    }
  }

  private final String text;
  private int at;
  private int parameters;

  private StructuredDictionary(String text) {
    this.text = text;
  }

  /// @return the members in order; those with a value of another type are empty
  static Map<String, byte[]> parse(String field) throws Malformed {
    if (field.length() > MOST_CHARS) {
      throw new Malformed("longer than " + MOST_CHARS + " characters", MOST_CHARS);
    }
    return new StructuredDictionary(field.strip()).members();
  }

  private Map<String, byte[]> members() throws Malformed {
    Map<String, byte[]> members = new LinkedHashMap<>();
    while (at < text.length()) {
      String key = key();
      byte[] value = NO_BYTES;
      if (peek() == '=') {
        at++;
        value = peek() == '(' ? innerList() : bareItem();
      }
      parameters();
      // The last one of a name counts, in its own place.
      members.remove(key);
      members.put(key, value);
      if (members.size() > MOST_MEMBERS) {
        throw new Malformed("more than " + MOST_MEMBERS + " members", at);
      }
      whitespace();
      if (at == text.length()) {
        return members;
      }
      expect(',');
      whitespace();
      if (at == text.length()) {
        throw new Malformed("nothing behind a comma", at);
      }
    }
    return members;
  }

  private byte[] innerList() throws Malformed {
    expect('(');
    while (true) {
      spaces();
      if (peek() == ')') {
        at++;
        return NO_BYTES;
      }
      bareItem();
      parameters();
      if (peek() != ' ' && peek() != ')') {
        throw new Malformed("an inner list does not end", at);
      }
    }
  }

  private void parameters() throws Malformed {
    while (peek() == ';') {
      at++;
      spaces();
      key();
      if (peek() == '=') {
        at++;
        bareItem();
      }
      if (++parameters > MOST_PARAMETERS) {
        throw new Malformed("more than " + MOST_PARAMETERS + " parameters", at);
      }
    }
  }

  private String key() throws Malformed {
    int start = at;
    if (!isLower(peek()) && peek() != '*') {
      throw new Malformed("no key", at);
    }
    while (isLower(peek()) || isDigit(peek()) || (peek() != 0 && "_-.*".indexOf(peek()) >= 0)) {
      at++;
    }
    return text.substring(start, at);
  }

  private byte[] bareItem() throws Malformed {
    char first = peek();
    if (first == ':') {
      return byteSequence();
    }
    if (first == '"') {
      string();
    } else if (first == '?') {
      at++;
      if (peek() != '0' && peek() != '1') {
        throw new Malformed("no boolean", at);
      }
      at++;
    } else if (first == '@') {
      at++;
      if (number()) {
        throw new Malformed("a date with a fraction", at);
      }
    } else if (first == '%') {
      displayString();
    } else if (first == '-' || isDigit(first)) {
      number();
    } else if (first == '*' || isLetter(first)) {
      while (isLetter(peek())
          || isDigit(peek())
          || (peek() != 0 && "!#$%&'*+-.^_`|~:/".indexOf(peek()) >= 0)) {
        at++;
      }
    } else {
      throw new Malformed("no value", at);
    }
    return NO_BYTES;
  }

  private byte[] byteSequence() throws Malformed {
    int end = text.indexOf(':', at + 1);
    if (end < 0) {
      throw new Malformed("a byte sequence does not end", at);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(at + 1, end));
      at = end + 1;
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new Malformed("no base64", at);
    }
  }

  private void string() throws Malformed {
    expect('"');
    while (true) {
      char c = next("a string does not end");
      if (c == '"') {
        return;
      }
      if (c == '\\') {
        char escaped = next("a string does not end");
        if (escaped != '"' && escaped != '\\') {
          throw new Malformed("a wrong escape", at);
        }
      } else if (c < 0x20 || c >= 0x7f) {
        throw new Malformed("a wrong character", at);
      }
    }
  }

  private void displayString() throws Malformed {
    expect('%');
    expect('"');
    while (true) {
      char c = next("a string does not end");
      if (c == '"') {
        return;
      }
      if (c == '%') {
        for (int i = 0; i < 2; i++) {
          char hex = next("a string does not end");
          if (!isDigit(hex) && (hex < 'a' || hex > 'f')) {
            throw new Malformed("a wrong escape", at);
          }
        }
      } else if (c < 0x20 || c >= 0x7f) {
        throw new Malformed("a wrong character", at);
      }
    }
  }

  /// @return whether it has a fraction
  private boolean number() throws Malformed {
    if (peek() == '-') {
      at++;
    }
    int whole = digits();
    if (peek() != '.') {
      if (whole < 1 || whole > MOST_DIGITS) {
        throw new Malformed("no number", at);
      }
      return false;
    }
    at++;
    int fraction = digits();
    if (whole < 1
        || whole > MOST_DIGITS_BEFORE_POINT
        || fraction < 1
        || fraction > MOST_DIGITS_BEHIND_POINT) {
      throw new Malformed("no number", at);
    }
    return true;
  }

  private int digits() {
    int start = at;
    while (isDigit(peek())) {
      at++;
    }
    return at - start;
  }

  private void whitespace() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  private void spaces() {
    while (peek() == ' ') {
      at++;
    }
  }

  private void expect(char wanted) throws Malformed {
    if (peek() != wanted) {
      throw new Malformed("no " + wanted, at);
    }
    at++;
  }

  private char next(String otherwise) throws Malformed {
    if (at == text.length()) {
      throw new Malformed(otherwise, at);
    }
    return text.charAt(at++);
  }

  /// 0 at the end.
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetter(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
