package org.sluice.engine.resume;

import java.time.Instant;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Validators;

/// What an answer to a request for a file, or a part of it, is.
///
/// **Source**: RFC 9110, 13.1.5, 14.4 and 15.
public final class AnswerCheck {
  private AnswerCheck() {}

  /// Judges the head of the final response, before its body.
  ///
  /// @param now the wall clock, for Retry-After
  public static AnswerDecision decide(Expected expected, ResponseHead head, Instant now) {
    return decide(expected, head, now, false);
  }

  /// The same for a user who may have said that a web page is welcome where a file was expected.
  public static AnswerDecision decide(
      Expected expected, ResponseHead head, Instant now, boolean pagesWelcome) {
    return switch (head.status()) {
      case 206 -> PartCheck.decide(expected, head, pagesWelcome);
      case 416 -> NotSatisfiableCheck.decide(expected, head);
      case 202 -> RefusalCheck.decide(expected, head, now);
      case 204, 205 ->
          new AnswerDecision.Refused(
              head.status(), "The server answered " + head.status() + ", that there is no content");
      default ->
          head.status() >= 200 && head.status() < 300
              ? WholeCheck.decide(expected, head, pagesWelcome)
              : RefusalCheck.decide(expected, head, now);
    };
  }

  /// Judges the answer to a [RangeRequest#sample]: a [AnswerDecision.TakeBody] is the window that
  /// was asked for, of whatever file; its `seen` is for [ProofDecision#decide]. All else brings
  /// nothing to compare, but may be acted on like any answer: the whole file, for one, holds the
  /// window and all the rest.
  public static AnswerDecision sample(Expected expected, ResponseHead head, Instant now) {
    Validators known = expected.known();
    Validators nameless = new Validators(known.length(), null, null, null, known.contentType());
    return decide(
        new Expected(
            expected.sent(),
            Basis.THIS_RUN,
            nameless,
            expected.haveBytes(),
            expected.othersRunning(),
            expected.address()),
        head,
        now);
  }
}
