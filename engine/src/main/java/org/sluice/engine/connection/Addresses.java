package org.sluice.engine.connection;

import java.net.InetAddress;
import java.util.List;

/// What look-ups have found for one connection.
///
/// @param near addresses to connect to: of the server, or of the proxy before it
/// @param far addresses of the server, for a proxy that takes no names; else empty
public record Addresses(List<InetAddress> near, List<InetAddress> far) {
  public Addresses {
    near = List.copyOf(near);
    far = List.copyOf(far);
  }
}
