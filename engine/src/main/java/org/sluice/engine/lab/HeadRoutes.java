package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Response heads that are too large, too many, or without an end.
final class HeadRoutes {
  private static final int LINES_AT_ONCE = 64;

  private HeadRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/huge-header", HeadRoutes::huge);
    routes.on("/many-headers", HeadRoutes::many);
    routes.on("/endless-headers", HeadRoutes::endless);
    routes.on("/endless-early", HeadRoutes::endlessEarly);
    routes.on("/unfinished-head", HeadRoutes::unfinished);
  }

  private static void huge(Exchange exchange) throws IOException {
    int size = (int) exchange.query().number("size", 256 << 10, 0, 64 << 20);
    answer(exchange, exchange.head(200).field("X-Lab-Huge", "h".repeat(size)));
  }

  private static void many(Exchange exchange) throws IOException {
    long count = exchange.query().number("n", 5_000, 0, 1_000_000);
    ResponseHead head = exchange.head(200);
    for (long i = 1; i <= count; i++) {
      head.field("X-Lab-" + i, "one of many");
    }
    answer(exchange, head);
  }

  private static void answer(Exchange exchange, ResponseHead head) throws IOException {
    exchange.send(head.type(Exchange.TEXT), FileRoutes.HELLO.getBytes(StandardCharsets.US_ASCII));
  }

  private static void endless(Exchange exchange) throws IOException {
    exchange.write(exchange.head(200).unfinished());
    for (long number = 0; ; number += LINES_AT_ONCE) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < LINES_AT_ONCE; i++) {
        lines.append("X-Lab-").append(number + i).append(": and one more\r\n");
      }
      exchange.write(lines.toString());
    }
  }

  private static void endlessEarly(Exchange exchange) throws IOException {
    byte[] early = ResponseHead.bare("HTTP/1.1", 103).field("Link", "</small>").finished();
    while (true) {
      exchange.write(early);
    }
  }

  private static void unfinished(Exchange exchange) throws IOException {
    exchange.write(exchange.head(200).type(Exchange.TEXT).unfinished());
    exchange.cut();
  }
}
