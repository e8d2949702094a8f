package org.sluice.engine.request;

import java.util.Locale;
import java.util.Optional;

/// What a proxy speaks.
///
/// **Source**: RFC 9110, 7.6 and 9.3.6; RFC 1928; the SOCKS4 and SOCKS4a papers.
public enum ProxyKind {
  HTTP("http", 1080),
  /// HTTP, and is asked for tunnels in HTTP/1.0.
  HTTP_1_0("http", 1080),
  /// HTTP inside of TLS, from us to the proxy.
  HTTPS("https", 443),
  /// IPv4 addresses only, looked up here.
  SOCKS4("socks4", 1080),
  /// As SOCKS4, but the proxy looks names up.
  SOCKS4A("socks4a", 1080),
  /// Addresses, looked up here.
  SOCKS5("socks5", 1080),
  /// As SOCKS5, but the proxy looks names up.
  SOCKS5_HOSTNAME("socks5h", 1080);

  private final String scheme;
  private final int defaultPort;

  ProxyKind(String scheme, int defaultPort) {
    this.scheme = scheme;
    this.defaultPort = defaultPort;
  }

  /// The kind that a proxy's address begins with.
  static Optional<ProxyKind> ofScheme(String scheme) {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> Optional.of(HTTP);
      case "https" -> Optional.of(HTTPS);
      case "socks4", "socks" -> Optional.of(SOCKS4);
      case "socks4a" -> Optional.of(SOCKS4A);
      case "socks5" -> Optional.of(SOCKS5);
      case "socks5h" -> Optional.of(SOCKS5_HOSTNAME);
      default -> Optional.empty();
    };
  }

  public String scheme() {
    return scheme;
  }

  /// As curl's, which is not that of the scheme for http.
  public int defaultPort() {
    return defaultPort;
  }

  public boolean isHttp() {
    return this == HTTP || this == HTTP_1_0 || this == HTTPS;
  }

  /// Whether the server's name is looked up here, before the proxy hears of it.
  public boolean wantsAddress() {
    return this == SOCKS4 || this == SOCKS5;
  }
}
