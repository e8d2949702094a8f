package org.sluice.engine.http;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The ways of authentication that the engine speaks, the weakest first.
///
/// **Source**: RFC 7617 (Basic), RFC 7616 (Digest), RFC 6750 (Bearer).
public enum AuthScheme {
  /// The password itself, readable by whoever sees the request.
  BASIC,
  /// A hash of the password and a number of the server's.
  DIGEST,
  /// A token that was given out for this purpose only.
  BEARER;

  /// All of them: `CURLAUTH_ANY`, the strongest that is offered is taken.
  public static Set<AuthScheme> any() {
    return EnumSet.allOf(AuthScheme.class);
  }

  /// The scheme of this name, in any case.
  public static Optional<AuthScheme> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "basic" -> Optional.of(BASIC);
      case "digest" -> Optional.of(DIGEST);
      case "bearer" -> Optional.of(BEARER);
      default -> Optional.empty();
    };
  }
}
