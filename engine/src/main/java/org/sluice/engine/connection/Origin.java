package org.sluice.engine.connection;

import org.sluice.engine.http.Url;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TlsOptions;

/// What two transfers must share to share a connection.
///
/// All requests that one proxy reads share its connections, whatever servers they are for. A tunnel
/// leads to one server, and belongs to whom the proxy let in.
///
/// @param secure whether TLS with the server is on top
/// @param host of the server, or of a proxy that reads the requests
/// @param tls whom the connection trusts; only meaningful where `secure`
public record Origin(boolean secure, String host, int port, TlsOptions tls, Via via) {
  public static Origin of(Url url, TlsOptions tls, Via via) {
    if (via instanceof Via.Forward(ProxyServer proxy)) {
      return new Origin(false, proxy.host(), proxy.port(), TlsOptions.SYSTEM, via);
    }
    return new Origin(
        url.isTls(), url.host(), url.port(), url.isTls() ? tls : TlsOptions.SYSTEM, via);
  }

  /// What `maxHostConnections` counts: name and port; a proxy that reads the requests counts as the
  /// host.
  public String hostKey() {
    return host + ":" + port;
  }

  /// The name that the socket connects to.
  public String nearHost() {
    return switch (via) {
      case Via.Direct() -> host;
      case Via.Forward(ProxyServer proxy) -> proxy.host();
      case Via.Tunnel(ProxyServer proxy) -> proxy.host();
      case Via.Socks(ProxyServer proxy) -> proxy.host();
    };
  }

  /// The port that the socket connects to.
  public int nearPort() {
    return switch (via) {
      case Via.Direct() -> port;
      case Via.Forward(ProxyServer proxy) -> proxy.port();
      case Via.Tunnel(ProxyServer proxy) -> proxy.port();
      case Via.Socks(ProxyServer proxy) -> proxy.port();
    };
  }

  /// Whether the server's name must be looked up here although a proxy connects to it.
  public boolean wantsFarAddress() {
    return via instanceof Via.Socks(ProxyServer proxy) && proxy.kind().wantsAddress();
  }
}
