package org.sluice.engine.resume;

import org.sluice.engine.http.ContentCoding;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Validators;
import org.sluice.engine.resume.AnswerDecision.Changed;
import org.sluice.engine.resume.AnswerDecision.CompareFirst;
import org.sluice.engine.resume.AnswerDecision.NoRangesWhy;
import org.sluice.engine.resume.AnswerDecision.Ranges;
import org.sluice.engine.resume.AnswerDecision.TakeWhole;
import org.sluice.engine.resume.Likeness.Match;

/// What a 200 is: the file, the file though a part was asked for, another file, or a page.
final class WholeCheck {
  private WholeCheck() {}

  static AnswerDecision decide(Expected expected, ResponseHead head, boolean pagesWelcome) {
    String coding = ContentCoding.of(head);
    Validators seen = Seen.of(head);
    Likeness like = Likeness.of(expected.known(), seen);
    boolean fresh = expected.basis() == Basis.FRESH;
    if (!pagesWelcome && like.tag() != Match.STRONG && Pages.isUnexpected(expected, head)) {
      return page(expected);
    }
    if (fresh) {
      return coding == null ? first(head, seen) : encoded(head, head.contentLength(), coding);
    }
    if (coding != null && head.contentLength() != expected.known().length()) {
      return Remedies.without(
          expected, NoRangesWhy.ENCODED, false, "The server compressed the file now: " + coding);
    }
    if (like.length() == Match.DIFFERENT) {
      return new Changed(
          seen,
          "The file on the server has another length now: "
              + expected.known().length()
              + " bytes before, "
              + seen.length()
              + " bytes now");
    }
    return again(expected, head, like, seen);
  }

  /// The first answer of a download.
  private static TakeWhole first(ResponseHead head, Validators seen) {
    String length = seen.length() < 0 ? "of unknown length" : "of " + seen.length() + " bytes";
    if (head.headers().hasToken("Accept-Ranges", "none") || head.isHttp10()) {
      return new TakeWhole(
          seen.length(), Ranges.NONE, seen, "The whole file " + length + "; it has no parts");
    }
    return head.headers().hasToken("Accept-Ranges", "bytes")
        ? new TakeWhole(
            seen.length(),
            Ranges.OFFERED,
            seen,
            "The whole file " + length + "; the server says that it has parts too")
        : new TakeWhole(
            seen.length(),
            Ranges.UNLIKELY,
            seen,
            "The whole file " + length + "; the server knows nothing of parts");
  }

  static TakeWhole encoded(ResponseHead head, long total, String coding) {
    return new TakeWhole(
        total,
        Ranges.NONE,
        Seen.with(head, total),
        "The body is compressed ("
            + coding
            + ") though that was not asked for: one connection, and no resuming");
  }

  /// A 200 for a file of which something is here.
  private static AnswerDecision again(
      Expected expected, ResponseHead head, Likeness like, Validators seen) {
    RangeRequest sent = expected.sent();
    if (sent.from() == 0 && sent.to() == RangeRequest.TO_END && !contradicts(expected, like)) {
      return new TakeWhole(
          seen.length(),
          Ranges.UNLIKELY,
          seen,
          "The whole file; what is here already is passed over in its body");
    }
    boolean noParts = head.headers().hasToken("Accept-Ranges", "none");
    if (sent.condition() == Condition.NONE || (noParts && !contradicts(expected, like))) {
      return contradicts(expected, like)
          ? changed(like, seen)
          : Remedies.without(
              expected, NoRangesWhy.IGNORED, true, "The server ignored the range and sent all");
    }
    if (like.tag() == Match.STRONG
        || (sent.condition() == Condition.DATE && like.date().isSame())) {
      return new CompareFirst(
          seen,
          true,
          true,
          "The server did not take its own validator, which still holds; it is asked without");
    }
    if (like.length() != Match.STRONG) {
      return new Changed(
          seen, "The server says that the file changed, and gives no length to compare");
    }
    return new CompareFirst(
        seen,
        true,
        false,
        "The server says that the file changed, but its length did not; samples will tell");
  }

  /// At another address the other validators mean nothing.
  private static boolean contradicts(Expected expected, Likeness like) {
    return expected.basis() != Basis.OTHER_ADDRESS && like.isContradicted();
  }

  /// All came though a part was asked for, and it looks like another file.
  private static Changed changed(Likeness like, Validators seen) {
    return new Changed(
        seen,
        like.tag() == Match.DIFFERENT
            ? "The server has another entity tag for the file and sends no part to compare"
            : "The server has another date for the file and sends no part to compare");
  }

  static AnswerDecision page(Expected expected) {
    return new AnswerDecision.WebPage(
        false,
        expected.basis() == Basis.FRESH
            ? "The address is that of a file, but a web page came: perhaps a sign-in"
            : "A web page came where the file was before: perhaps a sign-in, or an address that"
                + " has expired");
  }
}
