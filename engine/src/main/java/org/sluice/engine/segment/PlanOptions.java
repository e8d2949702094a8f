package org.sluice.engine.segment;

/// What a plan is asked for.
///
/// @param limits at the start; [PlanEvent.LimitsChanged] changes them live
/// @param inOrder whether the file is to be filled from its start on
public record PlanOptions(PlanLimits limits, boolean inOrder) {
  public static PlanOptions of(int maxSegments) {
    return new PlanOptions(PlanLimits.of(maxSegments), false);
  }

  public PlanOptions limits(PlanLimits value) {
    return new PlanOptions(value, inOrder);
  }

  public PlanOptions inOrder(boolean value) {
    return new PlanOptions(limits, value);
  }
}
