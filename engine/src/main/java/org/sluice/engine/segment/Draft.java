package org.sluice.engine.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// The plan while a step changes it, and the actions so far.
///
/// **Threads**: lives within one call of [SegmentPlanner#step].
final class Draft {
  final long nowNanos;
  PlanOptions options;
  Ground ground;
  Holds holds;
  Pace pace;
  Growth growth;
  private final Map<LeaseId, Lease> leases = new HashMap<>();
  private final List<Carrier> carriers;
  private final Set<CarrierId> read = new HashSet<>();
  private final List<PlanAction> actions = new ArrayList<>();
  private long given;

  /// The crew as it is; null since it was changed.
  private @Nullable Crew crew;

  Draft(PlanState state, Moment at) {
    nowNanos = at.nowNanos();
    options = state.options();
    ground = state.ground();
    holds = state.holds().at(nowNanos);
    growth = state.growth();
    state.leases().forEach(lease -> leases.put(lease.id(), lease));
    carriers = new ArrayList<>(state.carriers());
    given = state.crew().given();
    long received = at.readings().stream().mapToLong(this::read).sum();
    pace = state.pace().received(received, nowNanos);
  }

  /// @return the bytes that came since the reading before
  private long read(Reading reading) {
    Optional<Carrier> known = carrier(reading.carrier());
    if (known.isEmpty()) {
      return 0;
    }
    Carrier old = known.get();
    Lease lease = lease(old.lease());
    if (reading.position() > lease.to()) {
      throw new IllegalArgumentException(reading + " is beyond the end of " + lease);
    }
    Carrier now = old.at(reading.position(), nowNanos);
    carriers.set(carriers.indexOf(old), now);
    leases.put(lease.id(), lease.frontier(Math.max(lease.frontier(), now.position())));
    read.add(now.id());
    crew = null;
    return now.position() - old.position();
  }

  Scene scene() {
    return new Scene(nowNanos, state(), read);
  }

  List<Carrier> carriers() {
    return carriers;
  }

  Optional<Carrier> carrier(CarrierId id) {
    return carriers.stream().filter(carrier -> carrier.id().equals(id)).findFirst();
  }

  Lease lease(LeaseId id) {
    Lease lease = leases.get(id);
    if (lease == null) {
      throw new IllegalArgumentException("there is no " + id);
    }
    return lease;
  }

  /// Bytes that the lease with most of them still has to fetch.
  long mostRemaining() {
    return leases.values().stream().mapToLong(Lease::remaining).max().orElse(0);
  }

  void act(PlanAction action) {
    actions.add(action);
  }

  void answered(Carrier carrier) {
    carriers.set(carriers.indexOf(carrier), carrier.answered(nowNanos));
    crew = null;
  }

  /// Makes a lease of free bytes and a carrier for it.
  void open(Span span, String reason) {
    ground = ground.free(ground.free().minus(Spans.of(span)));
    Lease lease = new Lease(new LeaseId(++given), span.from(), span.to(), span.from());
    leases.put(lease.id(), lease);
    addCarrier(lease, false, reason);
  }

  /// Gives a lease a second carrier.
  void hedge(Lease lease, String reason) {
    addCarrier(lease, true, reason);
  }

  private void addCarrier(Lease lease, boolean hedge, String reason) {
    long from = lease.frontier();
    Carrier carrier =
        new Carrier(
            new CarrierId(++given),
            lease.id(),
            new Carrier.Asked(from, lease.to()),
            from,
            hedge,
            Seen.opened(from, nowNanos));
    carriers.add(carrier);
    crew = null;
    read.add(carrier.id());
    act(new PlanAction.Open(lease.id(), carrier.id(), from, lease.to(), reason));
  }

  /// Takes the end of a lease away.
  ///
  /// @throws IllegalStateException if that is not safe; no rule asks for it then
  void shrink(VictimRule.Cut cut) {
    Lease lease = lease(cut.lease().id());
    long nearest = lease.frontier() + VictimRule.safeZone(lease.remaining());
    if (cut.at() <= nearest || cut.at() >= lease.to() || !scene().isCuttable(lease)) {
      throw new IllegalStateException("cannot cut " + lease + " at " + cut.at());
    }
    ground = ground.free(ground.free().plus(new Span(cut.at(), lease.to())));
    leases.put(lease.id(), lease.to(cut.at()));
    crew = null;
    act(new PlanAction.Shrink(lease.id(), cut.at(), cut.reason()));
  }

  /// Lets a lease grow over free bytes.
  void extend(ReachRule.Reach reach) {
    Lease lease = lease(reach.lease().id());
    Span more = new Span(lease.to(), reach.to());
    if (!ground.free().covers(more)) {
      throw new IllegalStateException(more + " is not free for " + lease);
    }
    ground = ground.free(ground.free().minus(Spans.of(more)));
    leases.put(lease.id(), lease.to(reach.to()));
    crew = null;
    act(new PlanAction.Extend(lease.id(), reach.to(), reach.reason()));
  }

  /// The file ends there: every open lease does, too.
  void length(long value) {
    ground = ground.length(value);
    leases.replaceAll((id, lease) -> lease.isOpen() ? lease.to(value) : lease);
    crew = null;
  }

  void cancel(Carrier carrier, String reason) {
    act(new PlanAction.Cancel(carrier.id(), reason));
    remove(carrier);
  }

  /// Takes a carrier out; what its lease misses is free if no other feeds it.
  void remove(Carrier carrier) {
    carriers.remove(carrier);
    crew = null;
    Lease lease = lease(carrier.lease());
    List<Carrier> others =
        carriers.stream().filter(other -> other.lease().equals(lease.id())).toList();
    if (lease.remaining() == 0) {
      for (Carrier other : others) {
        act(new PlanAction.Cancel(other.id(), carrier.id() + " was first"));
        carriers.remove(other);
      }
      leases.remove(lease.id());
    } else if (others.isEmpty()) {
      leases.remove(lease.id());
      ground = ground.free(ground.free().plus(new Span(lease.frontier(), lease.to())));
    }
  }

  private PlanState state() {
    Crew now = crew;
    if (now == null) {
      now = new Crew(List.copyOf(leases.values()), carriers, given);
      crew = now;
    }
    return new PlanState(options, ground, now, holds, pace, growth);
  }

  PlanStep step(long wakeNanos) {
    return new PlanStep(state(), actions, wakeNanos);
  }
}
