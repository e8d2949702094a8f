package org.sluice.engine.lab;

import java.io.IOException;

/// A file with ranges that comes at a steady rate over each connection, so that several of them pay.
///
/// **Units** `rate` in bytes per second, sizes as in [Query].
final class PacedRoutes {
  private static final long RATE = 1L << 20;

  private PacedRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/paced/", PacedRoutes::paced);
  }

  private static void paced(Exchange exchange) throws IOException {
    LabFile.of(Query.size(exchange.tail())).paced(exchange, RATE).send(exchange);
  }
}
