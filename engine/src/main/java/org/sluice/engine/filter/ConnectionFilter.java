package org.sluice.engine.filter;

import java.nio.ByteBuffer;
import org.sluice.engine.error.TransferException;

/// One layer of a connection: bytes pass through it, and it may want something of the socket
/// itself.
///
/// Filters connect from the bottom up and close from the top down. None of their methods waits.
///
/// **Threads**: confined to the thread of their multi. **Source**: curl's
/// `docs/internals/CONNECTION-FILTERS.md`.
public interface ConnectionFilter {
  /// End of the stream, as [#recv] tells it.
  int EOF = -1;

  /// Goes on connecting.
  ///
  /// @return whether this filter and all below it are connected
  boolean connect(long nowNanos) throws TransferException;

  /// When [#connect] wants to be called again without any readiness; `TimerTable.NONE` for never.
  long connectDeadlineNanos();

  /// @return bytes put into `dst`; 0 if there are none now; [#EOF]
  int recv(ByteBuffer dst) throws TransferException;

  /// @return bytes taken from `src`; 0 if none can be taken now
  int send(ByteBuffer src) throws TransferException;

  /// Whether another [#recv] may bring bytes without any new readiness of the socket.
  boolean mayHaveInput();

  /// Adds what this filter and those below want of their sockets; while connecting that is all
  /// there is.
  ///
  /// @param wanted what the layer above wants, [Pollset#IN] and [Pollset#OUT]
  void adjustPollset(Pollset pollset, int wanted);

  /// Whether bytes that it took wait here or below, for want of room further down.
  default boolean hasOutput() {
    return false;
  }

  /// The protocol of this layer in words, for example `TLS 1.3`; empty if it adds none.
  String describe();

  /// Closes this filter and all below. Never throws: there is nothing that a caller could do.
  void close();
}
