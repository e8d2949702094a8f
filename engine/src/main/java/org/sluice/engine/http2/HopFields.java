package org.sluice.engine.http2;

import java.util.Locale;
import java.util.Set;

/// Fields that are about one HTTP/1 connection, and have no place in HTTP/2.
///
/// **Source**: RFC 9113, 8.2.2.
final class HopFields {
  private static final Set<String> NAMES =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  private HopFields() {}

  static boolean has(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
