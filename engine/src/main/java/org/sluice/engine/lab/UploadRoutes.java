package org.sluice.engine.lab;

import java.io.IOException;

/// What a server can say to `Expect: 100-continue`.
final class UploadRoutes {
  private static final int THINKS_MILLIS = 100;

  private UploadRoutes() {}

  static void addTo(Routes routes) {
    routes.onUpload("/post100", UploadRoutes::saysContinue);
    routes.onUpload("/postno100", UploadRoutes::saysNothing);
    routes.onUpload("/post417", UploadRoutes::refuses);
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
}
