package org.sluice.engine.download;

import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;

/// Addresses as they may be shown: without a secret in them.
final class Addresses {
  /// What stands for what is left out.
  private static final String HIDDEN = "…";

  /// What an address that is none is taken for.
  private static final Url NOWHERE = new Url("http", "nowhere", 80, "/", null);

  private Addresses() {}

  /// `text` as a URL; one without a path if it is none.
  static Url url(String text) {
    try {
      return Url.parse(text);
    } catch (TransferException e) {
      return NOWHERE;
    }
  }

  /// Whether an address names this machine by its loopback.
  static boolean isLoopback(String url) {
    String host = url(url).host();
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  /// `url` without a password, and without the values of its query, as those may be tokens.
  static String shown(String url) {
    int fragment = url.indexOf('#');
    String text = fragment < 0 ? url : url.substring(0, fragment);
    int query = text.indexOf('?');
    String path = query < 0 ? text : text.substring(0, query);
    int scheme = path.indexOf("://");
    if (scheme >= 0) {
      int slash = path.indexOf('/', scheme + 3);
      int at = path.lastIndexOf('@', slash < 0 ? path.length() - 1 : slash);
      if (at > scheme) {
        path = path.substring(0, scheme + 3) + HIDDEN + path.substring(at);
      }
    }
    return query < 0 ? path : path + "?" + HIDDEN;
  }
}
