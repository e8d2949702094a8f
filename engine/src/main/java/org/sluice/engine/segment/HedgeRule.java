package org.sluice.engine.segment;

import java.util.Comparator;
import java.util.Optional;

/// Whether a second carrier should race the slowest lease to its end.
///
/// Only at the very end, when nothing is left to take and nothing left to cut, and one at a time.
final class HedgeRule {
  /// Only what another connection would fetch in less is raced for, or what is too little to be
  /// cut: so much may be fetched twice.
  static final double MOST_SECONDS = 2;

  static final long MOST_BYTES = 2 * VictimRule.MIN_SPLIT_BYTES;

  /// The owner must need so many times what the other would need.
  static final int WORTH = 2;

  private HedgeRule() {}

  /// @param lease which gets a second carrier
  record Hedge(Lease lease, String reason) {}

  static Optional<Hedge> choose(Scene scene) {
    if (scene.limits().limited() || scene.carriers().stream().anyMatch(Carrier::hedge)) {
      return Optional.empty();
    }
    return scene.leases().stream()
        .filter(lease -> !lease.isOpen() && lease.remaining() > 0)
        .max(Comparator.comparingDouble(scene::secondsLeft))
        .flatMap(lease -> hedge(scene, lease));
  }

  private static Optional<Hedge> hedge(Scene scene, Lease lease) {
    double otherSpeed = scene.expected(scene.owner(lease));
    double otherSeconds = lease.remaining() / Math.max(1, otherSpeed);
    double ownerSeconds = scene.secondsLeft(lease);
    double fetchSeconds = scene.fetchSeconds(lease.remaining(), otherSpeed);
    boolean little = otherSeconds < MOST_SECONDS || lease.remaining() < MOST_BYTES;
    if (!little || ownerSeconds < WORTH * fetchSeconds) {
      return Optional.empty();
    }
    return Optional.of(
        new Hedge(
            lease,
            "%s needs %s for its last %s, another connection about %s; both try"
                .formatted(
                    lease.id(),
                    Words.seconds(ownerSeconds),
                    Words.bytes(lease.remaining()),
                    Words.seconds(fetchSeconds))));
  }
}
