package org.sluice.engine.lab;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/// One listening port of the lab, on one or two addresses.
///
/// **Threads** one virtual thread for each address accepts; [#close()] is for any thread.
final class Door implements LabPort {
  private static final System.Logger LOG = System.getLogger(Door.class.getName());
  private static final int BACKLOG = 4096;
  private static final int PAUSE_MILLIS = 20;

  private final LabOrigin origin;
  private final List<ServerSocket> sockets;

  Door(LabOrigin origin, List<InetAddress> addresses, int port) throws IOException {
    this.origin = origin;
    this.sockets =
        Sockets.bindAll(
            addresses,
            port,
            address -> Sockets.listen(address, BACKLOG),
            ServerSocket::getLocalPort);
  }

  LabOrigin origin() {
    return origin;
  }

  @Override
  public int port() {
    return sockets.getFirst().getLocalPort();
  }

  /// Starts to accept; each connection goes to the visitor's own thread by way of the consumer.
  void open(Executor executor, BiConsumer<LabOrigin, Socket> accepted) {
    for (ServerSocket socket : sockets) {
      executor.execute(() -> acceptAll(socket, accepted));
    }
  }

  private void acceptAll(ServerSocket server, BiConsumer<LabOrigin, Socket> accepted) {
    while (!server.isClosed()) {
      try {
        accepted.accept(origin, server.accept());
      } catch (IOException e) {
        if (!server.isClosed() && !waitAfter(e)) {
          return;
        }
      }
    }
  }

  /// A machine that is out of descriptors gets a moment; false when the lab is closing.
  private boolean waitAfter(IOException e) {
    LOG.log(Level.WARNING, "the lab could not accept on " + origin, e);
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    sockets.forEach(Sockets::close);
  }
}
