package org.sluice.engine.download;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.RetryAfter;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.resume.AnswerDecision;
import org.sluice.engine.retry.Failure;
import org.sluice.engine.retry.FailureKind;

/// What went wrong, in the words of the retry policy.
final class Failures {
  private Failures() {}

  /// Of an answer whose body is not wanted; null if it is no failure but wants another way to go
  /// on.
  static @Nullable Failure of(AnswerDecision verdict) {
    return switch (verdict) {
      case AnswerDecision.TakeBody _,
          AnswerDecision.TakeWhole _,
          AnswerDecision.CompareFirst _,
          AnswerDecision.NotSatisfiable _ ->
          null;
      case AnswerDecision.NoRanges none ->
          none.remedy() == AnswerDecision.Remedy.ASK_USER
              ? Failure.of(FailureKind.NO_RANGES, none.reason())
              : null;
      case AnswerDecision.Changed changed -> Failure.of(FailureKind.CHANGED, changed.reason());
      case AnswerDecision.WebPage page ->
          Failure.of(page.signIn() ? FailureKind.SIGN_IN : FailureKind.WEB_PAGE, page.reason());
      case AnswerDecision.NeedsCredentials needs ->
          Failure.of(FailureKind.NEEDS_CREDENTIALS, needs.reason());
      case AnswerDecision.Expired expired -> Failure.of(FailureKind.EXPIRED, expired.reason());
      case AnswerDecision.Refused refused -> Failure.of(FailureKind.REFUSED, refused.reason());
      case AnswerDecision.TooMany many ->
          of(FailureKind.TOO_MANY, many.reason(), many.retryAfter());
      case AnswerDecision.Busy busy -> of(FailureKind.BUSY, busy.reason(), busy.retryAfter());
      case AnswerDecision.ServerError error ->
          of(FailureKind.SERVER_ERROR, error.reason(), error.retryAfter());
    };
  }

  private static Failure of(FailureKind kind, String sentence, Optional<RetryAfter> wait) {
    return new Failure(kind, sentence, wait);
  }

  /// Of a transfer that broke.
  static Failure of(TransferErrorCode code, TransferInfo info) {
    String error = info.error();
    return Failure.of(FailureKind.of(code, info.httpStatus()), error == null ? code.text() : error);
  }

  static Failure of(DiskFailure failure) {
    FailureKind kind =
        failure.kind().stopsVolume()
            ? FailureKind.DISK_FULL
            : failure.kind() == DiskFailure.Kind.NAME_TAKEN
                ? FailureKind.NAME_TAKEN
                : FailureKind.CANNOT_WRITE;
    return Failure.of(kind, failure.sentence());
  }
}
