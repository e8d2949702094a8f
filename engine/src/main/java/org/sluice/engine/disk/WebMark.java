package org.sluice.engine.disk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a file came from, as it is written beside it, so that the system asks before it runs it.
///
/// **Limits**: [#MAX_LENGTH] of each address; what is longer is cut.
///
/// @param source the address without user name, query and fragment; they may hold secrets
/// @param referrer the page that led there, cut alike; null for none
/// @param at when it was fetched
public record WebMark(String source, @Nullable String referrer, Instant at) {
  /// Of an address, in characters: all attributes of a file share one block in some file systems.
  public static final int MAX_LENGTH = 1_500;

  public WebMark {
    source = withoutSecrets(source);
    referrer = referrer == null ? null : withoutSecrets(referrer);
  }

  private static String withoutSecrets(String url) {
    int end = 0;
    while (end < Math.min(url.length(), MAX_LENGTH) && isPlain(url.charAt(end))) {
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

  /// Neither the end of the path, nor anything that could begin a new line of a mark.
  private static boolean isPlain(char c) {
    return c > ' ' && c < 0x7f && c != '?' && c != '#';
  }
}
