package org.sluice.engine.segment;

import org.sluice.engine.segment.Ground.Parts;
import org.sluice.engine.segment.PlanEvent.End;
import org.sluice.engine.segment.PlanEvent.Ended;

/// What follows when a carrier is gone.
final class EndRule {
  /// An answer that ended early though all was well is not asked for again sooner.
  static final long EARLY_END_NANOS = 1_000_000_000L;

  private EndRule() {}

  static void apply(Draft draft, Ended ended, Carrier carrier) {
    Lease lease = draft.lease(carrier.lease());
    if (ended.how() == End.COMPLETE && lease.isOpen()) {
      draft.length(lease.frontier());
    }
    boolean whole = draft.lease(lease.id()).remaining() == 0;
    boolean grown = draft.scene().isGrown(carrier);
    draft.remove(carrier);
    if (whole) {
      draft.pace = draft.pace.finished(carrier.seen().bytesPerSecond(), grown);
      return;
    }
    switch (ended.how()) {
      case COMPLETE ->
          hold(draft, Math.max(ended.notBeforeNanos(), draft.nowNanos + EARLY_END_NANOS));
      case FAILED -> hold(draft, ended.notBeforeNanos());
      case REFUSED -> refused(draft, ended);
      case NO_RANGE -> noRange(draft, ended);
    }
  }

  private static void hold(Draft draft, long notBeforeNanos) {
    draft.holds = draft.holds.plus(notBeforeNanos).at(draft.nowNanos);
  }

  private static void refused(Draft draft, Ended ended) {
    int others = draft.carriers().size();
    draft.holds = draft.holds.close(ended.notBeforeNanos()).at(draft.nowNanos);
    if (others > 0) {
      String reason = "the server refused a connection beside " + Words.connections(others);
      draft.growth =
          SlowStart.refused(draft.growth, others, draft.nowNanos, ended.notBeforeNanos(), reason);
      if (others < draft.options.limits().hostCap()) {
        draft.act(new PlanAction.LearnHostCap(others, reason));
      }
    }
  }

  private static void noRange(Draft draft, Ended ended) {
    int others = draft.carriers().size();
    draft.holds = draft.holds.close(ended.notBeforeNanos()).at(draft.nowNanos);
    if (others == 0) {
      draft.ground = draft.ground.parts(Parts.UNUSABLE);
    } else {
      draft.growth =
          SlowStart.refused(
              draft.growth,
              others,
              draft.nowNanos,
              ended.notBeforeNanos(),
              "the server gave no part of the file");
    }
  }
}
