package org.sluice.engine.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sluice.engine.range.Spans;
import org.sluice.engine.segment.PlanEvent.End;

/// A plan that is told what happens, step by step: for tests that read like a story.
final class PlanStory {
  private static final long MIB = 1024 * 1024;

  private PlanState state;
  private long nowNanos = 1_000_000_000L;

  /// Where every carrier is.
  private final Map<CarrierId, Long> positions = new LinkedHashMap<>();

  private final List<CarrierId> opened = new ArrayList<>();

  PlanStory(PlanOptions options) {
    state = PlanState.of(options);
  }

  /// A file of so many MiB that comes from a server with parts, 20 ms away, over its first
  /// connection.
  static PlanStory answered(PlanOptions options, long mib) {
    PlanStory story = new PlanStory(options);
    story.fresh();
    story.pass(0.06);
    story.answer(1, mib * MIB, true);
    return story;
  }

  PlanState state() {
    return state;
  }

  List<PlanAction> fresh() {
    return tell(PlanEvent.Begun.fresh(nowNanos));
  }

  List<PlanAction> resumed(long length, Spans missing) {
    return tell(new PlanEvent.Begun(Moment.of(nowNanos), length, missing));
  }

  void pass(double seconds) {
    nowNanos += (long) (seconds * 1e9);
  }

  /// The n-th carrier that lives is answered.
  List<PlanAction> answer(int carrier, long length, boolean parts) {
    return tell(new PlanEvent.Answered(moment(), id(carrier), 20_000_000L, length, parts));
  }

  List<PlanAction> proven() {
    return tell(new PlanEvent.RangesProven(moment()));
  }

  List<PlanAction> tick() {
    return tell(new PlanEvent.Tick(moment()));
  }

  /// Nobody says how far the carriers are.
  List<PlanAction> blindTick() {
    return tell(new PlanEvent.Tick(Moment.of(nowNanos)));
  }

  List<PlanAction> limits(PlanLimits limits) {
    return tell(new PlanEvent.LimitsChanged(moment(), limits));
  }

  List<PlanAction> end(int carrier, End how, double inSeconds) {
    CarrierId id = id(carrier);
    Moment at = moment();
    positions.remove(id);
    return tell(new PlanEvent.Ended(at, id, how, nowNanos + (long) (inSeconds * 1e9)));
  }

  /// Time passes while every carrier delivers; whoever is through ends.
  ///
  /// @param mibPerSecond of the carriers in the order in which they were ever opened; the last is
  ///     that of all others
  List<PlanAction> flow(double seconds, double... mibPerSecond) {
    List<PlanAction> all = List.of();
    for (double passed = 0; passed < seconds - 1e-9; passed += 0.05) {
      pass(0.05);
      for (Map.Entry<CarrierId, Long> entry : positions.entrySet()) {
        int number = opened.indexOf(entry.getKey());
        double speed = mibPerSecond[Math.min(number, mibPerSecond.length - 1)];
        long to = lease(entry.getKey()).to();
        entry.setValue(Math.min(to, entry.getValue() + (long) (speed * MIB * 0.05)));
      }
      all = plus(all, tick());
      for (CarrierId id : List.copyOf(positions.keySet())) {
        if (positions.containsKey(id) && positions.get(id) == lease(id).to()) {
          Moment at = moment();
          positions.remove(id);
          all = plus(all, tell(new PlanEvent.Ended(at, id, End.COMPLETE, nowNanos)));
        }
      }
    }
    return all;
  }

  Lease lease(CarrierId id) {
    LeaseId lease =
        state.carriers().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().lease();
    return state.leases().stream().filter(l -> l.id().equals(lease)).findFirst().orElseThrow();
  }

  List<PlanAction> tell(PlanEvent event) {
    PlanStep step = SegmentPlanner.step(state, event);
    state = step.next();
    for (PlanAction action : step.actions()) {
      if (action instanceof PlanAction.Open open) {
        positions.put(open.carrier(), open.from());
        opened.add(open.carrier());
      } else if (action instanceof PlanAction.Cancel cancel) {
        positions.remove(cancel.carrier());
      }
    }
    return step.actions();
  }

  Moment moment() {
    return new Moment(
        nowNanos,
        positions.entrySet().stream().map(e -> new Reading(e.getKey(), e.getValue())).toList());
  }

  private CarrierId id(int carrier) {
    return state.carriers().get(carrier - 1).id();
  }

  private static List<PlanAction> plus(List<PlanAction> some, List<PlanAction> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
