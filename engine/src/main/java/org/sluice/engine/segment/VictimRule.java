package org.sluice.engine.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which lease gives bytes to a new carrier, and how many.
///
/// The one with most time left, if its end comes later than a new carrier can help; and so many
/// that both will be through together.
final class VictimRule {
  /// Nothing smaller is given away, nor less than two round trips of its new carrier's speed. What is
  /// kept may be smaller: at the end a slow one keeps little, so that nobody waits for it.
  static final long MIN_SPLIT_BYTES = 512 * 1024;

  /// So far beyond its frontier a lease is left alone: what its carrier has under way is not taken
  /// from it. Of a short rest it is a quarter.
  static final long SAFE_ZONE_BYTES = 1024 * 1024;

  /// A lease with less time left than so many starts of a carrier is not cut.
  static final int WORTH_STARTS = 2;

  /// Cuts lie on multiples of this, where the file has its pages.
  static final long PAGE_BYTES = 4096;

  private VictimRule() {}

  /// @param lease which to cut
  /// @param at where it ends then
  record Cut(Lease lease, long at, String reason) {}

  static long safeZone(long remainingBytes) {
    return Math.min(SAFE_ZONE_BYTES, remainingBytes / 4);
  }

  static Optional<Cut> choose(Scene scene) {
    long end = scene.inOrder() ? InOrderRule.windowEnd(scene) : Lease.OPEN_END;
    List<Lease> candidates =
        scene.leases().stream()
            .filter(lease -> !lease.isOpen() && scene.isCuttable(lease))
            .filter(lease -> lease.to() <= end)
            .sorted(Comparator.comparingDouble(scene::secondsLeft).reversed())
            .toList();
    return candidates.stream().flatMap(lease -> cut(scene, lease).stream()).findFirst();
  }

  private static Optional<Cut> cut(Scene scene, Lease lease) {
    Carrier owner = scene.owner(lease);
    double oldSpeed = scene.speed(owner);
    double newSpeed = scene.expected(owner);
    double secondsLeft = scene.secondsLeft(lease);
    double startSeconds = scene.startSeconds(newSpeed);
    long leastKept = PAGE_BYTES + Math.max(scene.underWay(oldSpeed), safeZone(lease.remaining()));
    long leastGiven = scene.leastSplit(newSpeed);
    if (newSpeed <= 0
        || secondsLeft <= WORTH_STARTS * startSeconds
        || lease.remaining() < leastKept + leastGiven) {
      return Optional.empty();
    }
    // Both end together: (rest - given) / old = start + given / new.
    double evenly =
        (lease.remaining() - startSeconds * oldSpeed) * newSpeed / (newSpeed + oldSpeed);
    long given = Math.clamp((long) evenly, leastGiven, lease.remaining() - leastKept);
    if (startSeconds + given / newSpeed >= secondsLeft) {
      return Optional.empty();
    }
    long at = (lease.to() - given) / PAGE_BYTES * PAGE_BYTES;
    return Optional.of(
        new Cut(
            lease,
            at,
            "%s has most time left, %s at %s; a new connection takes the last %s of it"
                .formatted(
                    lease.id(),
                    Words.seconds(secondsLeft),
                    Words.speed(oldSpeed),
                    Words.bytes(lease.to() - at))));
  }
}
