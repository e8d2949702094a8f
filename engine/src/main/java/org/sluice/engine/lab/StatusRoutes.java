package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sluice.engine.http.HttpDate;

/// Refusals in good form: status, reason and, where there is one, when to come again.
///
/// **Limits** failures are counted for at most 1,024 addresses of `/flaky`, then from the start.
final class StatusRoutes {
  private static final int COUNTED_MAX = 1_024;

  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  private StatusRoutes() {}

  static void addTo(Routes routes) {
    StatusRoutes statuses = new StatusRoutes();
    routes.on("/404", exchange -> exchange.sendText(404, "There is no such file.\n"));
    routes.on("/429", exchange -> refuse(exchange, 429, retryAfter(exchange, 2)));
    routes.on("/503", exchange -> refuse(exchange, 503, retryAfter(exchange, 1)));
    routes.on(
        "/503-date",
        exchange ->
            refuse(exchange, 503, HttpDate.format(Instant.now().plus(Duration.ofSeconds(2)))));
    routes.on("/status/", StatusRoutes::any);
    routes.on("/flaky", statuses::flaky);
  }

  private static String retryAfter(Exchange exchange, int seconds) throws BadRequestException {
    return Long.toString(exchange.query().number("after", seconds, 0, 86_400));
  }

  private static void refuse(Exchange exchange, int status, String retryAfter) throws IOException {
    exchange.send(
        exchange.head(status).type(Exchange.TEXT).field("Retry-After", retryAfter),
        "Come again later.\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static void any(Exchange exchange) throws IOException {
    long status = Query.size(exchange.tail());
    if (status < 200 || status > 599) {
      throw new BadRequestException("a status is 200 to 599");
    }
    exchange.sendText((int) status, "As you wish: " + status + "\n");
  }

  /// Fails so many times in a row for each target, then works once, and so on.
  private void flaky(Exchange exchange) throws IOException {
    long fails = exchange.query().number("fails", 2, 0, 1_000);
    if (failures.size() > COUNTED_MAX) {
      failures.clear();
    }
    int call = failures.merge(exchange.request().target(), 1, Integer::sum);
    if (call <= fails) {
      refuse(exchange, 503, "0");
    } else {
      failures.remove(exchange.request().target());
      exchange.sendText(200, FileRoutes.HELLO);
    }
  }
}
