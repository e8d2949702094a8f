package org.sluice.engine.cookie;

/// Which requests a cookie goes with: pure functions.
///
/// **Source**: RFC 6265bis, 5.1.3, 5.1.4 and 5.8.3.
final class CookieMatch {
  private CookieMatch() {}

  static boolean goesTo(Cookie cookie, CookieScope scope) {
    String host = scope.host();
    boolean domain =
        cookie.hostOnly() ? host.equals(cookie.domain()) : domainMatches(host, cookie.domain());
    return domain && pathMatches(scope.path(), cookie.path()) && (!cookie.secure() || scope.safe());
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
}
