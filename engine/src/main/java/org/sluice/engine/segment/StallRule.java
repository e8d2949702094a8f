package org.sluice.engine.segment;

import java.util.Optional;

/// Whether a carrier has fallen silent while others go on.
///
/// If all fell silent at once, the network did, and that is not the planner's matter.
final class StallRule {
  /// So long a carrier may be silent.
  static final long SILENT_NANOS = 4_000_000_000L;

  /// On a slow path it may be silent for so many round trips, or so many starts.
  static final int SILENT_ROUND_TRIPS = 8;

  static final int SILENT_STARTS = 3;

  /// The others went on if they delivered for so long after its last byte.
  static final long WENT_ON_NANOS = 1_000_000_000L;

  private StallRule() {}

  /// @param carrier which is to go
  /// @param replace whether another takes its place; not if it never delivered, for the server
  ///     seems to take no more
  record Stall(Carrier carrier, boolean replace, String reason) {}

  static void apply(Draft draft) {
    find(draft.scene())
        .ifPresent(
            stall -> {
              draft.cancel(stall.carrier(), stall.reason());
              if (!stall.replace()) {
                draft.growth =
                    SlowStart.refused(
                        draft.growth,
                        draft.carriers().size(),
                        draft.nowNanos,
                        draft.nowNanos,
                        stall.reason());
              }
            });
  }

  static Optional<Stall> find(Scene scene) {
    if (scene.limits().limited()) {
      return Optional.empty();
    }
    long patience =
        Math.max(
            SILENT_NANOS,
            Math.max(
                SILENT_ROUND_TRIPS * scene.pace().rttNanos(),
                SILENT_STARTS * scene.pace().startNanos()));
    return scene.carriers().stream()
        .filter(c -> scene.isRead(c))
        .filter(c -> scene.nowNanos() - c.seen().movedNanos() >= patience)
        .filter(c -> scene.pace().movedNanos() - c.seen().movedNanos() >= WENT_ON_NANOS)
        .findFirst()
        .map(c -> stall(scene, c));
  }

  private static Stall stall(Scene scene, Carrier carrier) {
    String silent = Words.seconds((scene.nowNanos() - carrier.seen().movedNanos()) / 1e9);
    return carrier.delivered()
        ? new Stall(
            carrier, true, carrier.id() + " was silent for " + silent + " while others went on")
        : new Stall(
            carrier,
            false,
            carrier.id() + " brought nothing for " + silent + ": the server takes no more");
  }
}
