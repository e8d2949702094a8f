package org.sluice.engine.resume;

import org.sluice.engine.item.Validators;

/// The rules behind [ProofDecision].
final class ProofRules {
  private ProofRules() {}

  static ProofDecision decide(
      Validators known, Validators seen, Basis basis, Samples samples, Strictness strictness) {
    throw new UnsupportedOperationException("comes in the next commit");
  }
}
