package org.sluice.engine.error;

import java.util.List;
import java.util.stream.Collectors;

/// Why a server's certificate was refused, and what it was: enough to show, and to make an
/// exception for this one server and certificate.
///
/// @param host that the transfer wanted to speak to, of a server or a proxy
/// @param broken the rules that it breaks, the worst first; at least one
/// @param chain what the server showed, its own certificate first; may be empty
/// @param detail the words of the library that found it; may be empty
public record CertificateProblem(
    String host,
    int port,
    List<CertificateRule> broken,
    List<CertificateFacts> chain,
    String detail) {
  /// @throws IllegalArgumentException if no rule is broken
  public CertificateProblem {
    broken = List.copyOf(broken);
    chain = List.copyOf(chain);
    if (broken.isEmpty()) {
      throw new IllegalArgumentException("no rule is broken");
    }
  }

  /// The rule to speak of first.
  public CertificateRule rule() {
    return broken.getFirst();
  }

  /// One sentence for a person.
  public String sentence() {
    String rules =
        broken.stream().map(CertificateRule::words).collect(Collectors.joining("; and "));
    return "The certificate of "
        + host
        + " is not accepted: "
        + rules
        + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
