package org.sluice.engine.segment;

import org.sluice.engine.segment.Ground.Parts;
import org.sluice.engine.segment.PlanEvent.End;
import org.sluice.engine.segment.PlanEvent.Ended;

/// What follows when a carrier is gone.
final class EndRule {
  /// An answer that ended early though all was well is not asked for again sooner.
  static final long EARLY_END_NANOS = 1_000_000_000L;

  /// So many answers in a row with the whole instead of a part say that there are no parts.
  static final int MOST_WHOLE_ANSWERS = 3;

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

  /// One server of several behind an address may not give parts while the others do, so that one
  /// such answer is no reason to give up where there were better ones.
  private static void noRange(Draft draft, Ended ended) {
    int others = draft.carriers().size();
    draft.holds = draft.holds.close(ended.notBeforeNanos()).at(draft.nowNanos);
    if (others > 0) {
      String reason = "the server gave no part of the file";
      draft.growth =
          SlowStart.refused(draft.growth, others, draft.nowNanos, ended.notBeforeNanos(), reason);
      return;
    }
    int inARow = draft.ground.wholeAnswers() + 1;
    boolean over = draft.ground.parts() != Parts.USABLE || inARow >= MOST_WHOLE_ANSWERS;
    draft.ground = over ? draft.ground.parts(Parts.UNUSABLE) : draft.ground.wholeAnswers(inARow);
  }
}
