package org.sluice.engine.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether a second carrier should race the slowest lease to its end.
///
/// Only at the very end, when nothing is left to take and nothing left to cut, and one at a time. If
/// both turn out to be slow, the slower one makes room for another.
final class HedgeRule {
  /// Only what another connection would fetch in less is raced for, or what is too little to be
  /// cut: so much may be fetched twice.
  static final double MOST_SECONDS = 2;

  static final long MOST_BYTES = 2 * VictimRule.MIN_SPLIT_BYTES;

  /// Those who have it must need so many times what the other would need.
  static final double WORTH = 1.5;

  private HedgeRule() {}

  /// @param lease which gets a second carrier
  /// @param instead the one of its two carriers that goes for it; empty if it has one
  record Hedge(Lease lease, Optional<Carrier> instead, String reason) {}

  /// @return whether there was one
  static boolean apply(Draft draft) {
    Optional<Hedge> hedge = choose(draft.scene());
    hedge.ifPresent(
        it -> {
          it.instead()
              .ifPresent(
                  carrier ->
                      draft.cancel(carrier, carrier.id() + " is slow, too; another one tries"));
          draft.hedge(it.lease(), it.reason());
        });
    return hedge.isPresent();
  }

  /// The race goes on with another where both are slow; this needs no room.
  static void renew(Draft draft) {
    Scene scene = draft.scene();
    if (!draft.holds.closed() && scene.leases().stream().anyMatch(scene::isHedged)) {
      apply(draft);
    }
  }

  static Optional<Hedge> choose(Scene scene) {
    if (scene.limits().limited()) {
      return Optional.empty();
    }
    Optional<Lease> hedged = scene.leases().stream().filter(scene::isHedged).findFirst();
    return hedged
        .or(
            () ->
                scene.leases().stream()
                    .filter(lease -> !lease.isOpen() && lease.remaining() > 0)
                    .max(mostUrgent(scene)))
        .flatMap(lease -> hedge(scene, lease));
  }

  /// In order, the first bytes are waited for; else the slowest lease.
  private static Comparator<Lease> mostUrgent(Scene scene) {
    return scene.inOrder()
        ? Comparator.comparingLong((Lease lease) -> -lease.frontier())
        : Comparator.comparingDouble(scene::secondsLeft);
  }

  private static Optional<Hedge> hedge(Scene scene, Lease lease) {
    List<Carrier> there = scene.carriersOf(lease);
    boolean two = there.size() > 1;
    if (two && !there.stream().allMatch(c -> scene.isGrown(c) && scene.isRead(c))) {
      return Optional.empty();
    }
    double otherSpeed = scene.expected(scene.owner(lease));
    double otherSeconds = lease.remaining() / Math.max(1, otherSpeed);
    double fetchSeconds = scene.fetchSeconds(lease.remaining(), otherSpeed);
    double leftSeconds =
        there.stream().mapToDouble(c -> secondsLeft(scene, lease, c)).min().orElseThrow();
    boolean little = otherSeconds < MOST_SECONDS || lease.remaining() < MOST_BYTES;
    if (!little || leftSeconds < WORTH * fetchSeconds) {
      return Optional.empty();
    }
    Optional<Carrier> slower =
        there.stream().max(Comparator.comparingDouble(c -> secondsLeft(scene, lease, c)));
    return Optional.of(
        new Hedge(
            lease,
            two ? slower : Optional.empty(),
            "%s needs %s for its last %s, another connection about %s; both try"
                .formatted(
                    lease.id(),
                    Words.seconds(leftSeconds),
                    Words.bytes(lease.remaining()),
                    Words.seconds(fetchSeconds))));
  }

  private static double secondsLeft(Scene scene, Lease lease, Carrier carrier) {
    return scene.owner(lease).id().equals(carrier.id())
        ? scene.secondsLeft(lease)
        : (lease.to() - carrier.position()) / Math.max(1, scene.speed(carrier));
  }
}
