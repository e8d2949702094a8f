package org.sluice.engine.multi;

import java.nio.channels.SocketChannel;

/// Told when the engine opens and closes a socket, for whoever wants to show it.
///
/// **Source**: `CURLOPT_OPENSOCKETFUNCTION`, `CURLOPT_CLOSESOCKETFUNCTION`.
public interface SocketLifecycle {
  /// Nobody listens.
  SocketLifecycle NONE =
      new SocketLifecycle() {
        @Override
        public void opened(SocketChannel socket, boolean inet6) {}

        @Override
        public void closing(SocketChannel socket) {}
      };

  void opened(SocketChannel socket, boolean inet6);

  /// Just before the channel is closed, and after its REMOVE.
  void closing(SocketChannel socket);
}
