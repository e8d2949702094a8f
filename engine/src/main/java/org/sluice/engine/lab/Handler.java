package org.sluice.engine.lab;

import java.io.IOException;

/// Answers one exchange, on the connection's own virtual thread.
@FunctionalInterface
interface Handler {
  /// Writes the answer; an exception ends the connection.
  void answer(Exchange exchange) throws IOException;
}
