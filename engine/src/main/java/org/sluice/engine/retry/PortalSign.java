package org.sluice.engine.retry;

import java.util.Set;
import org.sluice.engine.http.Url;

/// Something that a network with a sign-in page does to a download, and other causes may too.
///
/// @param item which download
/// @param host whose answer it was to be, by name or address; two ports of one are one
public record PortalSign(Kind kind, long item, String host) {

  /// What was seen.
  public enum Kind {
    /// 511, Network Authentication Required: no doubt is left.
    SIGN_IN_REQUIRED,
    /// A web page where a file was before, or expected.
    WEB_PAGE,
    /// A certificate that is made for another name.
    WRONG_NAME,
    /// A redirect from a public host to a private address, or to a page of another host.
    SENT_ELSEWHERE
  }

  private static final Set<String> PRIVATE_SUFFIXES =
      Set.of(".local", ".lan", ".home.arpa", ".internal", ".localdomain");

  /// Whether an answer from `last` is that of a network which sent the request elsewhere.
  ///
  /// @param asked whom the download asks
  /// @param last hop of the redirects
  public static boolean isSentElsewhere(Url asked, Url last) {
    return !asked.host().equals(last.host()) && isPrivate(last.host()) && !isPrivate(asked.host());
  }

  /// Whether a host, by name or address, is one of the local network.
  static boolean isPrivate(String host) {
    if (host.equals("localhost") || PRIVATE_SUFFIXES.stream().anyMatch(host::endsWith)) {
      return true;
    }
    return PrivateAddress.is(host);
  }
}
