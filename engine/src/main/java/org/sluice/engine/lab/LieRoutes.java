package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bodies whose length, frame or coding is not what the head says.
final class LieRoutes {
  private LieRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/length-too-long", exchange -> length(exchange, "20"));
    routes.on("/length-too-short", exchange -> length(exchange, "5"));
    routes.on("/length-conflict", exchange -> length(exchange, "13\r\nContent-Length: 20"));
    routes.on("/length-garbage", exchange -> length(exchange, "thirteen"));
    routes.on("/length-and-chunked", LieRoutes::lengthAndChunked);
    routes.on("/chunk-garbage", LieRoutes::chunkGarbage);
    routes.on("/chunk-lf", LieRoutes::chunkLf);
    routes.on("/gzip-broken", LieRoutes::gzipBroken);
    routes.on("/garbage", LieRoutes::garbage);
  }

  private static void length(Exchange exchange, String value) throws IOException {
    exchange.closeAfter();
    ResponseHead head = ResponseHead.of(200).type(Exchange.TEXT).field("Content-Length", value);
    exchange.write(head.with(FileRoutes.HELLO.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void lengthAndChunked(Exchange exchange) throws IOException {
    exchange.closeAfter();
    exchange.send(exchange.head(200).length(13).field("Transfer-Encoding", "chunked"));
    exchange.write("d\r\n" + FileRoutes.HELLO + "\r\n0\r\n\r\n");
  }

  private static void chunkGarbage(Exchange exchange) throws IOException {
    exchange.closeAfter();
    exchange.send(exchange.head(200).field("Transfer-Encoding", "chunked"));
    exchange.write("d\r\n" + FileRoutes.HELLO + "\r\nzz\r\nwhat?\r\n0\r\n\r\n");
  }

  /// Keeps the connection: whether to use it again is up to the client.
  private static void chunkLf(Exchange exchange) throws IOException {
    exchange.send(exchange.head(200).field("Transfer-Encoding", "chunked"));
    exchange.write("d\n" + FileRoutes.HELLO + "\n0\n\n");
  }

  private static void gzipBroken(Exchange exchange) throws IOException {
    byte[] whole = BodyRoutes.gzipBytes();
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    exchange.send(exchange.head(200).type(Exchange.TEXT).field("Content-Encoding", "gzip"), half);
  }

  private static void garbage(Exchange exchange) throws IOException {
    exchange.closeAfter();
    exchange.write("220 this is no web server\r\n\0\1\2 at all\r\n\r\n");
  }
}
