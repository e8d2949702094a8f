package org.sluice.engine.request;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/// Which addresses of a name are used.
///
/// **Source**: `CURLOPT_IPRESOLVE`.
public enum AddressFamily {
  ANY,
  IPV4,
  IPV6;

  public boolean fits(InetAddress address) {
    return switch (this) {
      case ANY -> true;
      case IPV4 -> address instanceof Inet4Address;
      case IPV6 -> address instanceof Inet6Address;
    };
  }

  /// Those of `addresses` that may be used.
  public List<InetAddress> of(List<InetAddress> addresses) {
    return addresses.stream().filter(this::fits).toList();
  }
}
