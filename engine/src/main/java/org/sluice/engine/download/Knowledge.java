package org.sluice.engine.download;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.EntityTag;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.Validators;
import org.sluice.engine.resume.Basis;
import org.sluice.engine.resume.Expected;
import org.sluice.engine.resume.ProofDecision;
import org.sluice.engine.resume.RangeRequest;

/// What one run knows of the file on the server: by what to know it again, and where it is.
///
/// **Threads**: confined to the loop.
final class Knowledge {
  /// Says in an [Identity] that its address was replaced, and the new one not asked yet.
  static final String NOT_ASKED = "";

  /// As the user, or a Metalink, gave it.
  private final String original;

  /// Where the redirects of the first answer ended; the original before.
  private String address;

  private Validators known = Validators.UNKNOWN;
  private Basis basis = Basis.FRESH;
  private Proof proof = Proof.NOT_NEEDED;
  private boolean etagWorks = true;

  Knowledge(String original) {
    this.original = original;
    address = original;
  }

  /// What the journal says of it.
  ///
  /// @param proven whether it was proven a moment ago, in the same process
  void recall(Identity identity, boolean proven) {
    known = identity.validators();
    proof = identity.proof();
    if (identity.address().equals(NOT_ASKED)) {
      basis = Basis.OTHER_ADDRESS;
    } else {
      basis = proven ? Basis.THIS_RUN : Basis.EARLIER_RUN;
    }
  }

  /// `identity`, to be proven at another address.
  static Identity movedAway(Identity identity) {
    return new Identity(
        identity.target(),
        identity.part(),
        identity.partKey(),
        identity.validators(),
        NOT_ASKED,
        identity.proof());
  }

  void forget() {
    known = Validators.UNKNOWN;
    basis = Basis.FRESH;
    proof = Proof.NOT_NEEDED;
  }

  /// An answer was accepted.
  ///
  /// @param at where it came from
  /// @param now what it proves
  void accepted(Validators seen, Proof now, String at) {
    if (basis != Basis.THIS_RUN) {
      address = at;
      known = seen;
    }
    if (now.level() != Proof.Level.SINGLE_RUN) {
      proof = proof.level() == Proof.Level.SINGLE_RUN ? now : ProofDecision.least(proof, now);
    }
    basis = Basis.THIS_RUN;
  }

  /// Bytes of another address are among those of this one.
  void mixedWith(Proof ofOther) {
    proof = proof.level() == Proof.Level.SINGLE_RUN ? ofOther : ProofDecision.least(proof, ofOther);
  }

  /// Samples were compared, and it goes on.
  void proven(ProofDecision.Continue decision) {
    known = decision.keep();
    proof =
        proof.level() == Proof.Level.SINGLE_RUN
            ? decision.proof()
            : ProofDecision.least(proof, decision.proof());
    basis = Basis.THIS_RUN;
  }

  /// Whether a strong entity tag says that it is the same file.
  boolean isSurely(Validators seen) {
    String mine = known.etag();
    String other = seen.etag();
    if (mine == null || other == null || known.length() != seen.length()) {
      return false;
    }
    Optional<EntityTag> tag = EntityTag.parse(mine);
    Optional<EntityTag> otherTag = EntityTag.parse(other);
    return tag.isPresent() && otherTag.isPresent() && tag.get().strongEquals(otherTag.get());
  }

  /// A hash of the whole file is right, wherever its parts came from.
  void hashed(String reason) {
    if (proof.level() != Proof.Level.SINGLE_RUN) {
      proof = new Proof(Proof.Level.PROVEN, reason);
    }
  }

  void length(long length) {
    known =
        new Validators(
            length, known.etag(), known.lastModified(), known.date(), known.contentType());
  }

  void etagWorks(boolean value) {
    etagWorks = value;
  }

  boolean etagWorks() {
    return etagWorks;
  }

  /// The redirects are to be followed anew.
  ///
  /// @return false if that makes no difference
  boolean backToOriginal() {
    boolean other = !address.equals(original);
    address = original;
    return other;
  }

  String original() {
    return original;
  }

  String address() {
    return address;
  }

  Validators known() {
    return known;
  }

  long length() {
    return known.length();
  }

  Basis basis() {
    return basis;
  }

  Proof proof() {
    return proof;
  }

  RangeRequest request(long from, long to) {
    return basis == Basis.FRESH && from == 0
        ? RangeRequest.first()
        : RangeRequest.of(from, to, known, basis, etagWorks);
  }

  /// The measure of an answer.
  ///
  /// @return null if the address is none
  @Nullable Expected expected(RangeRequest sent, long haveBytes, int othersRunning) {
    try {
      Url url = Url.parse(original);
      return basis == Basis.FRESH
          ? Expected.fresh(sent, url)
          : new Expected(sent, basis, known, haveBytes, othersRunning, url);
    } catch (TransferException e) {
      return null; // then there is no answer either
    }
  }
}
