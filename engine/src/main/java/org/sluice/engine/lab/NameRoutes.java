package org.sluice.engine.lab;

import java.nio.charset.StandardCharsets;

/// File names in Content-Disposition, friendly and hostile.
///
/// **Source** RFC 6266 and RFC 8187.
final class NameRoutes {
  private NameRoutes() {}

  static void addTo(Routes routes) {
    named(routes, "/name-plain", "attachment; filename=\"report.txt\"");
    named(routes, "/name-traversal", "attachment; filename=\"../../../escaped.txt\"");
    named(
        routes,
        "/name-utf8",
        "attachment; filename=\"rates.txt\"; filename*=UTF-8''%E2%82%AC%20rates.txt");
    named(routes, "/name-reserved", "attachment; filename=\"CON.txt\"");
  }

  private static void named(Routes routes, String path, String disposition) {
    byte[] body = FileRoutes.HELLO.getBytes(StandardCharsets.US_ASCII);
    routes.on(
        path,
        exchange ->
            exchange.send(
                exchange.head(200).type(Exchange.TEXT).field("Content-Disposition", disposition),
                body));
  }
}
