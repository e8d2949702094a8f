package org.sluice.app.curl.run;

import org.jspecify.annotations.Nullable;

/// Names of files that come from outside: from a URL (`-O`) or from the server (`-J`).
///
/// Only the last part of a path is ever taken, so that nothing leaves the folder.
final class ServerName {
  /// Where a URL has none.
  static final String UNNAMED = "curl_response";

  private ServerName() {}

  /// The last part of a URL's path, as it is written there.
  static String ofUrl(String url) {
    int from = url.indexOf("://");
    int end = 0;
    int start = from < 0 ? 0 : from + 3;
    for (end = start; end < url.length() && "?#".indexOf(url.charAt(end)) < 0; ) {
      end++;
    }
    int slash = url.indexOf('/', start);
    String path = slash < 0 || slash > end ? "" : url.substring(slash, end);
    while (path.endsWith("/") && path.length() > 1) {
      path = path.substring(0, path.length() - 1);
    }
    String name = safe(path);
    return name == null ? UNNAMED : name;
  }

  /// The name in a Content-Disposition field; null if there is none.
  static @Nullable String ofDisposition(String value) {
    int at = 0;
    while (at < value.length()) {
      while (at < value.length() && !Character.isLetter(value.charAt(at))) {
        at++;
      }
      if (value.regionMatches(true, at, "filename=", 0, 9)) {
        return parameter(value.substring(at + 9).stripLeading());
      }
      int next = value.indexOf(';', at);
      if (next < 0) {
        return null;
      }
      at = next + 1;
    }
    return null;
  }

  private static @Nullable String parameter(String text) {
    boolean quoted = text.startsWith("\"") || text.startsWith("'");
    char stop = quoted ? text.charAt(0) : ';';
    String rest = quoted ? text.substring(1) : text;
    int end = rest.indexOf(stop);
    return safe(end < 0 ? rest : rest.substring(0, end));
  }

  /// The name that a redirect hints at; null if there is none.
  static @Nullable String ofLocation(String location) {
    return safe(location.split("[?#]", 2)[0]);
  }

  private static @Nullable String safe(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String clean = name.replaceAll("[\\r\\n\\x00]", "");
    boolean bad = clean.isBlank() || clean.equals(".") || clean.equals("..");
    return bad ? null : clean;
  }
}
