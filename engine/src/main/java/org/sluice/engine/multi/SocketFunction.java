package org.sluice.engine.multi;

import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// The socket callback: which socket to watch, and for what.
///
/// Called only from inside an API call of the multi. In it, [Multi#assign], [Multi#infoRead] and
/// the queries are allowed; other calls get [MultiCode#RECURSIVE_API_CALL].
///
/// **Source**: `CURLMOPT_SOCKETFUNCTION`.
@FunctionalInterface
public interface SocketFunction {
  /// @param transfer some transfer that uses the socket, or null where only the engine does; never
  ///   use it as a key
  /// @param socket the channel; the engine reads, writes and closes it, the application only waits
  /// @param what what to watch for from now on
  /// @param userp the pointer given with the function in [MultiOptions]
  /// @param socketp what [Multi#assign] stored for this socket, null at first
  /// @return 0; exactly -1 aborts every transfer of the multi; any other value counts as 0
  int onSocket(
      @Nullable Transfer transfer,
      SocketChannel socket,
      Poll what,
      @Nullable Object userp,
      @Nullable Object socketp);
}
