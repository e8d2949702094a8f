package org.sluice.engine.filter;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.request.ProxyServer;

/// What both versions of SOCKS need to know of their target and user.
final class SocksTarget {
  private SocksTarget() {}

  static InetAddress literal(ProxyServer proxy, String host) throws TransferException {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException e) {
      throw new TransferException(
          TransferErrorCode.PROXY, "For " + proxy + ": \"" + host + "\" is not an address", e);
    }
  }

  /// The user's name in bytes; empty for none. Control characters, NUL among them, are refused by
  /// [Credentials].
  static byte[] name(ProxyServer proxy) {
    Credentials user = proxy.auth().credentials();
    return user == null ? new byte[0] : user.name().getBytes(StandardCharsets.UTF_8);
  }
}
