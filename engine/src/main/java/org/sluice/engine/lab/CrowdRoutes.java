package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A file that is given only so many times at once, or not at once.
///
/// Each connection has its own rate, so that more of them would pay.
final class CrowdRoutes {
  private static final long SIZE = 4L << 20;
  private static final long RATE = 1L << 20;

  private final Memory memory;

  private CrowdRoutes(Memory memory) {
    this.memory = memory;
  }

  static void addTo(Routes routes, Memory memory) {
    CrowdRoutes crowd = new CrowdRoutes(memory);
    routes.on("/crowded", crowd::crowded);
    routes.on("/crowded-reset", crowd::crowdedReset);
    routes.on("/busy", crowd::busy);
  }

  /// Above `most` at once the answer is `status`, with `retry` as its Retry-After if there is one.
  private void crowded(Exchange exchange) throws IOException {
    long status = exchange.query().number("status", 429, 400, 599);
    long retry = exchange.query().number("retry", -1, -1, 604_800);
    inTurn(exchange, () -> refuse(exchange, (int) status, retry));
  }

  private void crowdedReset(Exchange exchange) throws IOException {
    inTurn(exchange, exchange::reset);
  }

  /// What happens to one too many.
  private interface Refusal {
    void run() throws IOException;
  }

  private void inTurn(Exchange exchange, Refusal refusal) throws IOException {
    long most = exchange.query().number("most", 2, 0, 1_000);
    String key = Memory.key(exchange, "key");
    try {
      if (memory.add(key, 1) > most) {
        refusal.run();
      } else {
        long size = exchange.query().number("size", SIZE, 0, 1L << 40);
        LabFile.of(size).paced(exchange, RATE).send(exchange);
      }
    } finally {
      memory.add(key, -1);
    }
  }

  /// Not the first `fails` times, but then as often as you like.
  private void busy(Exchange exchange) throws IOException {
    long fails = exchange.query().number("fails", 1, 0, 1_000_000);
    if (memory.add(Memory.key(exchange, "key"), 1) <= fails) {
      refuse(exchange, 503, exchange.query().number("retry", 1, -1, 604_800));
    } else {
      LabFile.asked(exchange, 1L << 20).send(exchange);
    }
  }

  private static void refuse(Exchange exchange, int status, long retry) throws IOException {
    ResponseHead head = exchange.head(status).type(Exchange.TEXT);
    if (retry >= 0) {
      head.field("Retry-After", Long.toString(retry));
    }
    exchange.send(head, "Too many at once.\n".getBytes(StandardCharsets.US_ASCII));
  }
}
