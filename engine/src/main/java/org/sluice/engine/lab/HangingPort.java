package org.sluice.engine.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A port at which a connect hangs: its queue of waiting connections is full and nobody empties it.
///
/// Linux drops the SYN of a connection that does not fit, so the client tries on and on. The queue
/// is filled with the lab's own connections at first use, until one of them hangs.
///
/// **Limits** 64 connections are tried; a system that refuses instead, or takes them all, has no
/// hanging port.
final class HangingPort implements LabPort {
  private static final int BACKLOG = 1;
  private static final int FILLERS_MAX = 64;
  private static final int HANGS_AFTER_MILLIS = 100;

  private final ServerSocket server;
  private final List<Socket> fillers = new ArrayList<>();
  private boolean filled;
  private boolean hangs;

  HangingPort(InetAddress address, int port) throws IOException {
    server = Sockets.listen(new InetSocketAddress(address, port), BACKLOG);
  }

  @Override
  public int port() {
    return server.getLocalPort();
  }

  /// Fills the queue once; whether connects hang now.
  synchronized boolean hangs() {
    if (!filled) {
      filled = true;
      hangs = fill();
    }
    return hangs;
  }

  private boolean fill() {
    for (int i = 0; i < FILLERS_MAX; i++) {
      Socket filler = new Socket();
      fillers.add(filler);
      try {
        filler.connect(server.getLocalSocketAddress(), HANGS_AFTER_MILLIS);
      } catch (SocketTimeoutException e) {
        // what this port is for
        return true;
      } catch (IOException e) {
        // a system that refuses what does not fit in the queue
        return false;
      }
    }
    return false;
  }

  @Override
  public synchronized void close() {
    filled = true;
    fillers.forEach(Sockets::close);
    Sockets.close(server);
  }
}
