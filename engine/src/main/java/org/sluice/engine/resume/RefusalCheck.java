package org.sluice.engine.resume;

import java.time.Instant;
import java.util.Optional;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.RetryAfter;
import org.sluice.engine.resume.AnswerDecision.Busy;
import org.sluice.engine.resume.AnswerDecision.Expired;
import org.sluice.engine.resume.AnswerDecision.NeedsCredentials;
import org.sluice.engine.resume.AnswerDecision.Refused;
import org.sluice.engine.resume.AnswerDecision.ServerError;
import org.sluice.engine.resume.AnswerDecision.TooMany;
import org.sluice.engine.resume.AnswerDecision.WebPage;

/// What an answer is that brings nothing of the file.
///
/// **Source**: RFC 9110, 15; RFC 6585 (429, 511).
final class RefusalCheck {
  private RefusalCheck() {}

  static AnswerDecision decide(Expected expected, ResponseHead head, Instant now) {
    int status = head.status();
    Optional<RetryAfter> retryAfter = RetryAfter.of(head, now);
    return switch (status) {
      case 401 -> unauthorized(expected, head);
      case 407 -> new NeedsCredentials(true, "The proxy wants a name and a password");
      case 511 -> new WebPage(true, "The network wants a sign-in before it lets anything through");
      case 403, 404, 410 -> gone(expected, status, retryAfter);
      case 400 ->
          expected.basis() != Basis.FRESH && SignedAddress.looksSigned(expected.address())
              ? expired(status)
              : refused(head);
      case 202, 408, 420, 425, 429, 503, 509 -> busy(expected, status, retryAfter);
      case 501, 505 -> refused(head);
      default ->
          status >= 500
              ? new ServerError(status, retryAfter, "The server failed and answered " + words(head))
              : refused(head);
    };
  }

  /// Without a word on how to sign in, a 401 is a signature that has run out.
  private static AnswerDecision unauthorized(Expected expected, ResponseHead head) {
    boolean challenge = head.headers().has("WWW-Authenticate");
    return !challenge && SignedAddress.looksSigned(expected.address())
        ? expired(401)
        : new NeedsCredentials(false, "The server wants a name and a password");
  }

  private static AnswerDecision gone(
      Expected expected, int status, Optional<RetryAfter> retryAfter) {
    if (expected.othersRunning() > 0) {
      return tooMany(status, retryAfter);
    }
    if (retryAfter.isPresent()) {
      return busy(expected, status, retryAfter);
    }
    if (expected.basis() == Basis.FRESH && !SignedAddress.looksSigned(expected.address())) {
      return new Refused(status, "The server answered " + status + " and has no such file for us");
    }
    return expired(status);
  }

  private static AnswerDecision busy(
      Expected expected, int status, Optional<RetryAfter> retryAfter) {
    return expected.othersRunning() > 0
        ? tooMany(status, retryAfter)
        : new Busy(
            status, retryAfter, "The server answered " + status + ": not now, but perhaps later");
  }

  private static TooMany tooMany(int status, Optional<RetryAfter> retryAfter) {
    return new TooMany(
        status,
        retryAfter,
        "The server refuses a further connection with " + status + " while others go on");
  }

  private static Expired expired(int status) {
    return new Expired(
        status,
        "The server answered "
            + status
            + ": the address has expired. What is here is kept; a new address continues it");
  }

  private static Refused refused(ResponseHead head) {
    return new Refused(head.status(), "The server answered " + words(head));
  }

  private static String words(ResponseHead head) {
    return (head.status() + " " + head.reason()).strip();
  }
}
