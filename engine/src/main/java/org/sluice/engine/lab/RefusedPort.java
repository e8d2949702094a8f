package org.sluice.engine.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/// A port at which every connect is refused, for certain and for as long as this is open.
///
/// The port is bound but not listened on, so the system refuses connections and gives the port to
/// nobody else.
final class RefusedPort implements LabPort {
  private final List<Socket> sockets;

  RefusedPort(List<InetAddress> addresses, int port) throws IOException {
    sockets =
        Sockets.bindAll(
            addresses,
            port,
            address -> {
              Socket socket = new Socket();
              socket.bind(address);
              return socket;
            },
            Socket::getLocalPort);
  }

  @Override
  public int port() {
    return sockets.getFirst().getLocalPort();
  }

  @Override
  public void close() {
    sockets.forEach(Sockets::close);
  }
}
