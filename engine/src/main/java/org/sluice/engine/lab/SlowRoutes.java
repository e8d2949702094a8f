package org.sluice.engine.lab;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// Answers that take their time, or never come.
///
/// **Units** `ms` in milliseconds, `rate` in bytes per second, sizes as in [Query].
final class SlowRoutes {
  private static final long SIZE_MAX = 1L << 40;
  private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

  private SlowRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/drip", SlowRoutes::drip);
    routes.on("/throttled", SlowRoutes::throttled);
    routes.on("/throttled/", SlowRoutes::throttled); // a name may follow
    routes.on("/slowstart", SlowRoutes::slowStart);
    routes.on("/silent", Exchange::holdUntilClientCloses);
    routes.on("/stalled-head", SlowRoutes::stalledHead);
    routes.on("/stall", SlowRoutes::stall);
  }

  private static void drip(Exchange exchange) throws IOException {
    long size = exchange.query().number("bytes", 40, 0, SIZE_MAX);
    long gap = exchange.query().number("ms", 50, 0, DAY_MILLIS);
    exchange.send(exchange.head(200).type(LabFile.TYPE).length(size));
    for (long offset = 0; offset < size && !exchange.isHead(); offset++) {
      exchange.pause(gap);
      exchange.writeLabBytes(offset, offset + 1);
    }
  }

  private static void throttled(Exchange exchange) throws IOException {
    long size = exchange.query().number("size", 1L << 20, 0, SIZE_MAX);
    long rate = exchange.query().number("rate", 256L << 10, 1, 1L << 40);
    LabFile.of(size).body(LabBody.paced(rate)).send(exchange);
  }

  private static void slowStart(Exchange exchange) throws IOException {
    exchange.pause(exchange.query().number("ms", 150, 0, DAY_MILLIS));
    exchange.sendText(200, "done");
  }

  private static void stalledHead(Exchange exchange) throws IOException {
    exchange.write(exchange.head(200).type(LabFile.TYPE).unfinished());
    exchange.holdUntilClientCloses();
  }

  private static void stall(Exchange exchange) throws IOException {
    long size = exchange.query().number("size", 1_000, 1, SIZE_MAX);
    long bytes = exchange.query().number("bytes", size / 2, 0, size);
    exchange.send(exchange.head(200).type(LabFile.TYPE).length(size));
    exchange.writeLabBytes(0, bytes);
    exchange.holdUntilClientCloses();
  }
}
