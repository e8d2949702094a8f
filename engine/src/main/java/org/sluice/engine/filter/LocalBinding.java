package org.sluice.engine.filter;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.LocalEnd;

/// Gives a socket its own end before it connects.
///
/// **Errors**: INTERFACE_FAILED.
final class LocalBinding {
  private LocalBinding() {}

  /// @param peer that it will connect to: our end is of the same family
  static void bind(SocketChannel channel, LocalEnd local, InetAddress peer)
      throws TransferException {
    if (local.isAny()) {
      return;
    }
    InetAddress address = address(local, peer);
    IOException last = null;
    for (int i = 0; i < local.ports(); i++) {
      int port = local.firstPort() == 0 ? 0 : local.firstPort() + i;
      try {
        channel.bind(new InetSocketAddress(address, port));
        return;
      } catch (IOException e) {
        // Somebody else has this port; perhaps not the next one.
        last = e;
      }
    }
    throw failed(
        "nothing could be bound to "
            + (address == null ? "this machine" : address.getHostAddress())
            + (local.firstPort() == 0 ? "" : " from port " + local.firstPort() + " on")
            + (last == null ? "" : ": " + last.getMessage()),
        last);
  }

  /// Null for the system's choice.
  private static @Nullable InetAddress address(LocalEnd local, InetAddress peer)
      throws TransferException {
    String given = local.address();
    if (given != null) {
      try {
        return InetAddress.ofLiteral(given);
      } catch (IllegalArgumentException e) {
        throw failed("\"" + given + "\" is not an address", e);
      }
    }
    String device = local.device();
    return device == null ? null : ofDevice(device, peer);
  }

  private static InetAddress ofDevice(String device, InetAddress peer) throws TransferException {
    NetworkInterface found;
    try {
      found = NetworkInterface.getByName(device);
    } catch (IOException e) {
      throw failed("the network interfaces cannot be listed", e);
    }
    if (found == null) {
      throw failed("there is no network interface \"" + device + "\"", null);
    }
    boolean four = peer instanceof Inet4Address;
    return found
        .inetAddresses()
        .filter(own -> own instanceof Inet4Address == four)
        .findFirst()
        .orElseThrow(
            () ->
                failed(
                    device + " has no " + (four ? "IPv4" : "IPv6") + " address of its own", null));
  }

  private static TransferException failed(String why, @Nullable Exception cause) {
    return new TransferException(
        TransferErrorCode.INTERFACE_FAILED, "Our end of the connection: " + why, cause);
  }
}
