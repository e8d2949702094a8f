package org.sluice.engine.segment;

import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.segment.Ground.Parts;
import org.sluice.engine.segment.Ground.Stage;
import org.sluice.engine.segment.PlanEvent.Answered;
import org.sluice.engine.segment.PlanEvent.Begun;
import org.sluice.engine.segment.PlanEvent.Ended;
import org.sluice.engine.segment.PlanEvent.LimitsChanged;
import org.sluice.engine.segment.PlanEvent.RangesProven;
import org.sluice.engine.segment.PlanEvent.Tick;

/// Decides who fetches which bytes of a file: (state, event) -> (next state, actions).
///
/// Pure: no clock, no I/O, nothing remembered outside of the state.
///
/// **Safety**: two carriers never write the same byte, because leases never overlap ([Crew] refuses
/// such a plan), a lease is only cut beyond its frontier as it was read in the same event
/// ([Moment]), and the owner of the plan carries the actions out before it moves another byte.
public final class SegmentPlanner {
  /// At the latest so long after a step a running plan wants to be asked again.
  static final long TICK_NANOS = 250_000_000L;

  /// While the number of connections is being found, so long.
  static final long FAST_TICK_NANOS = 25_000_000L;

  private SegmentPlanner() {}

  /// @throws IllegalArgumentException if a carrier is read beyond the end of its lease
  /// @throws IllegalStateException if the plan begins twice, or with another event
  public static PlanStep step(PlanState state, PlanEvent event) {
    boolean isNew = state.ground().stage() == Stage.NEW;
    if (isNew != event instanceof Begun) {
      throw new IllegalStateException("a plan begins once, with Begun, not with " + event);
    }
    Draft draft = new Draft(state, event.at());
    switch (event) {
      case Begun begun -> draft.ground = draft.ground.begin(begun.length(), begun.missing());
      case Answered answered ->
          draft.carrier(answered.carrier()).ifPresent(it -> answered(draft, answered, it));
      case RangesProven _ -> proven(draft);
      case Tick _ -> {}
      case Ended ended ->
          draft.carrier(ended.carrier()).ifPresent(it -> EndRule.apply(draft, ended, it));
      case LimitsChanged changed -> draft.options = draft.options.limits(changed.limits());
    }
    if (draft.ground.isRunning()) {
      plan(draft);
    }
    return draft.step(wakeNanos(draft));
  }

  private static void answered(Draft draft, Answered answered, Carrier carrier) {
    draft.pace =
        draft.pace.answered(answered.ttfbNanos(), draft.nowNanos - carrier.seen().openedNanos());
    draft.answered(carrier);
    draft.ground = draft.ground.wholeAnswers(0);
    if (draft.ground.parts() == Parts.UNKNOWN) {
      if (!answered.rangesUsable()) {
        draft.ground = draft.ground.parts(Parts.UNUSABLE);
      } else if (draft.ground.fresh()) {
        draft.ground = draft.ground.parts(Parts.USABLE);
      }
    }
    if (!draft.ground.lengthKnown() && answered.length() != PlanEvent.UNKNOWN_LENGTH) {
      draft.length(answered.length());
    }
  }

  private static void proven(Draft draft) {
    if (draft.ground.parts() == Parts.UNKNOWN) {
      draft.ground = draft.ground.parts(Parts.USABLE);
    }
  }

  private static void plan(Draft draft) {
    SurplusRule.apply(draft);
    StallRule.apply(draft);
    draft.growth = SlowStart.next(draft.scene());
    HedgeRule.renew(draft);
    FillRule.fill(draft);
    InOrderRule.apply(draft);
    ReachRule.apply(draft);
    if (draft.carriers().isEmpty()) {
      end(draft);
    }
  }

  private static void end(Draft draft) {
    if (draft.ground.free().isEmpty()) {
      draft.ground = draft.ground.stage(Stage.FINISHED);
      draft.act(new PlanAction.Finished("every byte is there"));
    } else if (!FillRule.mayAsk(draft.ground)) {
      draft.ground = draft.ground.stage(Stage.STUCK);
      draft.act(
          new PlanAction.WholeNeeded(
              "%s are missing, and the server gives no parts of this file"
                  .formatted(missing(draft.ground.free()))));
    }
  }

  private static String missing(Spans free) {
    Span last = free.spans().getLast();
    return last.to() == Lease.OPEN_END
        ? "the bytes from " + last.from() + " on"
        : Words.bytes(free.total());
  }

  private static long wakeNanos(Draft draft) {
    if (!draft.ground.isRunning()) {
      return PlanStep.NO_WAKE;
    }
    long holds = draft.holds.firstNanos();
    if (draft.carriers().isEmpty()) {
      return holds;
    }
    return Math.min(holds, draft.nowNanos + (isGrowing(draft) ? FAST_TICK_NANOS : TICK_NANOS));
  }

  private static boolean isGrowing(Draft draft) {
    if (draft.ground.parts() != Parts.USABLE
        || draft.options.limits().limited()
        || draft.growth.target() >= draft.options.limits().connections()
        || draft.mostRemaining() < 2 * VictimRule.MIN_SPLIT_BYTES) {
      return false;
    }
    return switch (draft.growth.phase()) {
      case WAITING, STEADYING, OPENING, JUDGING -> true;
      case RESTING -> false;
    };
  }
}
