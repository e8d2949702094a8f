package org.sluice.engine.resume;

import java.util.OptionalLong;
import org.sluice.engine.http.ContentRange;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.resume.AnswerDecision.Next;
import org.sluice.engine.resume.AnswerDecision.NotSatisfiable;

/// What a 416 means: that all is here, that the file shrank, or nothing.
///
/// **Source**: RFC 9110, 15.5.17.
final class NotSatisfiableCheck {
  private NotSatisfiableCheck() {}

  static NotSatisfiable decide(Expected expected, ResponseHead head) {
    String value = head.header("Content-Range");
    OptionalLong told = value == null ? OptionalLong.empty() : ContentRange.unsatisfiedTotal(value);
    long total = told.orElse(-1);
    long length = expected.known().length();
    long have = expected.haveBytes();
    if (expected.basis() == Basis.FRESH) {
      return total == 0
          ? new NotSatisfiable(total, Next.EMPTY, "The file has no byte")
          : again(total);
    }
    if (total >= 0 && (total < have || (length >= 0 && total != length))) {
      return new NotSatisfiable(
          total,
          Next.CHANGED,
          "The file on the server has " + total + " bytes now and is another one");
    }
    boolean complete = have > 0 && (total == have || (total < 0 && length == have));
    return complete
        ? new NotSatisfiable(total, Next.COMPLETE, "All " + have + " bytes are here already")
        : again(total);
  }

  private static NotSatisfiable again(long total) {
    return new NotSatisfiable(
        total,
        Next.ASK_WHOLE,
        "The server has no such part; it is asked for the whole file instead");
  }
}
