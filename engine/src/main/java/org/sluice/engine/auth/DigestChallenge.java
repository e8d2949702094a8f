package org.sluice.engine.auth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a server says for Digest.
///
/// **Source**: RFC 7616, 3.3; RFC 2617, 3.2.1.
///
/// @param nonce the server's number, as it came
/// @param opaque to be sent back as it is; null for none
/// @param named whether the server named the algorithm; one that did not may not know the word
/// @param qopAuth whether it understands `qop=auth`; false is the way of RFC 2069
/// @param userhash it wants a hash of the name instead of the name (3.4.4)
/// @param stale the answer was right, only the nonce is too old
public record DigestChallenge(
    String realm,
    String nonce,
    @Nullable String opaque,
    DigestAlgorithm algorithm,
    boolean named,
    boolean qopAuth,
    boolean stale,
    boolean userhash) {

  /// Reads a challenge; empty if it is no Digest, or one that cannot be answered.
  public static Optional<DigestChallenge> of(Challenge challenge) {
    String nonce = challenge.parameter("nonce");
    if (!challenge.is("Digest") || nonce == null) {
      return Optional.empty();
    }
    String name = challenge.parameter("algorithm");
    String qop = challenge.parameter("qop");
    boolean auth = qop != null && hasAuth(qop);
    Optional<DigestAlgorithm> algorithm =
        name == null ? Optional.of(DigestAlgorithm.MD5) : DigestAlgorithm.named(name);
    if (algorithm.isEmpty() || (qop != null && !auth)) {
      return Optional.empty();
    }
    String realm = challenge.parameter("realm");
    return Optional.of(
        new DigestChallenge(
            realm == null ? "" : realm,
            nonce,
            challenge.parameter("opaque"),
            algorithm.get(),
            name != null,
            auth,
            "true".equalsIgnoreCase(challenge.parameter("stale")),
            "true".equalsIgnoreCase(challenge.parameter("userhash"))));
  }

  private static boolean hasAuth(String qop) {
    for (String option : qop.split(",", -1)) {
      if (option.strip().equalsIgnoreCase("auth")) {
        return true;
      }
    }
    return false;
  }
}
