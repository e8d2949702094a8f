package org.sluice.engine.http;

/// Walks over `type; name=value; name="quoted value"`, and over what is only nearly that.
///
/// **Threads**: confined to one.
///
/// **Source**: RFC 9110, 5.6.6; 5.6.4 (quoted strings).
final class FieldParameters {
  private final String field;
  private final String type;
  private int at;
  private String name = "";
  private String value = "";

  FieldParameters(String field) {
    this.field = field;
    int end = field.indexOf(';');
    String first = end < 0 ? field : field.substring(0, end);
    boolean hasType = first.indexOf('=') < 0; // else somebody has left it out
    type = hasType ? first.strip() : "";
    at = hasType ? first.length() : -1; // as if there were a semicolon in front
  }

  String type() {
    return type;
  }

  /// Goes to the next parameter that has a name.
  ///
  /// @return false if there is none
  boolean next() {
    while (at < field.length()) {
      at++; // the semicolon
      int start = at;
      while (at < field.length() && field.charAt(at) != '=' && field.charAt(at) != ';') {
        at++;
      }
      name = field.substring(Math.min(start, field.length()), Math.min(at, field.length())).strip();
      if (at < field.length() && field.charAt(at) == '=') {
        at++;
        value = readValue();
        if (!name.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  String name() {
    return name;
  }

  String value() {
    return value;
  }

  private String readValue() {
    while (at < field.length() && (field.charAt(at) == ' ' || field.charAt(at) == '\t')) {
      at++;
    }
    if (at < field.length() && field.charAt(at) == '"') {
      at++;
      return readQuoted();
    }
    int start = at;
    skipToSemicolon();
    return field.substring(start, at).strip();
  }

  /// Only a quote and a backslash can be escaped here: some servers send a path of Windows.
  private String readQuoted() {
    StringBuilder out = new StringBuilder();
    while (at < field.length() && field.charAt(at) != '"') {
      char c = field.charAt(at++);
      if (c == '\\' && at < field.length() && "\"\\".indexOf(field.charAt(at)) >= 0) {
        c = field.charAt(at++);
      }
      out.append(c);
    }
    skipToSemicolon();
    return out.toString();
  }

  private void skipToSemicolon() {
    while (at < field.length() && field.charAt(at) != ';') {
      at++;
    }
  }
}
