package org.sluice.engine.retry;

import java.util.Optional;
import org.sluice.engine.http.RetryAfter;

/// One failure, as it is told to the policy.
///
/// @param sentence for a person, without a full stop
/// @param retryAfter what the server asked for
public record Failure(FailureKind kind, String sentence, Optional<RetryAfter> retryAfter) {
  public static Failure of(FailureKind kind, String sentence) {
    return new Failure(kind, sentence, Optional.empty());
  }
}
