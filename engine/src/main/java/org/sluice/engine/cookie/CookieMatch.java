package org.sluice.engine.cookie;

import java.util.Locale;
import org.sluice.engine.http.Url;

/// Which requests a cookie goes with: pure functions.
///
/// **Source**: RFC 6265bis, 5.1.3, 5.1.4 and 5.8.3.
final class CookieMatch {
  private CookieMatch() {}

  static boolean goesTo(Cookie cookie, Url url) {
    String host = host(url);
    boolean domain =
        cookie.hostOnly() ? host.equals(cookie.domain()) : domainMatches(host, cookie.domain());
    return domain && pathMatches(path(url), cookie.path()) && (!cookie.secure() || isSafe(url));
  }

  /// Whether nobody can read along: TLS, or this very machine.
  static boolean isSafe(Url url) {
    String host = host(url);
    return url.isTls()
        || host.equals("localhost")
        || host.equals("127.0.0.1")
        || host.equals("::1");
  }

  static String host(Url url) {
    String host = url.host().toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  static String path(Url url) {
    int query = url.target().indexOf('?');
    String path = query < 0 ? url.target() : url.target().substring(0, query);
    return path.startsWith("/") ? path : "/";
  }

  static boolean domainMatches(String host, String domain) {
    return host.equals(domain) || (host.endsWith("." + domain) && !isAddress(host));
  }

  static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  static boolean pathMatches(String path, String wanted) {
    return path.equals(wanted)
        || (path.startsWith(wanted)
            && (wanted.endsWith("/") || path.charAt(wanted.length()) == '/'));
  }

  /// The path of a cookie that says none: that of its URL up to the last slash.
  static String defaultPath(Url url) {
    String path = path(url);
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }
}
