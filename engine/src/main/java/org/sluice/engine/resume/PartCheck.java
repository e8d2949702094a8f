package org.sluice.engine.resume;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.ContentCoding;
import org.sluice.engine.http.ContentRange;
import org.sluice.engine.http.MediaType;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Validators;
import org.sluice.engine.range.Span;
import org.sluice.engine.resume.AnswerDecision.Extent;
import org.sluice.engine.resume.AnswerDecision.NoRangesWhy;
import org.sluice.engine.resume.Likeness.Match;

/// What a 206 is: the part that was asked for, of the file that it was asked of, or a lie.
final class PartCheck {
  private PartCheck() {}

  static AnswerDecision decide(Expected expected, ResponseHead head, boolean pagesWelcome) {
    String value = head.header("Content-Range");
    if (MediaType.of(head).equals("multipart/byteranges")) {
      return useless(expected, NoRangesWhy.MULTIPART, "The server sent several parts in one body");
    }
    ContentRange part = value == null ? null : ContentRange.parse(value).orElse(null);
    if (part == null) {
      return useless(
          expected,
          NoRangesWhy.NO_CONTENT_RANGE,
          value == null
              ? "The server sent a part and did not say which"
              : "The server named its part in words of no sense: \"" + shown(value) + "\"");
    }
    AnswerDecision lie = lie(expected, head, part);
    return lie == null ? judge(expected, head, part, pagesWelcome) : lie;
  }

  private static @Nullable AnswerDecision lie(
      Expected expected, ResponseHead head, ContentRange part) {
    if (part.first() != expected.sent().from()) {
      return useless(
          expected,
          NoRangesWhy.WRONG_START,
          "Asked for the bytes from "
              + expected.sent().from()
              + " on, the server sent those from "
              + part.first()
              + " on");
    }
    if (head.contentLength() >= 0 && head.contentLength() != part.length()) {
      return useless(
          expected,
          NoRangesWhy.WRONG_LENGTH,
          "The server named a part of "
              + part.length()
              + " bytes and sent "
              + head.contentLength());
    }
    return null;
  }

  private static AnswerDecision judge(
      Expected expected, ResponseHead head, ContentRange part, boolean pagesWelcome) {
    Validators seen = Seen.of(head);
    Likeness like = Likeness.of(expected.known(), seen);
    String coding = ContentCoding.of(head);
    if (coding != null) {
      return encoded(expected, head, part, coding);
    }
    if (!pagesWelcome && !like.isProven() && Pages.isUnexpected(expected, head)) {
      return WholeCheck.page(expected);
    }
    if (like.length() == Match.DIFFERENT) {
      return like.tag() == Match.STRONG
          ? useless(
              expected,
              NoRangesWhy.WRONG_TOTAL,
              "The server gave the same file another length: " + lengths(expected, seen))
          : new AnswerDecision.Changed(
              seen, "The file on the server has another length now: " + lengths(expected, seen));
    }
    return switch (expected.basis()) {
      case FRESH -> take(expected, part, seen, Proof.NOT_NEEDED, "The server sends parts");
      case THIS_RUN ->
          like.isContradicted()
              ? compare(seen, "The server called the file by another name in the middle of it")
              : take(expected, part, seen, Proof.NOT_NEEDED, "The part that was asked for");
      case EARLIER_RUN -> earlier(expected, like, part, seen);
      case OTHER_ADDRESS ->
          compare(seen, "The file comes from another address, so samples are compared first");
    };
  }

  private static AnswerDecision earlier(
      Expected expected, Likeness like, ContentRange part, Validators seen) {
    if (like.tag() == Match.STRONG) {
      return proven(expected, part, seen, "The server's strong entity tag is the same");
    }
    if (like.isContradicted()) {
      return compare(
          seen, "The server's validators changed though the length did not; samples will tell");
    }
    if (expected.sent().condition() != Condition.NONE && like.date().isSame()) {
      return proven(expected, part, seen, "The server says that the file did not change");
    }
    if (like.isProven()) {
      return proven(
          expected, part, seen, "Length and date of the last change are the same, and old enough");
    }
    return compare(seen, "Nothing that the server said proves that the file is the same");
  }

  private static AnswerDecision proven(
      Expected expected, ContentRange part, Validators seen, String reason) {
    return take(expected, part, seen, new Proof(Proof.Level.PROVEN, reason), reason);
  }

  private static AnswerDecision take(
      Expected expected, ContentRange part, Validators seen, Proof proof, String reason) {
    long total = part.total() >= 0 ? part.total() : expected.known().length();
    long wantedTo = expected.sent().to();
    if (wantedTo == RangeRequest.TO_END) {
      wantedTo = total >= 0 ? total : part.to();
    } else if (total >= 0) {
      wantedTo = Math.min(wantedTo, total);
    }
    Extent extent = Extent.EXACT;
    String also = "";
    if (part.to() > wantedTo) {
      extent = Extent.LONGER;
      also = ", and more, which is not read";
    } else if (part.to() < wantedTo) {
      extent = Extent.SHORTER;
      also = ", but less of it; the rest is asked for again";
    }
    Span span = new Span(part.first(), Math.min(part.to(), wantedTo));
    Validators whole =
        new Validators(total, seen.etag(), seen.lastModified(), seen.date(), seen.contentType());
    return new AnswerDecision.TakeBody(span, total, extent, whole, proof, reason + also);
  }

  /// A compressed body is of use only whole.
  private static AnswerDecision encoded(
      Expected expected, ResponseHead head, ContentRange part, String coding) {
    if (expected.basis() == Basis.FRESH && part.first() == 0 && part.to() == part.total()) {
      return WholeCheck.encoded(head, part.total(), coding);
    }
    return useless(
        expected, NoRangesWhy.ENCODED, "The server sent a part of a compressed body: " + coding);
  }

  private static AnswerDecision compare(Validators seen, String reason) {
    return new AnswerDecision.CompareFirst(seen, false, false, reason);
  }

  private static AnswerDecision useless(Expected expected, NoRangesWhy why, String reason) {
    return Remedies.without(expected, why, false, reason);
  }

  private static String lengths(Expected expected, Validators seen) {
    return expected.known().length() + " bytes before, " + seen.length() + " bytes now";
  }

  private static String shown(String value) {
    return value.length() > 80 ? value.substring(0, 80) + "…" : value;
  }
}
