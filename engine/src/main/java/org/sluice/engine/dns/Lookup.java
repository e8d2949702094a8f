package org.sluice.engine.dns;

import java.net.InetAddress;
import java.util.List;

/// Finds the addresses of a name; may wait. Runs on a thread of the resolver.
@FunctionalInterface
public interface Lookup {
  Lookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /// @throws java.net.UnknownHostException if there are none
  List<InetAddress> addresses(String host) throws java.io.IOException;
}
