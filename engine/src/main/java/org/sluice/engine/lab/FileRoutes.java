package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Files that are served well, and a few whose resuming has a catch.
final class FileRoutes {
  static final String HELLO = "hello, world\n";

  private static final byte[] HELLO_BYTES = HELLO.getBytes(StandardCharsets.US_ASCII);
  private static final long CATCH_BYTES = 1L << 20;
  private static final Map<String, Long> ALIASES =
      Map.of(
          "/100k",
          100L << 10,
          "/600k",
          600L << 10,
          "/1m",
          1L << 20,
          "/10m",
          10L << 20,
          "/1g",
          1L << 30);

  private FileRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/small", FileRoutes::small);
    routes.on("/x", exchange -> exchange.sendText(200, "hello"));
    routes.on("/echo", exchange -> exchange.sendText(200, exchange.request().text()));
    routes.on(
        "/bytes/", exchange -> LabFile.asked(exchange, Query.size(exchange.tail())).send(exchange));
    routes.on( // with a name of its own, as large as is asked for: /files/disk.iso?size=37m
        "/files/", exchange -> LabFile.asked(exchange, CATCH_BYTES).send(exchange));
    ALIASES.forEach(
        (path, size) -> routes.on(path, exchange -> LabFile.asked(exchange, size).send(exchange)));
    routes.on("/no-ranges", FileRoutes::noRanges);
    routes.on("/no-etag", LabFile.nameless(CATCH_BYTES)::send);
    AtomicLong version = new AtomicLong();
    routes.on(
        "/changing",
        exchange ->
            LabFile.of(CATCH_BYTES)
                .etag("\"lab-version-" + version.incrementAndGet() + "\"")
                .send(exchange));
    routes.on("/wrong-range", FileRoutes::wrongRange);
  }

  private static void small(Exchange exchange) throws IOException {
    exchange.send(
        exchange.head(200).type(Exchange.TEXT).field("ETag", "\"lab-small\""), HELLO_BYTES);
  }

  private static void noRanges(Exchange exchange) throws IOException {
    ResponseHead head = exchange.head(200).field("Accept-Ranges", "none");
    LabFile file = LabFile.asked(exchange, CATCH_BYTES);
    file.sendBytes(exchange, head.field("ETag", "\"lab-no-ranges\""), 0, file.size());
  }

  /// Whatever part is asked for, the first 1,000 bytes are the answer.
  private static void wrongRange(Exchange exchange) throws IOException {
    LabFile file = LabFile.of(CATCH_BYTES);
    if (exchange.request().header("Range").isEmpty()) {
      file.send(exchange);
    } else {
      file.sendPart(exchange, 0, 1_000);
    }
  }
}
