package org.sluice.engine.segment;

import java.util.List;

/// What follows from an event.
///
/// @param next the plan from now on
/// @param actions in the order in which they are to be done
/// @param wakeNanos when the plan wants a [PlanEvent.Tick] if nothing else happens before;
///     [#NO_WAKE] for never
public record PlanStep(PlanState next, List<PlanAction> actions, long wakeNanos) {
  public static final long NO_WAKE = Long.MAX_VALUE;

  public PlanStep {
    actions = List.copyOf(actions);
  }
}
