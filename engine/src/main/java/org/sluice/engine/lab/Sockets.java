package org.sluice.engine.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Binding on loopback: the same port on 127.0.0.1 and, where wanted and there, on ::1.
final class Sockets {
  static final InetAddress V4 = InetAddress.ofLiteral("127.0.0.1");
  static final InetAddress V6 = InetAddress.ofLiteral("::1");
  private static final int ATTEMPTS = 50;

  private Sockets() {}

  /// Something that is bound to a port, and closed again when the pair is not complete.
  interface Binder<T extends AutoCloseable> {
    T bind(InetSocketAddress address) throws IOException;
  }

  /// Binds once for each address, all at the same port.
  ///
  /// @param port 0 tries free ports until one is free for all addresses
  static <T extends AutoCloseable> List<T> bindAll(
      List<InetAddress> addresses, int port, Binder<T> binder, ToIntFunction<T> portOf)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      List<T> bound = new ArrayList<>();
      try {
        int chosen = port;
        for (InetAddress address : addresses) {
          T next = binder.bind(new InetSocketAddress(address, chosen));
          bound.add(next);
          chosen = portOf.applyAsInt(next);
        }
        return bound;
      } catch (IOException e) {
        bound.forEach(Sockets::close);
        if (port != 0 || !(e instanceof BindException) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  static ServerSocket listen(InetSocketAddress address, int backlog) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(address, backlog);
      return socket;
    } catch (IOException e) {
      close(socket);
      throw e;
    }
  }

  /// Whether ::1 can be bound on this machine.
  static boolean hasV6() {
    try (ServerSocket probe = listen(new InetSocketAddress(V6, 0), 1)) {
      return probe.isBound();
    } catch (IOException e) {
      // a machine without IPv6 says it here
      return false;
    }
  }

  static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
