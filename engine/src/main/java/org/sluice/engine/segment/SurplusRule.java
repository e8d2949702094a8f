package org.sluice.engine.segment;

import java.util.Comparator;
import java.util.Optional;

/// Which carrier goes first when there may be fewer.
final class SurplusRule {
  private SurplusRule() {}

  static void apply(Draft draft) {
    Optional<Carrier> surplus = choose(draft.scene());
    while (surplus.isPresent()) {
      int most = draft.options.limits().connections();
      draft.cancel(surplus.get(), "no more than " + Words.connections(most) + " now");
      surplus = choose(draft.scene());
    }
  }

  /// Whoever is missed least: a hedge, then one that has not begun, then the farthest from the
  /// start when in order, else the slowest.
  static Optional<Carrier> choose(Scene scene) {
    if (scene.carriers().size() <= scene.limits().connections()) {
      return Optional.empty();
    }
    Comparator<Carrier> missedLess =
        Comparator.comparing((Carrier c) -> !isSpare(scene, c)).thenComparing(Carrier::delivered);
    missedLess =
        scene.inOrder()
            ? missedLess.thenComparing(Carrier::position, Comparator.reverseOrder())
            : missedLess.thenComparingDouble(c -> c.seen().bytesPerSecond());
    return scene.carriers().stream().filter(c -> scene.isRead(c)).min(missedLess);
  }

  private static boolean isSpare(Scene scene, Carrier carrier) {
    return carrier.hedge()
        && scene.carriers().stream().filter(c -> c.lease().equals(carrier.lease())).count() > 1;
  }
}
