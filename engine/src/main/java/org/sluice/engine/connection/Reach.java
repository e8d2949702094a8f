package org.sluice.engine.connection;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Url;
import org.sluice.engine.request.AddressFamily;
import org.sluice.engine.request.ConnectTo;
import org.sluice.engine.request.LocalEnd;
import org.sluice.engine.request.NetworkOptions;
import org.sluice.engine.request.ResolveRule;

/// How the sockets for one server are made: where they lead, and where they begin.
///
/// @param host to connect to instead of the URL's; the same one mostly
/// @param port to connect to
/// @param local our own end
/// @param family which addresses are used
/// @param given what was said beforehand of the first name that is looked up; null for nothing
public record Reach(
    String host, int port, LocalEnd local, AddressFamily family, @Nullable ResolveRule given) {
  /// Straight to `host`.
  static Reach to(String host, int port) {
    return new Reach(host, port, LocalEnd.ANY, AddressFamily.ANY, null);
  }

  static Reach of(Url url, NetworkOptions network) {
    String host = url.host();
    int port = url.port();
    ConnectTo elsewhere = network.elsewhere(host, port);
    if (elsewhere != null) {
      host = elsewhere.toHost() == null ? host : elsewhere.toHost();
      port = elsewhere.toPort() == 0 ? port : elsewhere.toPort();
    }
    return new Reach(host, port, network.local(), family(network), null);
  }

  /// An address of ours leads only to those of its kind.
  private static AddressFamily family(NetworkOptions network) {
    String own = network.local().address();
    if (own == null || network.family() != AddressFamily.ANY) {
      return network.family();
    }
    try {
      return InetAddress.ofLiteral(own) instanceof Inet4Address
          ? AddressFamily.IPV4
          : AddressFamily.IPV6;
    } catch (IllegalArgumentException e) {
      // Said when the socket is bound.
      return AddressFamily.ANY;
    }
  }

  Reach withHost(String other, int otherPort) {
    return new Reach(other, otherPort, local, family, given);
  }

  Reach withGiven(@Nullable ResolveRule rule) {
    return new Reach(host, port, local, family, rule);
  }
}
