package org.sluice.engine.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the proxies of the lab connect to, and the bytes that pass through them.
///
/// They lead to the doors of this lab and nowhere else, so that nobody gets further with them.
/// `lab.sluice.test` is a name that no name server has: who reaches it had it looked up here.
///
/// **Threads** any; the way back has a virtual thread of its own.
final class Tunnels {
  static final String NAME = "lab.sluice.test";

  private final LabServer lab;
  private final Visitors visitors;

  Tunnels(LabServer lab, Visitors visitors) {
    this.lab = lab;
    this.visitors = visitors;
  }

  /// The door of a target, if the lab has such a one.
  Optional<LabOrigin> door(String host, int port) {
    return addressOf(host) == null ? Optional.empty() : lab.doorAt(port);
  }

  /// Whether SOCKS leads there: to a door, or to a proxy of HTTP.
  boolean isOpenBySocks(String host, int port) {
    return door(host, port).isPresent() || (addressOf(host) != null && lab.isProxyAt(port));
  }

  /// Connects to a door.
  ///
  /// @throws IOException when nobody listens
  Socket connect(String host, int port) throws IOException {
    InetAddress address = addressOf(host);
    if (address == null) {
      throw new IOException("no such host: " + host);
    }
    return new Socket(address, port);
  }

  /// The loopback address that a name or address of a target means, or null.
  static @Nullable InetAddress addressOf(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return switch (bare.toLowerCase(Locale.ROOT)) {
      case "127.0.0.1", "localhost", NAME -> Sockets.V4;
      case "::1", "0:0:0:0:0:0:0:1" -> Sockets.V6;
      default -> null;
    };
  }

  /// Passes bytes both ways until both sides have ended.
  ///
  /// @param client the accepted socket, or TLS over it
  void pass(Socket client, InputStream fromClient, Socket server) throws IOException {
    OutputStream toClient = client.getOutputStream();
    visitors.accompany(
        server,
        socket -> {
          socket.getInputStream().transferTo(toClient);
          client.shutdownOutput();
        });
    try {
      fromClient.transferTo(server.getOutputStream());
      server.shutdownOutput();
      // The client has ended; what the server still says is lost with it.
    } finally {
      server.close();
    }
  }
}
