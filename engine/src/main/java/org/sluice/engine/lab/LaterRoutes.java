package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Files that are not the same, or not there, at a later request.
///
/// Each turns after so many requests (`after`), or as soon as `/switch` is asked for with the same
/// `key`.
final class LaterRoutes {
  private static final long SIZE = 1L << 20;
  private static final long LOOK_MILLIS = 10;
  private static final String LATER = "Fri, 02 Jan 2026 00:00:00 GMT";
  private static final String LOGIN =
      """
      <!DOCTYPE html>
      <html lang="en"><head><title>Sign in</title></head>
      <body><h1>Please sign in</h1></body></html>
      """;

  private final Memory memory;

  private LaterRoutes(Memory memory) {
    this.memory = memory;
  }

  static void addTo(Routes routes, Memory memory) {
    LaterRoutes later = new LaterRoutes(memory);
    routes.on("/switch", later::turn);
    routes.on("/ranges-stop", later::rangesStop);
    routes.on("/held", later::held);
    routes.on("/one-time", later::oneTime);
    routes.on("/login-later", later::loginLater);
    routes.on("/expiring", later::expiring);
    routes.on("/changed", later::changed);
    routes.on("/portal", later::portal);
    routes.on("/511", exchange -> login(exchange, 511));
  }

  private static String switchOf(Exchange exchange) {
    return "/switch " + exchange.query().text("key", "");
  }

  private void turn(Exchange exchange) throws IOException {
    int times = memory.add(switchOf(exchange), 1);
    exchange.sendText(200, "switched " + times + "\n");
  }

  /// Counts this request, and says whether it comes too late.
  private boolean isLate(Exchange exchange, long defaultAfter, String parameter)
      throws IOException {
    long after = exchange.query().number("after", defaultAfter, 0, 1_000_000_000);
    int request = memory.add(Memory.key(exchange, parameter), 1);
    return request > after || memory.count(switchOf(exchange)) > 0;
  }

  /// Every answer stops after `bytes`, and goes on when it is switched.
  private void held(Exchange exchange) throws IOException {
    long bytes = exchange.query().number("bytes", 1L << 16, 0, 1L << 40);
    LabBody body =
        (asked, from, to) -> {
          long stop = Math.min(to, from + bytes);
          asked.writeLabBytes(from, stop);
          while (stop < to && memory.count(switchOf(asked)) == 0) {
            asked.pause(LOOK_MILLIS);
          }
          asked.writeLabBytes(stop, to);
        };
    LabFile.asked(exchange, SIZE).body(body).send(exchange);
  }

  private void rangesStop(Exchange exchange) throws IOException {
    LabFile file = LabFile.asked(exchange, SIZE);
    if (isLate(exchange, 2, "key")) {
      file.sendWhole(exchange);
    } else {
      file.send(exchange);
    }
  }

  private void oneTime(Exchange exchange) throws IOException {
    long status = exchange.query().number("status", 410, 400, 599);
    if (isLate(exchange, 1, "key")) {
      exchange.sendText((int) status, "This address was good for one request.\n");
    } else {
      LabFile.asked(exchange, SIZE).send(exchange);
    }
  }

  private void expiring(Exchange exchange) throws IOException {
    if (isLate(exchange, 2, "token")) {
      exchange.sendText(403, "This link has expired; another token works.\n");
    } else {
      LabFile.asked(exchange, SIZE).send(exchange);
    }
  }

  private void loginLater(Exchange exchange) throws IOException {
    if (isLate(exchange, 1, "key")) {
      login(exchange, 200);
    } else {
      LabFile.asked(exchange, SIZE).send(exchange);
    }
  }

  /// The other way round: the network wants a sign-in until it is switched.
  private void portal(Exchange exchange) throws IOException {
    if (memory.count(switchOf(exchange)) == 0) {
      login(exchange, 511);
    } else {
      LabFile.asked(exchange, SIZE).send(exchange);
    }
  }

  private static void login(Exchange exchange, int status) throws IOException {
    exchange.send(
        exchange.head(status).type("text/html; charset=utf-8"),
        LOGIN.getBytes(StandardCharsets.US_ASCII));
  }

  /// Other bytes, and by default another tag and another date; `tags=0` takes both away, before and
  /// after. `grow` makes the new file longer, `ranges=0` gives no parts of either.
  private void changed(Exchange exchange) throws IOException {
    long size = exchange.query().number("size", SIZE, 0, 1L << 40);
    LabFile file = LabFile.of(size);
    if (isLate(exchange, 1, "key")) {
      long grown = size + exchange.query().number("grow", 0, 0, 1L << 40);
      file = file.size(grown).etag("\"lab-changed\"").modified(LATER).body(LabBody.OTHER);
    }
    if (exchange.query().number("tags", 1, 0, 1) == 0) {
      file = file.etag("").modified("");
    }
    file = file.paced(exchange, 0);
    if (exchange.query().number("ranges", 1, 0, 1) == 0) {
      file.sendWhole(exchange);
    } else {
      file.send(exchange);
    }
  }
}
