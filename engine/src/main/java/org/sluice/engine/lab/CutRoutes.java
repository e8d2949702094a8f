package org.sluice.engine.lab;

import java.io.IOException;

/// Connections that end when they should not, or when nobody looks.
final class CutRoutes {
  private static final long SIZE = 10_000;
  private static final int IDLE_MILLIS = 100;

  private CutRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/close-early", Exchange::cut);
    routes.on("/close-mid", CutRoutes::closeMid);
    routes.on("/close-mid-chunk", CutRoutes::closeMidChunk);
    routes.on("/reset-early", Exchange::reset);
    routes.on("/reset-mid", CutRoutes::resetMid);
    routes.on("/ka-then-close", CutRoutes::keepAliveThenClose);
    routes.on("/stale", CutRoutes::stale);
    routes.on("/cut", CutRoutes::cutEvery);
  }

  private static void half(Exchange exchange) throws IOException {
    long size = exchange.query().number("size", SIZE, 1, 1L << 40);
    exchange.send(exchange.head(200).type(LabFile.TYPE).length(size));
    exchange.writeLabBytes(0, exchange.query().number("bytes", size / 2, 0, size));
  }

  private static void closeMid(Exchange exchange) throws IOException {
    half(exchange);
    exchange.cut();
  }

  private static void resetMid(Exchange exchange) throws IOException {
    half(exchange);
    exchange.reset();
  }

  private static void closeMidChunk(Exchange exchange) throws IOException {
    exchange.send(exchange.head(200).type(LabFile.TYPE).field("Transfer-Encoding", "chunked"));
    exchange.write(BodyRoutes.chunk(0, 1_000));
    exchange.write("3e8\r\n");
    exchange.writeLabBytes(1_000, 1_500);
    exchange.cut();
  }

  private static void keepAliveThenClose(Exchange exchange) throws IOException {
    exchange.closeWhenIdle((int) exchange.query().number("ms", IDLE_MILLIS, 1, 3_600_000));
    exchange.sendText(200, FileRoutes.HELLO);
  }

  private static void stale(Exchange exchange) throws IOException {
    exchange.closeOnNextRequest();
    exchange.sendText(200, FileRoutes.HELLO);
  }

  /// A file with ranges, of which no connection brings more than so much.
  private static void cutEvery(Exchange exchange) throws IOException {
    LabFile file = LabFile.asked(exchange, 4L << 20);
    long every = exchange.query().number("every", 1L << 20, 1, 1L << 40);
    boolean reset = exchange.query().number("reset", 0, 0, 1) == 1;
    file.body(file.body().cutAfter(every, reset)).send(exchange);
  }
}
