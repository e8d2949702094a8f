package org.sluice.app.add;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A file of cookies as browsers' extensions and curl write it: which of them belong to an address.
///
/// **Threads**: pure functions. **Limits**: [#MOST_CHARS].
///
/// **Source**: the "Netscape" format that curl's `--cookie` reads: seven fields, tabs between.
final class CookieFile {
  static final int MOST_CHARS = 4 << 20;

  private static final String HTTP_ONLY = "#HttpOnly_";

  private CookieFile() {}

  /// The value of the Cookie field for `url`; empty for none.
  static String forUrl(String text, String url, Instant now) {
    URI uri = URI.create(url);
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    List<String> cookies = new ArrayList<>();
    for (String each : text.lines().toList()) {
      String line = each.startsWith(HTTP_ONLY) ? each.substring(HTTP_ONLY.length()) : each;
      String[] fields = line.split("\t", -1);
      if (line.startsWith("#") || fields.length != 7) {
        continue;
      }
      boolean sub = fields[1].equalsIgnoreCase("TRUE");
      if (isOfHost(fields[0].toLowerCase(Locale.ROOT), host, sub)
          && isBelow(fields[2], path)
          && (secure || !fields[3].equalsIgnoreCase("TRUE"))
          && !isOver(fields[4], now)) {
        cookies.add(fields[5] + "=" + fields[6]);
      }
    }
    return String.join("; ", cookies);
  }

  private static boolean isOfHost(String domain, String host, boolean sub) {
    String bare = domain.startsWith(".") ? domain.substring(1) : domain;
    return host.equals(bare) || ((sub || domain.startsWith(".")) && host.endsWith("." + bare));
  }

  private static boolean isBelow(String prefix, String path) {
    return prefix.equals("/")
        || path.equals(prefix)
        || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
  }

  /// 0 means until the browser is closed: it is passed on.
  private static boolean isOver(String seconds, Instant now) {
    try {
      long until = Long.parseLong(seconds);
      return until != 0 && until < now.getEpochSecond();
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
