package org.sluice.engine.cookie;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Url;

/// What of a request decides about its cookies.
///
/// @param host in lower case, without a dot behind it
/// @param path of the URL, with its slash
/// @param safe whether nobody can read along: TLS, or this very machine
public record CookieScope(String host, String path, boolean safe) {
  public static CookieScope of(Url url) {
    return of(url, null);
  }

  /// @param hostField the value of the user's own Host field, with or without a port, which says
  ///   whose cookies they are; null for none. It does not make the wire safer
  public static CookieScope of(Url url, @Nullable String hostField) {
    int query = url.target().indexOf('?');
    String path = query < 0 ? url.target() : url.target().substring(0, query);
    String real = bare(url.host());
    String named = hostField == null ? "" : bare(withoutPort(hostField.strip()));
    String host = named.isEmpty() ? real : named;
    boolean safe = url.isTls() || (isThisMachine(real) && isThisMachine(host));
    return new CookieScope(host, path.startsWith("/") ? path : "/", safe);
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String withoutPort(String field) {
    int bracket = field.startsWith("[") ? field.indexOf(']') : -1;
    int colon = field.indexOf(':');
    return bracket > 0
        ? field.substring(1, bracket)
        : colon < 0 ? field : field.substring(0, colon);
  }

  /// The path of a cookie that says none: up to the last slash.
  String defaultPath() {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }
}
