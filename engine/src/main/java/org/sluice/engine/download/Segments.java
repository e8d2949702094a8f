package org.sluice.engine.download;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sluice.engine.range.Spans;
import org.sluice.engine.segment.CarrierId;
import org.sluice.engine.segment.Lease;
import org.sluice.engine.segment.LeaseId;
import org.sluice.engine.segment.Moment;
import org.sluice.engine.segment.PlanAction;
import org.sluice.engine.segment.PlanEvent;
import org.sluice.engine.segment.PlanLimits;
import org.sluice.engine.segment.PlanOptions;
import org.sluice.engine.segment.PlanState;
import org.sluice.engine.segment.PlanStep;
import org.sluice.engine.segment.Reading;
import org.sluice.engine.segment.SegmentPlanner;
import org.sluice.engine.time.NanoClock;

/// The plan of one run and what lives of it: tells the planner what happened, and does what it says.
///
/// What happens while it does so (a transfer that fails before it has begun, a limit that another
/// action changes) is told to the planner behind that, for it thinks that all of it is done.
///
/// **Threads**: confined to the loop.
final class Segments {
  /// Who carries out what a plan wants of the outside.
  interface Owner {
    /// Make a new carrier of `lease`.
    LiveCarrier carrier(PlanAction.Open open, LiveLease lease);

    /// Start its transfer. It may have ended before this is over.
    void start(LiveCarrier carrier);

    /// End this transfer.
    void cancel(LiveCarrier carrier);

    /// The plan has given up this lease, or is done with it: what it has taken counts.
    void left(LiveLease lease);

    /// Ask the plan again at this time of the clock, if not before.
    void wakeAt(long nanos);

    /// The host bears only so many.
    void hostCap(int connections, String reason);

    /// The plan has ended as the rest can only be had with the whole file.
    void wholeNeeded(String reason);

    /// Every byte has been taken.
    void finished();
  }

  private final NanoClock clock;
  private final Owner owner;
  private final Map<LeaseId, LiveLease> leases = new LinkedHashMap<>();
  private final Map<CarrierId, LiveCarrier> carriers = new LinkedHashMap<>();
  private PlanState state;
  private final ArrayDeque<Runnable> later = new ArrayDeque<>();
  private boolean performing;
  private boolean over;

  Segments(NanoClock clock, PlanOptions options, Owner owner) {
    this.clock = clock;
    this.owner = owner;
    state = PlanState.of(options);
  }

  /// @param length -1 for a fresh download
  void begin(long length, Spans missing) {
    step(new PlanEvent.Begun(moment(), length, missing));
  }

  /// @param askedNanos when its request was sent
  void answered(LiveCarrier carrier, long askedNanos, long length, boolean rangesUsable) {
    if (isLater(() -> answered(carrier, askedNanos, length, rangesUsable))) {
      return;
    }
    Moment now = moment();
    long ttfb = Math.max(0, now.nowNanos() - askedNanos);
    step(new PlanEvent.Answered(now, carrier.id, ttfb, length, rangesUsable));
  }

  void rangesProven() {
    if (!isLater(this::rangesProven)) {
      step(new PlanEvent.RangesProven(moment()));
    }
  }

  void tick() {
    if (!over && !isLater(this::tick)) {
      step(new PlanEvent.Tick(moment()));
    }
  }

  void limits(PlanLimits limits) {
    if (!over && !isLater(() -> limits(limits)) && !limits.equals(state.options().limits())) {
      step(new PlanEvent.LimitsChanged(moment(), limits));
    }
  }

  boolean isInOrder() {
    return state.options().inOrder();
  }

  PlanLimits limits() {
    return state.options().limits();
  }

  /// A carrier is gone that nobody cancelled.
  ///
  /// @param notBeforeNanos until when its place stays empty
  void ended(LiveCarrier carrier, PlanEvent.End how, long notBeforeNanos) {
    if (isLater(() -> ended(carrier, how, notBeforeNanos))
        || over
        || !carriers.containsKey(carrier.id)) {
      return;
    }
    Moment now = moment();
    carrier.gone = true;
    carriers.remove(carrier.id);
    step(new PlanEvent.Ended(now, carrier.id, how, notBeforeNanos));
  }

  /// Nothing more is wanted of this plan.
  void end() {
    over = true;
    for (LiveCarrier carrier : List.copyOf(carriers.values())) {
      drop(carrier);
    }
    leases.clear();
  }

  List<LiveCarrier> carriers() {
    return List.copyOf(carriers.values());
  }

  List<LiveLease> leases() {
    return List.copyOf(leases.values());
  }

  int connections() {
    return carriers.size();
  }

  /// How many carriers other than this one receive bytes.
  int othersFed(LiveCarrier but) {
    int n = 0;
    for (LiveCarrier carrier : carriers.values()) {
      n += !carrier.id.equals(but.id) && carrier.isFed() ? 1 : 0;
    }
    return n;
  }

  boolean isOver() {
    return over;
  }

  private void step(PlanEvent event) {
    if (over) {
      return;
    }
    PlanStep step = SegmentPlanner.step(state, event);
    state = step.next();
    agree();
    performing = true;
    try {
      step.actions().forEach(this::perform);
    } finally {
      performing = false;
    }
    agree();
    if (!over && step.wakeNanos() != PlanStep.NO_WAKE) {
      owner.wakeAt(step.wakeNanos());
    }
    for (Runnable next = later.poll(); next != null; next = later.poll()) {
      next.run();
    }
  }

  /// Whether this has to wait until the plan's actions are done; it is run then.
  private boolean isLater(Runnable event) {
    if (performing) {
      later.add(event);
    }
    return performing;
  }

  /// The plan's leases are the truth about their ends.
  private void agree() {
    Map<LeaseId, Lease> planned = new LinkedHashMap<>();
    state.leases().forEach(lease -> planned.put(lease.id(), lease));
    for (LiveLease live : List.copyOf(leases.values())) {
      Lease lease = planned.get(live.id);
      if (lease == null) {
        leases.remove(live.id);
        owner.left(live);
      } else {
        if (lease.to() < live.frontier) {
          throw new IllegalStateException(lease + " was cut behind its frontier " + live.frontier);
        }
        live.to = lease.to();
      }
    }
  }

  private void perform(PlanAction action) {
    if (over) {
      return;
    }
    switch (action) {
      case PlanAction.Open open -> {
        LiveLease lease =
            leases.computeIfAbsent(
                open.lease(), id -> new LiveLease(id, open.from(), open.to(), open.reason()));
        LiveCarrier carrier = owner.carrier(open, lease);
        carriers.put(open.carrier(), carrier);
        owner.start(carrier);
      }
      case PlanAction.Cancel cancel -> {
        LiveCarrier carrier = carriers.get(cancel.carrier());
        if (carrier != null) {
          drop(carrier);
        }
      }
      case PlanAction.Shrink _, PlanAction.Extend _ -> {} // done in agree
      case PlanAction.LearnHostCap learn -> owner.hostCap(learn.connections(), learn.reason());
      case PlanAction.WholeNeeded whole -> owner.wholeNeeded(whole.reason());
      case PlanAction.Finished _ -> owner.finished();
    }
  }

  private void drop(LiveCarrier carrier) {
    carrier.gone = true;
    carriers.remove(carrier.id);
    owner.cancel(carrier);
  }

  private Moment moment() {
    List<Reading> readings = new ArrayList<>(carriers.size());
    for (LiveCarrier carrier : carriers.values()) {
      readings.add(new Reading(carrier.id, carrier.position));
    }
    return new Moment(clock.nanoTime(), readings);
  }
}
