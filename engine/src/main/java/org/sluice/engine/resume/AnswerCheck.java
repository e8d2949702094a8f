package org.sluice.engine.resume;

import java.time.Instant;
import org.sluice.engine.http.ResponseHead;

/// What an answer to a request for a file, or a part of it, is.
///
/// **Source**: RFC 9110, 13.1.5, 14.4 and 15.
public final class AnswerCheck {
  private AnswerCheck() {}

  /// Judges the head of the final response, before its body.
  ///
  /// @param now the wall clock, for Retry-After
  public static AnswerDecision decide(Expected expected, ResponseHead head, Instant now) {
    throw new UnsupportedOperationException("comes in the next commit");
  }
}
