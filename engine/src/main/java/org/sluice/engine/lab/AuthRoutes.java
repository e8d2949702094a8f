package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Files that only the user of [LabSecrets] gets, in every way to ask for a name and password.
final class AuthRoutes {
  private static final byte[] REFUSAL =
      "Only with name and password.\n".getBytes(StandardCharsets.US_ASCII);

  private AuthRoutes() {}

  static void addTo(Routes routes) {
    routes.on("/auth/basic", AuthRoutes::basic);
    routes.on("/auth/bearer", AuthRoutes::bearer);
    digest(routes, "/auth/digest", new LabDigest("MD5", true), "");
    digest(routes, "/auth/digest-sess", new LabDigest("MD5-sess", true), "");
    digest(routes, "/auth/digest-sha256", new LabDigest("SHA-256", true), "");
    digest(routes, "/auth/digest-sha256-sess", new LabDigest("SHA-256-sess", true), "");
    digest(routes, "/auth/digest-old", new LabDigest("", false), "");
    digest(routes, "/auth/digest-stale", new LabDigest("MD5", true), "stale");
    LabDigest endless = new LabDigest("MD5", true);
    routes.on("/auth/digest-endless", e -> refuse(e, endless.challenge("stale", true)));
    LabDigest weak = new LabDigest("MD5", true);
    LabDigest strong = new LabDigest("SHA-256", true);
    routes.on(
        "/auth/any",
        exchange -> {
          if (strong.judge(exchange.request().method(), given(exchange))
              == LabDigest.Verdict.RIGHT) {
            letIn(exchange);
          } else {
            String all = "Negotiate, Basic realm=\"lab\", " + weak.challenge("", false);
            refuse(exchange, all, strong.challenge("", false));
          }
        });
  }

  private static void basic(Exchange exchange) throws IOException {
    if (given(exchange).equals(LabSecrets.basic())) {
      letIn(exchange);
    } else {
      refuse(exchange, "Basic realm=\"lab\", charset=\"UTF-8\"");
    }
  }

  private static void bearer(Exchange exchange) throws IOException {
    if (given(exchange).equals("Bearer " + LabSecrets.TOKEN)) {
      letIn(exchange);
    } else {
      refuse(exchange, "Bearer realm=\"lab\"");
    }
  }

  /// @param firstNonce the kind of the nonces that are given to newcomers
  private static void digest(Routes routes, String path, LabDigest digest, String firstNonce) {
    routes.on(
        path,
        exchange -> {
          switch (digest.judge(exchange.request().method(), given(exchange))) {
            case RIGHT -> letIn(exchange);
            case STALE -> refuse(exchange, digest.challenge("", true));
            case WRONG -> refuse(exchange, digest.challenge(firstNonce, false));
          }
        });
  }

  private static String given(Exchange exchange) {
    return exchange.request().header("Authorization").orElse("");
  }

  private static void letIn(Exchange exchange) throws IOException {
    exchange.sendText(200, FileRoutes.HELLO);
  }

  private static void refuse(Exchange exchange, String... challenges) throws IOException {
    ResponseHead head = exchange.head(401).type(Exchange.TEXT);
    List.of(challenges).forEach(value -> head.field("WWW-Authenticate", value));
    exchange.send(head, REFUSAL);
  }
}
