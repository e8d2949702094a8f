package org.sluice.engine.filter;

import java.nio.ByteBuffer;
import org.sluice.engine.error.TransferException;

/// What is said to a SOCKS proxy and heard from it: bytes in, bytes out, no socket.
///
/// It asks for the exact number of bytes that it needs next, so that not one byte of what comes
/// through the proxy afterwards is taken.
sealed interface SocksTalk permits Socks4Talk, Socks5Talk {
  /// What is to be sent now; empty if the proxy is to speak.
  ByteBuffer output();

  /// How many bytes are needed from the proxy; 0 when it has connected.
  int needs();

  /// Takes as many bytes as it needs.
  ///
  /// @throws TransferException PROXY if the proxy refuses, or does not speak SOCKS
  void take(byte[] reply) throws TransferException;
}
