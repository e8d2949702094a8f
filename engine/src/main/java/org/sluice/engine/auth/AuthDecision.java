package org.sluice.engine.auth;

import org.sluice.engine.http.AuthScheme;

/// What follows from a challenge.
public sealed interface AuthDecision {
  /// Ask again, with an answer.
  record Again(AuthScheme scheme, String reason) implements AuthDecision {}

  /// There is nothing more to say; the refusal is the answer.
  record GiveUp(String reason) implements AuthDecision {}
}
