package org.sluice.engine.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes a URL of what people paste: with quotes or brackets around it, broken over lines, without
/// its scheme, with the slashes of another system. What it cannot know it leaves to [Url#parse],
/// which refuses what is no URL.
///
/// A name without a scheme gets `https`; only this machine and addresses of private networks get
/// `http`, where a certificate is rare.
///
/// **Limits**: a text longer than [Url#MAX_LENGTH] is left as it is.
public final class PastedUrl {
  private static final List<String> PAIRS =
      List.of("<>", "\"\"", "''", "``", "()", "[]", "{}", "“”", "„“", "‘’", "«»", "‹›");
  private static final Pattern BREAKS = Pattern.compile("[ \\t]*[\\r\\n][ \\t\\r\\n]*|\\t+");
  private static final Pattern SCHEME =
      Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(?![0-9]{1,5}([/?#]|$))");
  private static final Pattern WEB =
      Pattern.compile("^(https?):[/\\\\]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern HERE =
      Pattern.compile(
          "^(localhost|[^/:]*\\.localhost|127\\.[0-9.]+|10\\.[0-9.]+|192\\.168\\.[0-9.]+"
              + "|172\\.(1[6-9]|2[0-9]|3[01])\\.[0-9.]+|\\[::1])([:/?#]|$)",
          Pattern.CASE_INSENSITIVE);
  private static final int MOST_PAIRS = 4;

  private PastedUrl() {}

  /// The text as a URL would be written.
  public static String tidy(String pasted) {
    if (pasted.length() > Url.MAX_LENGTH) {
      return pasted;
    }
    String text = unwrapped(pasted);
    text = BREAKS.matcher(text).replaceAll("");
    if (text.regionMatches(true, 0, "URL:", 0, 4)) {
      text = trimmed(text.substring(4));
    }
    if (text.startsWith("//") || text.startsWith("\\\\")) {
      text = "https:" + text;
    }
    if (WEB.matcher(text).find()) {
      return withSlashes(
          WEB.matcher(text).replaceFirst(m -> m.group(1).toLowerCase(Locale.ROOT) + "://"));
    }
    if (text.isEmpty() || SCHEME.matcher(text).find()) {
      return text;
    }
    String bare = withSlashes(text);
    return (HERE.matcher(bare).find() ? "http://" : "https://") + bare;
  }

  private static String unwrapped(String pasted) {
    String text = trimmed(pasted);
    for (int i = 0; i < MOST_PAIRS; i++) {
      String inner = text;
      for (String pair : PAIRS) {
        if (isIn(pair, text)) {
          inner = trimmed(text.substring(1, text.length() - 1));
          break;
        }
      }
      if (inner.equals(text)) {
        break;
      }
      text = inner;
    }
    return text;
  }

  private static boolean isIn(String pair, String text) {
    // An IPv6 address alone has its brackets for itself.
    boolean address = pair.equals("[]") && text.indexOf(':') >= 0 && !text.contains("://");
    return text.length() > 2
        && text.charAt(0) == pair.charAt(0)
        && text.charAt(text.length() - 1) == pair.charAt(1)
        && !address;
  }

  /// Without white space, and characters that cannot be seen, at both ends.
  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xfeff;
  }

  /// Backslashes before a query are slashes.
  private static String withSlashes(String text) {
    int end = text.length();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '?' || text.charAt(i) == '#') {
        end = i;
        break;
      }
    }
    return text.substring(0, end).replace('\\', '/') + text.substring(end);
  }
}
