package org.sluice.engine.resume;

import org.sluice.engine.resume.AnswerDecision.NoRanges;
import org.sluice.engine.resume.AnswerDecision.NoRangesWhy;
import org.sluice.engine.resume.AnswerDecision.Remedy;

/// How to go on where parts cannot be had.
final class Remedies {
  /// So many bytes may be fetched twice without asking the user.
  static final long CHEAP_BYTES = 64L << 20;

  private Remedies() {}

  /// @param bodyIsWhole whether this very body is the whole file, and the same file
  static NoRanges without(Expected expected, NoRangesWhy why, boolean bodyIsWhole, String reason) {
    if (expected.othersRunning() > 0) {
      return new NoRanges(
          why, Remedy.KEEP_RUNNING, reason + "; the connection that runs is left alone");
    }
    if (expected.haveBytes() > CHEAP_BYTES) {
      return new NoRanges(
          why,
          Remedy.ASK_USER,
          reason
              + "; to go on, all "
              + expected.haveBytes()
              + " bytes that are here would be fetched again");
    }
    return bodyIsWhole
        ? new NoRanges(
            why, Remedy.SKIP_READ, reason + "; what is here already is passed over in its body")
        : new NoRanges(
            why, Remedy.ASK_WHOLE, reason + "; the file is fetched in one piece instead");
  }
}
