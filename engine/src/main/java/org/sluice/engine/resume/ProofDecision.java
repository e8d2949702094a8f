package org.sluice.engine.resume;

import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Validators;

/// How sure it is that the bytes on the disk and those of the server are one file.
public sealed interface ProofDecision {

  String reason();

  /// Go on.
  ///
  /// @param keep what to compare later answers with; without an entity tag that does not hold still
  record Continue(Proof proof, Validators keep) implements ProofDecision {
    @Override
    public String reason() {
      return proof.reason();
    }
  }

  /// It is not known yet: compare samples.
  record Compare(String reason) implements ProofDecision {}

  /// It is another file, or may be one.
  ///
  /// The old bytes are kept aside until the user decides.
  ///
  /// @param certain false if only a strict rule says so: the user may go on nevertheless
  record Changed(boolean certain, String reason) implements ProofDecision {}

  /// @param known of the bytes on the disk
  /// @param seen of the answer
  /// @param basis where `known` comes from
  static ProofDecision decide(
      Validators known, Validators seen, Basis basis, Samples samples, Strictness strictness) {
    return ProofRules.decide(known, seen, basis, samples, strictness);
  }

  /// What is to be said of a file that was gone on with several times: the least sure of all.
  static Proof least(Proof before, Proof now) {
    return now.level().compareTo(before.level()) >= 0 ? now : before;
  }
}
