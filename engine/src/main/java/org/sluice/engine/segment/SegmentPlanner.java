package org.sluice.engine.segment;

import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.segment.Ground.Stage;
import org.sluice.engine.segment.PlanEvent.Answered;
import org.sluice.engine.segment.PlanEvent.Begun;
import org.sluice.engine.segment.PlanEvent.End;
import org.sluice.engine.segment.PlanEvent.Ended;
import org.sluice.engine.segment.PlanEvent.LimitsChanged;
import org.sluice.engine.segment.PlanEvent.RangesProven;
import org.sluice.engine.segment.PlanEvent.Tick;

/// Decides who fetches which bytes of a file: (state, event) -> (next state, actions).
///
/// Pure: no clock, no I/O, nothing remembered outside of the state.
///
/// **Safety**: two carriers never write the same byte, because leases never overlap ([Crew] refuses
/// them), a lease is only cut beyond its frontier as it was read in the same event ([Moment]), and
/// the owner carries the actions out before it moves another byte.
public final class SegmentPlanner {
  /// At the latest so long after a step a running plan wants to be asked again.
  static final long TICK_NANOS = 250_000_000L;

  /// No half of a split is smaller.
  static final long MIN_SPLIT_BYTES = 512 * 1024;

  private SegmentPlanner() {}

  public static PlanStep step(PlanState state, PlanEvent event) {
    Draft draft = new Draft(state, event.at());
    switch (event) {
      case Begun begun -> begin(draft, begun);
      case Answered answered -> answered(draft, answered);
      case RangesProven _ -> draft.ground = draft.ground.partsUsable(true);
      case Tick _ -> {}
      case Ended ended -> ended(draft, ended);
      case LimitsChanged changed -> draft.options = draft.options.limits(changed.limits());
    }
    if (draft.ground.stage() == Stage.RUNNING) {
      fill(draft);
      settle(draft);
    }
    boolean running = draft.ground.stage() == Stage.RUNNING;
    long wakeNanos =
        !running
            ? PlanStep.NO_WAKE
            : draft.carriers().isEmpty() ? draft.holds.firstNanos() : draft.nowNanos + TICK_NANOS;
    return draft.step(wakeNanos);
  }

  private static void begin(Draft draft, Begun begun) {
    if (draft.ground.stage() != Stage.NEW) {
      throw new IllegalStateException("a plan begins once");
    }
    boolean known = begun.length() != PlanEvent.UNKNOWN_LENGTH;
    draft.ground =
        draft
            .ground
            .stage(Stage.RUNNING)
            .length(begun.length())
            .free(known ? begun.missing() : Spans.of(new Span(0, Lease.OPEN_END)));
  }

  private static void answered(Draft draft, Answered answered) {
    draft.answered(answered.carrier());
    if (draft.ground.length() == PlanEvent.UNKNOWN_LENGTH) {
      if (answered.length() != PlanEvent.UNKNOWN_LENGTH) {
        draft.ground = draft.ground.length(answered.length());
        draft.close(answered.length());
      }
      draft.ground = draft.ground.partsUsable(answered.rangesUsable());
    }
  }

  private static void ended(Draft draft, Ended ended) {
    for (Carrier carrier : draft.carriers()) {
      if (carrier.id().equals(ended.carrier())) {
        if (ended.how() == End.COMPLETE && draft.lease(carrier.lease()).isOpen()) {
          draft.ground = draft.ground.length(draft.lease(carrier.lease()).frontier());
          draft.close(draft.ground.length());
        }
        draft.remove(carrier);
        if (ended.how() != End.COMPLETE) {
          draft.holds = draft.holds.plus(ended.notBeforeNanos()).at(draft.nowNanos);
        }
      }
    }
  }

  private static void fill(Draft draft) {
    int most = draft.ground.partsUsable() ? draft.options.limits().connections() : 1;
    while (draft.carriers().size() + draft.holds.count() < most) {
      if (draft.ground.free().isEmpty() && !split(draft)) {
        return;
      }
      Span next = draft.ground.free().spans().getFirst();
      draft.open(next, "nobody fetches " + next);
    }
  }

  private static boolean split(Draft draft) {
    for (Lease lease : draft.leases()) {
      if (draft.ground.partsUsable()
          && !lease.isOpen()
          && draft.isCuttable(lease)
          && lease.remaining() >= 4 * MIN_SPLIT_BYTES) {
        draft.shrink(lease, lease.frontier() + lease.remaining() / 2, "a connection is free");
        return true;
      }
    }
    return false;
  }

  private static void settle(Draft draft) {
    if (draft.carriers().isEmpty() && draft.ground.free().isEmpty()) {
      draft.ground = draft.ground.stage(Stage.FINISHED);
      draft.act(new PlanAction.Finished("every byte is there"));
    }
  }
}
