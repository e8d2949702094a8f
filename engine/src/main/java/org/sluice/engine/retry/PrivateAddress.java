package org.sluice.engine.retry;

import java.net.InetAddress;

/// Whether an address literal belongs to a network of its own: no other network leads there.
///
/// **Source**: RFC 1918, RFC 3927, RFC 4193, RFC 4291, RFC 6598.
final class PrivateAddress {
  private PrivateAddress() {}

  static boolean is(String host) {
    InetAddress address;
    try {
      address = InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException e) {
      // a name, which says nothing
      return false;
    }
    byte[] bytes = address.getAddress();
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    return shared
        || uniqueLocal
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isLoopbackAddress();
  }
}
