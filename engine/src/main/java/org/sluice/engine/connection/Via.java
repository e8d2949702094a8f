package org.sluice.engine.connection;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Url;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;

/// How a request gets to its server.
public sealed interface Via {
  /// Straight.
  record Direct() implements Via {}

  /// The proxy reads the request and makes it itself (RFC 9112, 3.2.2: absolute form).
  record Forward(ProxyServer proxy) implements Via {}

  /// The proxy opens a tunnel (RFC 9110, 9.3.6: CONNECT) and sees nothing of what passes.
  record Tunnel(ProxyServer proxy) implements Via {}

  /// The proxy connects and passes bytes on.
  record Socks(ProxyServer proxy) implements Via {}

  /// The way for `url`.
  ///
  /// @param elsewhere whether another place is connected to than the URL says, which a proxy that
  ///   reads requests could not know
  static Via of(Url url, ProxyOptions options, boolean elsewhere) {
    ProxyServer proxy = options.forUrl(url);
    if (proxy == null) {
      return new Direct();
    }
    if (!proxy.kind().isHttp()) {
      return new Socks(proxy);
    }
    return url.isTls() || proxy.tunnel() || elsewhere ? new Tunnel(proxy) : new Forward(proxy);
  }

  /// The proxy that knows of the server; null for none.
  default @Nullable ProxyServer proxy() {
    return switch (this) {
      case Direct() -> null;
      case Forward(ProxyServer proxy) -> proxy;
      case Tunnel(ProxyServer proxy) -> proxy;
      case Socks(ProxyServer proxy) -> proxy;
    };
  }

  /// The proxy that the socket leads to; null for none.
  default @Nullable ProxyServer first() {
    ProxyServer proxy = proxy();
    return proxy == null || proxy.through() == null ? proxy : proxy.through();
  }

  /// Words for people; empty for a straight way.
  default String describe() {
    return switch (this) {
      case Direct() -> "";
      case Forward(ProxyServer proxy) -> kind(proxy.kind());
      case Tunnel(ProxyServer proxy) -> kind(proxy.kind()) + " tunnel";
      case Socks(ProxyServer proxy) -> kind(proxy.kind());
    };
  }

  private static String kind(ProxyKind kind) {
    return switch (kind) {
      case HTTP, HTTP_1_0 -> "HTTP proxy";
      case HTTPS -> "HTTPS proxy";
      case SOCKS4, SOCKS4A -> "SOCKS4";
      case SOCKS5, SOCKS5_HOSTNAME -> "SOCKS5";
    };
  }
}
