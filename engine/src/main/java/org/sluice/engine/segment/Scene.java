package org.sluice.engine.segment;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/// The plan at one moment, as the rules look at it.
///
/// @param read the carriers whose positions were read in this event
record Scene(long nowNanos, PlanState state, Set<CarrierId> read) {
  /// What a server sends at first without waiting; ten full packets.
  ///
  /// **Source**: RFC 6928 section 2.
  static final double FIRST_WINDOW_BYTES = 14_600;

  /// When a connection could have got to its speed, so much longer it must have had it.
  static final double GROWN_SECONDS = 1;

  static final int GROWN_ROUND_TRIPS = 4;

  PlanLimits limits() {
    return state.options().limits();
  }

  boolean inOrder() {
    return state.options().inOrder();
  }

  Pace pace() {
    return state.pace();
  }

  List<Lease> leases() {
    return state.leases();
  }

  List<Carrier> carriers() {
    return state.carriers();
  }

  /// How many carriers there should be now.
  int wanted() {
    return state.ground().parts() == Ground.Parts.USABLE && state.ground().lengthKnown()
        ? Math.min(state.growth().target(), limits().connections())
        : 1;
  }

  /// How many more carriers there may be now.
  int room() {
    return state.holds().closed() ? 0 : wanted() - carriers().size() - state.holds().count();
  }

  List<Carrier> carriersOf(Lease lease) {
    return carriers().stream().filter(c -> c.lease().equals(lease.id())).toList();
  }

  /// The carrier that has the lease for longest, not the one that races it.
  Carrier owner(Lease lease) {
    return carriersOf(lease).getFirst();
  }

  boolean isHedged(Lease lease) {
    return carriersOf(lease).size() > 1;
  }

  /// Whether it is known at this very moment how far it is; it may only be cancelled then, or its
  /// bytes would be fetched twice.
  boolean isRead(Carrier carrier) {
    return read.contains(carrier.id());
  }

  /// Whether its end may be moved: one carrier feeds it, and its frontier is that of this moment.
  boolean isCuttable(Lease lease) {
    return !isHedged(lease) && isRead(owner(lease));
  }

  /// How fast another carrier would be: as the mean of the others, of which those that completed
  /// count as one, for the slow ones are left over in the end. While nobody has shown what it can
  /// do, as the fastest that there is.
  double expected(Carrier beside) {
    double finished = pace().finishedBytesPerSecond();
    return DoubleStream.concat(
            carriers().stream()
                .filter(c -> !c.id().equals(beside.id()) && isGrown(c))
                .mapToDouble(c -> c.seen().bytesPerSecond()),
            DoubleStream.of(finished).filter(speed -> speed > 0))
        .average()
        .orElseGet(
            () -> carriers().stream().mapToDouble(c -> c.seen().bytesPerSecond()).max().orElse(0));
  }

  /// Whether its speed says what it can do: it has been there for longer than a connection takes to
  /// get to that speed.
  boolean isGrown(Carrier carrier) {
    Seen seen = carrier.seen();
    double age = (nowNanos - seen.sinceNanos()) / 1e9;
    double margin = Math.max(GROWN_SECONDS, GROWN_ROUND_TRIPS * pace().rttNanos() / 1e9);
    return carrier.delivered() && age >= margin + rampSeconds(seen.bytesPerSecond());
  }

  /// How fast a carrier is, or may be expected to be soon.
  double speed(Carrier carrier) {
    double own = carrier.seen().bytesPerSecond();
    return isGrown(carrier) ? own : Math.max(own, expected(carrier));
  }

  /// So long a connection takes to get to a speed: from its first window on it doubles it with each
  /// round trip.
  double rampSeconds(double bytesPerSecond) {
    double rtt = pace().rttNanos() / 1e9;
    double windows = bytesPerSecond * rtt / FIRST_WINDOW_BYTES;
    return windows <= 1 ? 0 : rtt * Math.log(windows) / Math.log(2);
  }

  /// What a new connection costs before it has this speed.
  double startSeconds(double bytesPerSecond) {
    return Math.max(pace().startNanos(), 2 * pace().rttNanos()) / 1e9 + rampSeconds(bytesPerSecond);
  }

  /// How long a new connection would take for so many bytes.
  double fetchSeconds(double bytes, double bytesPerSecond) {
    // Few bytes come before the full speed is there.
    double atSpeed = startSeconds(bytesPerSecond) + bytes / Math.max(1, bytesPerSecond);
    double whileGrowing =
        startSeconds(0)
            + pace().rttNanos() / 1e9 * Math.log(1 + bytes / FIRST_WINDOW_BYTES) / Math.log(2);
    return Math.min(atSpeed, whileGrowing + bytes / Math.max(1, bytesPerSecond));
  }

  /// Until the owner alone will have fetched all of its lease.
  double secondsLeft(Lease lease) {
    Carrier owner = owner(lease);
    double speed = speed(owner);
    double age = (nowNanos - owner.seen().openedNanos()) / 1e9;
    double start = isGrown(owner) ? 0 : Math.max(0, startSeconds(speed) - age);
    return start + lease.remaining() / Math.max(1, speed);
  }

  /// No part of the file that is given to a carrier of this speed should be smaller.
  long leastSplit(double bytesPerSecond) {
    return Math.max(VictimRule.MIN_SPLIT_BYTES, underWay(bytesPerSecond));
  }

  /// What a carrier of this speed brings in two round trips: so much may be on its way already.
  long underWay(double bytesPerSecond) {
    return (long) (2 * bytesPerSecond * pace().rttNanos() / 1e9);
  }

  /// The first byte that is missing; [Lease#OPEN_END] if none is.
  long firstMissing() {
    long first =
        state.ground().free().isEmpty()
            ? Lease.OPEN_END
            : state.ground().free().spans().getFirst().from();
    for (Lease lease : leases()) {
      if (lease.remaining() > 0) {
        first = Math.min(first, lease.frontier());
      }
    }
    return first;
  }
}
