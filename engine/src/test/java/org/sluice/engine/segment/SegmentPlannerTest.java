package org.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.engine.segment.PlanAction.Open;
import org.sluice.engine.segment.PlanEvent.Begun;

class SegmentPlannerTest {
  @Test
  void theFirstRequestIsTheFirstSegment() {
    PlanStep step = SegmentPlanner.step(PlanState.of(PlanOptions.of(8)), Begun.fresh(0));
    assertThat(step.actions())
        .singleElement()
        .isInstanceOfSatisfying(
            Open.class,
            open -> {
              assertThat(open.from()).isZero();
              assertThat(open.to()).isEqualTo(Lease.OPEN_END);
            });
  }
}
