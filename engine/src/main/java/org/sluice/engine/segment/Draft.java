package org.sluice.engine.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<LeaseId, Lease> leases = new HashMap<>();
  private final List<Carrier> carriers;
  private final Set<CarrierId> read = new HashSet<>();
  private final List<PlanAction> actions = new ArrayList<>();
  private long given;

  Draft(PlanState state, Moment at) {
    nowNanos = at.nowNanos();
    options = state.options();
    ground = state.ground();
    holds = state.holds().at(nowNanos);
    state.leases().forEach(lease -> leases.put(lease.id(), lease));
    carriers = new ArrayList<>(state.carriers());
    given = state.crew().given();
    at.readings().forEach(this::read);
  }

  private void read(Reading reading) {
    for (int i = 0; i < carriers.size(); i++) {
      Carrier carrier = carriers.get(i);
      if (carrier.id().equals(reading.carrier())) {
        Lease lease = lease(carrier.lease());
        if (reading.position() > lease.to()) {
          throw new IllegalArgumentException(reading + " is beyond the end of " + lease);
        }
        carriers.set(i, carrier.at(reading.position(), nowNanos));
        leases.put(lease.id(), lease.frontier(Math.max(lease.frontier(), reading.position())));
        read.add(carrier.id());
      }
    }
  }

  void answered(CarrierId id) {
    carriers.replaceAll(
        carrier ->
            carrier.id().equals(id) ? carrier.seen(carrier.seen().answered(nowNanos)) : carrier);
  }

  List<Lease> leases() {
    return List.copyOf(leases.values());
  }

  List<Carrier> carriers() {
    return List.copyOf(carriers);
  }

  Lease lease(LeaseId id) {
    Lease lease = leases.get(id);
    if (lease == null) {
      throw new IllegalArgumentException("there is no " + id);
    }
    return lease;
  }

  List<Carrier> carriersOf(LeaseId id) {
    return carriers.stream().filter(carrier -> carrier.lease().equals(id)).toList();
  }

  /// Whether the frontier is the one of this very moment, so that the end may be moved.
  boolean isCuttable(Lease lease) {
    return carriersOf(lease.id()).stream().allMatch(carrier -> read.contains(carrier.id()));
  }

  void act(PlanAction action) {
    actions.add(action);
  }

  /// Makes a lease of free bytes and a carrier for it.
  void open(Span span, String reason) {
    ground = ground.free(ground.free().minus(Spans.of(span)));
    Lease lease = new Lease(new LeaseId(++given), span.from(), span.to(), span.from());
    leases.put(lease.id(), lease);
    addCarrier(lease, false, reason);
  }

  private void addCarrier(Lease lease, boolean hedge, String reason) {
    Carrier carrier =
        new Carrier(
            new CarrierId(++given),
            lease.id(),
            new Carrier.Asked(lease.frontier(), lease.to()),
            lease.frontier(),
            hedge,
            Carrier.Seen.opened(nowNanos));
    carriers.add(carrier);
    read.add(carrier.id());
    act(
        new PlanAction.Open(
            lease.id(), carrier.id(), carrier.asked().from(), carrier.asked().to(), reason));
  }

  /// Takes the end of a lease away.
  void shrink(Lease lease, long newTo, String reason) {
    if (newTo <= lease.frontier() || newTo >= lease.to() || !isCuttable(lease)) {
      throw new IllegalStateException("cannot cut " + lease + " at " + newTo);
    }
    ground = ground.free(ground.free().plus(new Span(newTo, lease.to())));
    leases.put(lease.id(), lease.to(newTo));
    act(new PlanAction.Shrink(lease.id(), newTo, reason));
  }

  /// Ends every open lease at the end of the file.
  void close(long length) {
    leases.replaceAll((id, lease) -> lease.isOpen() ? lease.to(length) : lease);
  }

  /// Takes a carrier out; what its lease misses is free if no other feeds it.
  void remove(Carrier carrier) {
    carriers.removeIf(other -> other.id().equals(carrier.id()));
    if (carriersOf(carrier.lease()).isEmpty()) {
      Lease lease = lease(carrier.lease());
      leases.remove(lease.id());
      if (lease.remaining() > 0) {
        ground = ground.free(ground.free().plus(new Span(lease.frontier(), lease.to())));
      }
    }
  }

  PlanStep step(long wakeNanos) {
    Crew crew = new Crew(List.copyOf(leases.values()), carriers, given);
    return new PlanStep(new PlanState(options, ground, crew, holds), actions, wakeNanos);
  }
}
