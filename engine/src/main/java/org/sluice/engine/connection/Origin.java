package org.sluice.engine.connection;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Url;
import org.sluice.engine.request.NetworkOptions;
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
/// @param reach where its sockets lead, and where they begin
public record Origin(boolean secure, String host, int port, TlsOptions tls, Via via, Reach reach) {
  /// With the defaults of the network.
  public static Origin of(Url url, TlsOptions tls, Via via) {
    return of(url, tls, via, NetworkOptions.DEFAULT);
  }

  public static Origin of(Url url, TlsOptions tls, Via via, NetworkOptions network) {
    Reach reach = Reach.of(url, network);
    Origin origin =
        via instanceof Via.Forward(ProxyServer proxy)
            ? new Origin(
                false,
                proxy.host(),
                proxy.port(),
                TlsOptions.SYSTEM,
                via,
                reach.withHost(proxy.host(), proxy.port()))
            : new Origin(
                url.isTls(),
                url.host(),
                url.port(),
                url.isTls() ? tls : TlsOptions.SYSTEM,
                via,
                reach);
    return origin.withGiven(network);
  }

  private Origin withGiven(NetworkOptions network) {
    Reach known = reach.withGiven(network.resolve().find(nearHost(), nearPort()));
    return new Origin(secure, host, port, tls, via, known);
  }

  /// What `maxHostConnections` counts: name and port; a proxy that reads the requests counts as the
  /// host.
  public String hostKey() {
    return host + ":" + port;
  }

  /// The name that the socket connects to.
  public String nearHost() {
    ProxyServer first = via.first();
    return first == null ? reach.host() : first.host();
  }

  /// The port that the socket connects to.
  public int nearPort() {
    ProxyServer first = via.first();
    return first == null ? reach.port() : first.port();
  }

  /// The name that must be looked up here although a SOCKS proxy connects to it; null for none.
  public @Nullable String farHost() {
    ProxyServer first = via.first();
    if (first == null || !first.kind().wantsAddress()) {
      return null;
    }
    ProxyServer last = via.proxy();
    return first.equals(last) ? reach.host() : last == null ? null : last.host();
  }

  /// The port at [#farHost].
  public int farPort() {
    ProxyServer last = via.proxy();
    return last == null || last.equals(via.first()) ? reach.port() : last.port();
  }
}
