package org.sluice.engine.segment;

import java.util.Optional;
import org.sluice.engine.range.Span;

/// Which lease may grow over the free bytes behind it, because its carrier's answer brings them
/// anyhow.
///
/// When the connection that was to fetch them is not to be had, this costs nothing. Where an address
/// is good for one request only, it is what saves the download.
final class ReachRule {
  private ReachRule() {}

  /// @param lease which grows
  /// @param to its new end
  record Reach(Lease lease, long to, String reason) {}

  static void apply(Draft draft) {
    for (Optional<Reach> reach = find(draft.scene());
        reach.isPresent();
        reach = find(draft.scene())) {
      draft.extend(reach.get());
    }
  }

  static Optional<Reach> find(Scene scene) {
    for (Lease lease : scene.leases()) {
      Carrier owner = scene.owner(lease);
      if (lease.remaining() > 0 && owner.asked().to() > lease.to() && scene.isCuttable(lease)) {
        for (Span span : scene.state().ground().free().spans()) {
          if (span.from() == lease.to()) {
            long to = Math.min(owner.asked().to(), end(scene, lease, span));
            if (to > lease.to()) {
              return Optional.of(
                  new Reach(
                      lease,
                      to,
                      "%s goes on over the next %s, which nobody else may fetch now"
                          .formatted(owner.id(), Words.bytes(to - lease.to()))));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static long end(Scene scene, Lease lease, Span span) {
    boolean first = lease.frontier() == scene.firstMissing();
    if (!scene.inOrder() || (scene.wanted() == 1 && first)) {
      return span.to();
    }
    // In order, somebody will come for it soon; it is only taken before the carrier has to stop.
    long usual = InOrderRule.leaseBytes(scene);
    if (lease.remaining() > usual / 2) {
      return lease.to();
    }
    long window = first ? Lease.OPEN_END : InOrderRule.windowEnd(scene);
    return Math.min(span.to(), Math.min(lease.to() + usual, window));
  }
}
