package org.sluice.engine.resume;

import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Proof.Level;
import org.sluice.engine.item.Validators;
import org.sluice.engine.resume.Likeness.Match;
import org.sluice.engine.resume.ProofDecision.Changed;
import org.sluice.engine.resume.ProofDecision.Compare;
import org.sluice.engine.resume.ProofDecision.Continue;

/// The rules behind [ProofDecision], surest first.
///
/// @param other whether `known` is of another address, whose validators say nothing against
record ProofRules(Validators known, Validators seen, Likeness like, boolean other) {

  static ProofDecision decide(
      Validators known, Validators seen, Basis basis, Samples samples, Strictness strictness) {
    if (basis == Basis.FRESH) {
      return new Continue(Proof.NOT_NEEDED, seen);
    }
    Likeness like = Likeness.of(known, seen);
    if (like.length() == Match.DIFFERENT) {
      return new Changed(
          true,
          "The file had "
              + known.length()
              + " bytes and has "
              + seen.length()
              + " now: it is another one");
    }
    ProofRules rules = new ProofRules(known, seen, like, basis == Basis.OTHER_ADDRESS);
    return switch (samples) {
      case Samples.Different(long offset) ->
          new Changed(true, "The bytes from " + offset + " on are not those on the disk");
      case Samples.NotCompared _ ->
          like.isProven() && !rules.other
              ? rules.proven(rules.validator())
              : new Compare("The validators do not prove it, so samples are compared");
      case Samples.Equal(long bytes, boolean everything) ->
          everything
              ? rules.proven("All " + bytes + " bytes on the disk were compared")
              : rules.sampled(bytes, strictness);
    };
  }

  private ProofDecision sampled(long bytes, Strictness strictness) {
    if (like.isProven() && !other) {
      return proven(validator());
    }
    if (other && like.tag() == Match.STRONG && like.length() == Match.STRONG) {
      return proven("Entity tag and length are the same at both addresses, and so are samples");
    }
    if (!other && like.isContradicted()) {
      return contradicted(strictness, bytes);
    }
    return like.length() == Match.STRONG
        ? go(Level.PROBABLE, "The length is the same, and so are " + bytes + " bytes compared")
        : go(
            Level.UNVERIFIED,
            bytes + " bytes were compared and are the same, but the length is not known");
  }

  /// A validator says another file, length and samples say the same.
  private ProofDecision contradicted(Strictness strictness, long bytes) {
    String what = like.tag() == Match.DIFFERENT ? "entity tag" : "date of the last change";
    if (strictness == Strictness.STRICT) {
      return new Changed(
          false,
          "The "
              + what
              + " is another one; that samples are the same is not enough by your settings");
    }
    boolean dateHolds = like.tag() == Match.DIFFERENT && like.date().isSame();
    boolean lengthHolds = like.length() == Match.STRONG;
    String same = "samples of " + bytes + " bytes are the same";
    if (lengthHolds) {
      same = (dateHolds ? "length, date and " : "the length and ") + same;
    }
    return go(
        lengthHolds && dateHolds ? Level.PROBABLE : Level.UNVERIFIED,
        "The " + what + " is another one, but " + same);
  }

  private Continue proven(String reason) {
    return go(Level.PROVEN, reason);
  }

  private Continue go(Level level, String reason) {
    return new Continue(new Proof(level, reason), keep());
  }

  private String validator() {
    return like.tag() == Match.STRONG
        ? "The server's strong entity tag is the same"
        : "Length and date of the last change are the same, and old enough";
  }

  /// What holds still; a tag that is made anew for each request would contradict the next answer.
  private Validators keep() {
    boolean tagMoves = !other && like.tag() == Match.DIFFERENT;
    boolean dateMoves = !other && like.date() == Match.DIFFERENT;
    return new Validators(
        seen.length() >= 0 ? seen.length() : known.length(),
        tagMoves ? null : seen.etag(),
        dateMoves ? null : seen.lastModified(),
        seen.date(),
        seen.contentType() == null ? known.contentType() : seen.contentType());
  }
}
