package org.sluice.engine.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sluice.engine.range.Span;

/// How a file is filled from its start on: short leases one after the other, in a window.
///
/// **Limits**: no byte is written at [#WINDOW_BYTES] or more beyond the first missing one. A lease
/// may reach farther only while it is the one that writes that first byte.
final class InOrderRule {
  /// So far ahead of the first missing byte may be written.
  static final long WINDOW_BYTES = 64L * 1024 * 1024;

  /// A lease is this part of a connection's share of the window, if time does not say otherwise.
  static final int LEASES_PER_SHARE = 2;

  /// A lease takes so long at most: for so long the first missing byte may have to wait for a
  /// connection.
  static final double MOST_SECONDS = 10;

  /// And so many round trips at least, or asking would take longer than fetching.
  static final int LEAST_ROUND_TRIPS = 16;

  private InOrderRule() {}

  /// The first missing byte comes first: if nobody fetches it, whoever is farthest away makes room.
  static void apply(Draft draft) {
    Scene scene = draft.scene();
    boolean free = !scene.state().holds().closed() && scene.state().holds().count() == 0;
    if (scene.inOrder() && free && FillRule.mayAsk(draft.ground)) {
      farthest(scene)
          .ifPresent(
              carrier -> {
                draft.cancel(carrier, "the first missing bytes come first");
                FillRule.fill(draft);
              });
    }
  }

  /// How long a lease is.
  static long leaseBytes(Scene scene) {
    int wanted = scene.wanted();
    double speed =
        scene.carriers().stream()
            .filter(Carrier::delivered)
            .mapToDouble(c -> c.seen().bytesPerSecond())
            .average()
            .orElse(scene.pace().finishedBytesPerSecond());
    double usual = (double) WINDOW_BYTES / (LEASES_PER_SHARE * wanted);
    double byTime = speed > 0 ? Math.min(usual, MOST_SECONDS * speed) : usual;
    double byPath = LEAST_ROUND_TRIPS * speed * scene.pace().rttNanos() / 1e9;
    double least = Math.max(scene.leastSplit(speed), byPath);
    long bytes = (long) Math.min(Math.max(byTime, least), (double) WINDOW_BYTES / (wanted + 1));
    return Math.max(VictimRule.PAGE_BYTES, bytes / VictimRule.PAGE_BYTES * VictimRule.PAGE_BYTES);
  }

  /// Where the window ends now.
  static long windowEnd(Scene scene) {
    long first = scene.firstMissing();
    return first > Lease.OPEN_END - WINDOW_BYTES ? Lease.OPEN_END : first + WINDOW_BYTES;
  }

  /// What the next connection takes, of what is free.
  static Optional<Span> next(Scene scene) {
    List<Span> free = scene.state().ground().free().spans();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    Span first = free.getFirst();
    if (scene.wanted() == 1 && first.from() == scene.firstMissing()) {
      return Optional.of(first);
    }
    long usual = leaseBytes(scene);
    // A short rest goes with it.
    long bytes = first.length() < usual + usual / 2 ? first.length() : usual;
    return first.from() + bytes <= windowEnd(scene)
        ? Optional.of(new Span(first.from(), first.from() + bytes))
        : Optional.empty();
  }

  /// A lease that is too long to be in order, because it was made for one connection alone.
  static Optional<VictimRule.Cut> tooLong(Scene scene) {
    long usual = leaseBytes(scene);
    return scene.leases().stream()
        .filter(lease -> !lease.isOpen() && scene.isCuttable(lease))
        .filter(lease -> lease.remaining() > 2 * usual + VictimRule.SAFE_ZONE_BYTES)
        .filter(
            lease ->
                scene.secondsLeft(lease)
                    > VictimRule.WORTH_STARTS * scene.startSeconds(scene.speed(scene.owner(lease))))
        .min(Comparator.comparingLong(Lease::frontier))
        .map(
            lease ->
                new VictimRule.Cut(
                    lease,
                    (lease.frontier() + usual + VictimRule.SAFE_ZONE_BYTES)
                        / VictimRule.PAGE_BYTES
                        * VictimRule.PAGE_BYTES,
                    "in order, others fetch what comes after the next %s of %s"
                        .formatted(Words.bytes(usual), lease.id())));
  }

  /// The carrier that is farthest from the first missing byte, if nobody fetches that one.
  static Optional<Carrier> farthest(Scene scene) {
    List<Span> free = scene.state().ground().free().spans();
    if (free.isEmpty() || free.getFirst().from() > scene.firstMissing()) {
      return Optional.empty();
    }
    return scene.leases().stream()
        .filter(lease -> scene.isCuttable(lease))
        .max(Comparator.comparingLong(Lease::frontier))
        .map(scene::owner);
  }
}
