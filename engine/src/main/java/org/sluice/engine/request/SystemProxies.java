package org.sluice.engine.request;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Url;

/// The proxies of the system's settings, as `ProxySelector` knows them.
///
/// **Threads**: any but that of a multi: a selector may run a script or ask the network. It is
/// therefore asked once, for the first URL's host with both schemes; a redirect to another host
/// goes the way of the first.
///
/// **Limits**: of several proxies for one URL only the first is taken.
public final class SystemProxies {
  private SystemProxies() {}

  public static ProxyOptions read(ProxySelector selector, Url url) {
    String name = url.host().indexOf(':') >= 0 ? "[" + url.host() + "]" : url.host();
    String port = ":" + url.port() + "/";
    return new ProxyOptions(
        select(selector, URI.create("http://" + name + port)),
        select(selector, URI.create("https://" + name + port)),
        NoProxy.NONE);
  }

  private static @Nullable ProxyServer select(ProxySelector selector, URI uri) {
    Proxy first = selector.select(uri).stream().findFirst().orElse(Proxy.NO_PROXY);
    if (!(first.address() instanceof InetSocketAddress address)) {
      return null;
    }
    return switch (first.type()) {
      case DIRECT -> null;
      case HTTP -> ProxyServer.of(ProxyKind.HTTP, address.getHostString(), address.getPort());
      case SOCKS ->
          ProxyServer.of(ProxyKind.SOCKS5_HOSTNAME, address.getHostString(), address.getPort());
    };
  }
}
