package org.sluice.engine.disk;

import org.jspecify.annotations.Nullable;

/// Where a file came from, as it is written beside it, so that the system asks before it runs it.
///
/// @param source the address without user name, query and fragment; they may hold secrets
/// @param referrer the page that led there, cut alike; null for none
public record WebMark(String source, @Nullable String referrer) {
  public WebMark {
    source = withoutSecrets(source);
    referrer = referrer == null ? null : withoutSecrets(referrer);
  }

  private static String withoutSecrets(String url) {
    int end = 0;
    while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0 && url.charAt(end) > ' ') {
      end++;
    }
    String bare = url.substring(0, end);
    int authority = bare.indexOf("://") + 3;
    if (authority < 3) {
      return bare;
    }
    int slash = bare.indexOf('/', authority);
    int at = bare.lastIndexOf('@', slash < 0 ? bare.length() : slash);
    return at < authority ? bare : bare.substring(0, authority) + bare.substring(at + 1);
  }
}
