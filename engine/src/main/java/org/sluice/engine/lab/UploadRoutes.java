package org.sluice.engine.lab;

import java.io.IOException;

/// What a server can say to an upload, and when.
final class UploadRoutes {
  private static final int THINKS_MILLIS = 100;

  /// The longest body that `/upload` sends back.
  private static final int ECHO_BYTES = 16 << 20;

  private UploadRoutes() {}

  static void addTo(Routes routes) {
    routes.onUpload("/post100", UploadRoutes::saysContinue);
    routes.onUpload("/postno100", UploadRoutes::saysNothing);
    routes.onUpload("/post417", UploadRoutes::refuses);
    routes.onUpload("/upload", UploadRoutes::echoes);
    routes.onUpload("/upload-full", UploadRoutes::full);
    routes.onUpload("/upload-answered", UploadRoutes::answersFirst);
    routes.onUpload("/upload-dropped", Exchange::reset);
  }

  private static void saysContinue(Exchange exchange) throws IOException {
    exchange.pause(THINKS_MILLIS);
    exchange.sendContinue();
    saysNothing(exchange);
  }

  private static void saysNothing(Exchange exchange) throws IOException {
    exchange.drainBody();
    exchange.sendText(200, "ok");
  }

  private static void refuses(Exchange exchange) throws IOException {
    exchange.closeAfter();
    exchange.sendText(417, "The lab takes no uploads here.\n");
  }

  private static void echoes(Exchange exchange) throws IOException {
    exchange.sendContinue();
    byte[] body = exchange.readBody(ECHO_BYTES);
    String type = exchange.request().header("Content-Type").orElse("application/octet-stream");
    exchange.send(
        exchange.head(200).type(type).field("X-Lab-Method", exchange.request().method()), body);
  }

  /// An error before the body is there; whoever goes on sending wastes it.
  private static void full(Exchange exchange) throws IOException {
    exchange.closeAfter();
    exchange.sendText(413, "The lab has no room for that.\n");
  }

  /// All of a good answer before the body is there, which is wanted all the same.
  private static void answersFirst(Exchange exchange) throws IOException {
    exchange.sendText(200, "ok");
    exchange.drainBody();
  }
}
