package org.sluice.app.words;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of what is shown: names and passwords in addresses, and values in their queries
/// and fragments that are or may be keys to something.
///
/// A value is taken for a key if its name sounds so, or if it is long: what is shown is to recognize
/// an address, not to use it.
public final class Redaction {
  /// A value as long as this is more likely a key than a word.
  public static final int LONGEST_WORD = 20;

  private static final String GONE = "…";
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s\"'<>]*|[^\\s\"'/@:]+:[^\\s\"'/@]*@");
  private static final Pattern SECRET =
      Pattern.compile(
          "token|sig|secret|pass|pwd|auth|session|sid|cred|key|code|jwt|policy|ticket|hmac|hash|md5"
              + "|access|user|login|mail");

  private Redaction() {}

  /// `text` with all addresses in it made harmless.
  public static String of(String text) {
    if (text.indexOf(':') < 0) {
      return text;
    }
    Matcher found = ADDRESS.matcher(text);
    StringBuilder out = new StringBuilder();
    while (found.find()) {
      found.appendReplacement(out, Matcher.quoteReplacement(address(found.group())));
    }
    return found.appendTail(out).toString();
  }

  private static String address(String given) {
    int colon = given.indexOf("://");
    if (colon < 0) {
      return GONE + "@";
    }
    int authority = colon + 3;
    int path = first(given, "/?#", authority);
    int at = given.lastIndexOf('@', path - 1);
    String host =
        at >= authority ? GONE + given.substring(at, path) : given.substring(authority, path);
    int query = first(given, "?#", path);
    return given.substring(0, authority)
        + host
        + given.substring(path, query)
        + values(given.substring(query));
  }

  /// Each piece between the separators, with its separator in front.
  private static String values(String query) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < query.length()) {
      int to = first(query, "&;#?", from + 1);
      out.append(query.charAt(from)).append(value(query.substring(from + 1, to)));
      from = to;
    }
    return out.toString();
  }

  private static String value(String piece) {
    int equals = piece.indexOf('=');
    String name = equals < 0 ? "" : piece.substring(0, equals);
    String value = piece.substring(equals + 1);
    boolean secret =
        value.length() >= LONGEST_WORD || SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    if (!secret || value.isEmpty()) {
      return piece;
    }
    return equals < 0 ? GONE : name + "=" + GONE;
  }

  private static int first(String text, String any, int from) {
    int at = from;
    while (at < text.length() && any.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
