package org.sluice.engine.lab;

import java.io.IOException;

/// Cookies that are set rightly and wrongly; `/echo` tells which came back.
final class CookieRoutes {
  private static final String SESSION = "lab-session=abc123; Path=/; HttpOnly; SameSite=Lax";

  private CookieRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/cookies/login", exchange -> redirect(exchange, "/echo", SESSION));
    routes.on("/cookies/away", CookieRoutes::away);
    routes.on("/cookies/set", exchange -> ok(exchange, SESSION, "lab-kept=1; Max-Age=3600"));
    routes.on("/cookies/delete", exchange -> ok(exchange, "lab-session=; Path=/; Max-Age=0"));
    routes.on("/cookies/many", CookieRoutes::many);
    routes.on(
        "/cookies/bad",
        exchange ->
            ok(
                exchange,
                "lab-other=1; Domain=example.com",
                "lab-everybody=1; Domain=com",
                "__Host-lab=1; Path=/",
                "lab-nothing",
                "=lab-nameless"));
  }

  private static void ok(Exchange exchange, String... cookies) throws IOException {
    ResponseHead head = exchange.head(200).type(Exchange.TEXT);
    for (String cookie : cookies) {
      head.field("Set-Cookie", cookie);
    }
    exchange.send(head, new byte[0]);
  }

  private static void redirect(Exchange exchange, String location, String cookie)
      throws IOException {
    exchange.send(
        exchange.head(302).field("Location", location).field("Set-Cookie", cookie), new byte[0]);
  }

  /// To the same machine by another name, which is another host.
  private static void away(Exchange exchange) throws IOException {
    String there = exchange.uri(exchange.request().origin(), "/echo").toString();
    redirect(exchange, there.replace("127.0.0.1", "localhost"), SESSION);
  }

  private static void many(Exchange exchange) throws IOException {
    String[] cookies = new String[60];
    for (int i = 0; i < cookies.length; i++) {
      cookies[i] = "lab-" + i + "=" + i + "; Path=/";
    }
    ok(exchange, cookies);
  }
}
