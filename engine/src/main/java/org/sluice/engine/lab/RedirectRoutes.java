package org.sluice.engine.lab;

import java.io.IOException;

/// Redirects: good ones, endless ones and some that must not be followed.
final class RedirectRoutes {
  private static final int CHAIN_MAX = 1_000;

  private RedirectRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/redir", exchange -> redirect(exchange, "/small"));
    routes.on("/redir-chain/", RedirectRoutes::chain);
    routes.on(
        "/redir-port",
        exchange -> redirect(exchange, exchange.uri(otherPort(exchange), "/small").toString()));
    routes.on("/redir-host", RedirectRoutes::otherHost);
    routes.on("/redir-upload", exchange -> redirect(exchange, "/upload"));
    routes.on("/redir-relative", exchange -> redirect(exchange, "./x/../small"));
    routes.on("/redir-loop", exchange -> redirect(exchange, "/redir-loop"));
    routes.on("/redir-nowhere", exchange -> exchange.send(exchange.head(302), new byte[0]));
    routes.on("/redir-file", exchange -> redirect(exchange, "file:///etc/passwd"));
    routes.on("/redir-ftp", exchange -> redirect(exchange, "ftp://127.0.0.1/small"));
    routes.on(
        "/redir-https",
        exchange -> redirect(exchange, exchange.uri(LabOrigin.HTTPS, "/small").toString()));
    routes.on(
        "/redir-http",
        exchange -> redirect(exchange, exchange.uri(LabOrigin.HTTP, "/small").toString()));
  }

  private static void chain(Exchange exchange) throws IOException {
    long left = Query.size(exchange.tail());
    if (left > CHAIN_MAX) {
      throw new BadRequestException("a chain has at most 1000 links");
    }
    redirect(exchange, left <= 1 ? "/small" : "/redir-chain/" + (left - 1));
  }

  /// Another name for the same machine, so that the host differs and the server does not.
  private static void otherHost(Exchange exchange) throws IOException {
    String address = exchange.uri(exchange.request().origin(), "/echo").toString();
    redirect(exchange, address.replace("127.0.0.1", "localhost"));
  }

  private static LabOrigin otherPort(Exchange exchange) {
    LabOrigin here = exchange.request().origin();
    if (here.secure()) {
      return here == LabOrigin.HTTPS_TLS13 ? LabOrigin.HTTPS : LabOrigin.HTTPS_TLS13;
    }
    return here == LabOrigin.HTTP_OTHER ? LabOrigin.HTTP : LabOrigin.HTTP_OTHER;
  }

  /// The status is 302, or what `?status=` says: 301, 303, 307, 308.
  private static void redirect(Exchange exchange, String location) throws IOException {
    int status = (int) exchange.query().number("status", 302, 300, 308);
    exchange.send(
        exchange.head(status).type(Exchange.TEXT).field("Location", location), new byte[0]);
  }
}
