package org.sluice.engine.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the challenges of WWW-Authenticate and Proxy-Authenticate fields.
///
/// Several challenges may stand in one field, told apart from parameters only by what follows the
/// word. A field that breaks off or makes no sense gives what was understood before.
///
/// **Limits**: [#MOST_CHALLENGES], [#MOST_PARAMETERS]. **Source**: RFC 9110, 11.6.1.
public final class Challenges {
  public static final int MOST_CHALLENGES = 16;
  public static final int MOST_PARAMETERS = 32;

  private final String text;
  private final List<Challenge> found;
  private int at;

  private Challenges(String text, List<Challenge> found) {
    this.text = text;
    this.found = found;
  }

  /// @param fieldValues of all fields of that name, in order
  public static List<Challenge> parse(List<String> fieldValues) {
    List<Challenge> found = new ArrayList<>();
    for (String value : fieldValues) {
      new Challenges(value, found).read();
    }
    return found;
  }

  private void read() {
    skip(" \t,");
    String word = token();
    while (!word.isEmpty() && found.size() < MOST_CHALLENGES) {
      word = challenge(word);
    }
  }

  /// Reads the challenge of `scheme`.
  ///
  /// @return the scheme of the next one; empty if there is none
  private String challenge(String scheme) {
    boolean spaced = skip(" \t");
    String token = spaced ? token68() : null;
    Map<String, String> parameters = new HashMap<>();
    String next = "";
    while (parameters.size() <= MOST_PARAMETERS) {
      skip(" \t,");
      String name = token();
      if (name.isEmpty()) {
        break;
      }
      int behind = at;
      skip(" \t");
      if (at >= text.length() || text.charAt(at) != '=') {
        at = behind;
        next = name;
        break;
      }
      at++;
      skip(" \t");
      String value = at < text.length() && text.charAt(at) == '"' ? quoted() : token();
      if (value == null) {
        break;
      }
      // The first counts: a second one of the same name is somebody's trick.
      parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
    }
    found.add(new Challenge(scheme, parameters, token));
    return next;
  }

  /// A value without a name, or null with nothing read.
  private @Nullable String token68() {
    int end = at;
    while (end < text.length() && isToken68(text.charAt(end))) {
      end++;
    }
    int padding = end;
    while (padding < text.length() && text.charAt(padding) == '=') {
      padding++;
    }
    boolean ends = padding == text.length() || text.charAt(padding) == ',';
    // One `=` and the end could be a parameter without its value, but no such thing is allowed.
    if (end == at || !ends) {
      return null;
    }
    String value = text.substring(at, padding);
    at = padding;
    return value;
  }

  private @Nullable String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        c = text.charAt(++at);
      }
      value.append(c);
    }
    return null;
  }

  private String token() {
    int start = at;
    while (at < text.length() && isToken(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean skip(String signs) {
    int start = at;
    while (at < text.length() && signs.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at > start;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isToken(char c) {
    return isAlphanumeric(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  private static boolean isToken68(char c) {
    return isAlphanumeric(c) || "-._~+/".indexOf(c) >= 0;
  }
}
