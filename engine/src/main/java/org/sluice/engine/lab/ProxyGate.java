package org.sluice.engine.lab;

import java.util.Optional;

/// Who is let through the HTTP proxies of the lab.
///
/// **Threads** any.
final class ProxyGate {
  private final LabDigest digest = new LabDigest("MD5", true);

  /// The challenge for a request that has not said rightly who it is; empty to let it pass.
  Optional<String> challenge(LabRequest request) {
    String said = request.header("Proxy-Authorization").orElse("");
    return switch (request.origin()) {
      case PROXY_BASIC ->
          said.equals(LabSecrets.basic())
              ? Optional.empty()
              : Optional.of("Basic realm=\"lab proxy\"");
      case PROXY_DIGEST ->
          switch (digest.judge(request.method(), said)) {
            case RIGHT -> Optional.empty();
            case STALE -> Optional.of(digest.challenge("", true));
            case WRONG -> Optional.of(digest.challenge("", false));
          };
      default -> Optional.empty();
    };
  }
}
