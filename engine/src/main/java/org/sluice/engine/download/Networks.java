package org.sluice.engine.download;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Which networks the machine is in: the addresses of its interfaces that are up.
///
/// **Threads**: any; asks the system, so not the loop's. **Errors**: a system that does not tell is
/// in no network that could change.
final class Networks implements Supplier<Set<String>> {
  private static final System.Logger LOG = System.getLogger(Networks.class.getName());

  @Override
  public Set<String> get() {
    Set<String> found = new TreeSet<>();
    try {
      for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (one.isUp() && !one.isLoopback()) {
          one.inetAddresses()
              .filter(address -> !address.isLinkLocalAddress())
              .forEach(address -> found.add(one.getName() + " " + address.getHostAddress()));
        }
      }
    } catch (SocketException e) {
      LOG.log(System.Logger.Level.DEBUG, "the system does not tell its networks", e);
    }
    return found;
  }
}
