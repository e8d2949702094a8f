package org.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.segment.PlanAction.Cancel;
import org.sluice.engine.segment.PlanAction.Extend;
import org.sluice.engine.segment.PlanAction.Finished;
import org.sluice.engine.segment.PlanAction.LearnHostCap;
import org.sluice.engine.segment.PlanAction.Open;
import org.sluice.engine.segment.PlanAction.Shrink;
import org.sluice.engine.segment.PlanAction.WholeNeeded;
import org.sluice.engine.segment.PlanEvent.End;

/// What the planner does, and why, in stories that a person can follow.
class SegmentPlannerTest {
  private static final long MIB = 1024 * 1024;

  @Test
  void theFirstRequestIsTheFirstSegment() {
    PlanStory story = new PlanStory(PlanOptions.of(8));
    Open open = only(Open.class, story.fresh());
    assertThat(open.from()).isZero();
    assertThat(open.to()).isEqualTo(Lease.OPEN_END);
    assertThat(open.reason()).isEqualTo("the first request is the first segment");
  }

  @Test
  void aSteadyConnectionIsJoinedByASecondOneThatTakesHalfOfTheRest() {
    PlanStory story = PlanStory.answered(PlanOptions.of(8), 100);
    assertThat(story.flow(0.15, 4)).isEmpty();
    List<PlanAction> actions = story.flow(0.1, 4);
    Shrink shrink = first(Shrink.class, actions);
    Open open = first(Open.class, actions);
    assertThat(actions).hasSize(2);
    assertThat(open.from()).isEqualTo(shrink.newTo());
    assertThat(open.to()).isEqualTo(100 * MIB);
    assertThat(open.to() - open.from()).isBetween(48 * MIB, 50 * MIB);
    assertThat(open.reason())
        .isEqualTo(
            "lease 1 has most time left, 25 s at 4.0 MiB/s; a new connection takes the last 49 MiB"
                + " of it");
    assertThat(story.state().growth().reason()).isEqualTo("1 connection at 4.0 MiB/s; trying 2");
  }

  @Test
  void growsOnAtOnceWhereEveryConnectionBringsAsMuch() {
    PlanStory story = PlanStory.answered(PlanOptions.of(8), 1000);
    story.flow(2, 4);
    assertThat(story.state().carriers()).hasSize(8);
  }

  @Test
  void stopsWhereASecondConnectionBringsNothing() {
    PlanStory story = PlanStory.answered(PlanOptions.of(8), 1000);
    story.flow(0.2, 8);
    story.flow(2.5, 4);
    assertThat(story.state().carriers()).hasSize(2);
    assertThat(story.state().growth().phase()).isEqualTo(Growth.Phase.RESTING);
    assertThat(story.state().growth().reason()).isEqualTo("2 connections: the last 1 added 0 %");
    assertThat(story.flow(19, 4)).isEmpty();
    List<PlanAction> afterRest = List.of();
    for (int i = 0; i < 60 && afterRest.isEmpty(); i++) {
      afterRest = story.flow(0.05, 4);
    }
    first(Open.class, afterRest);
    assertThat(story.state().growth().reason()).isEqualTo("2 connections at 8.0 MiB/s; trying 3");
  }

  @Test
  void aSpeedThatHasFallenByItselfIsMeasuredAnew() {
    PlanStory story = PlanStory.answered(PlanOptions.of(8), 1000);
    story.flow(
        0.2, 8); // a connection at its start is faster than it can stay where packets are lost
    story.flow(3, 2);
    assertThat(story.state().carriers()).hasSizeGreaterThan(2);
  }

  @Test
  void aConnectionThatStillGetsFasterIsLeftAlone() {
    PlanStory story = PlanStory.answered(PlanOptions.of(8), 1000);
    for (double speed = 1; speed < 40; speed *= 1.2) {
      assertThat(story.flow(0.05, speed)).as("at %s MiB/s", speed).isEmpty();
    }
    assertThat(story.flow(0.3, 40)).isNotEmpty();
  }

  @Test
  void nothingIsCutWhereANewConnectionComesTooLate() {
    PlanStory story = PlanStory.answered(PlanOptions.of(8), 20);
    assertThat(story.flow(0.45, 40))
        .as("it is through before another would be at that speed")
        .isEmpty();
    PlanStory small = PlanStory.answered(PlanOptions.of(8), 1);
    small.flow(1, 0.6);
    assertThat(small.state().carriers()).as("less is left than is worth a connection").hasSize(1);
  }

  @Test
  void whatARefusedConnectionShouldHaveFetchedTheFirstOneGoesOnWith() {
    PlanStory story = PlanStory.answered(PlanOptions.of(8), 100);
    story.flow(0.2, 4);
    List<PlanAction> actions = story.end(2, End.REFUSED, 30);
    LearnHostCap cap = first(LearnHostCap.class, actions);
    assertThat(cap.connections()).isEqualTo(1);
    assertThat(cap.reason()).isEqualTo("the server refused a connection beside 1 connection");
    assertThat(first(Extend.class, actions).newTo()).isEqualTo(100 * MIB);
    assertThat(actions).hasSize(2);
    assertThat(story.flow(15, 4)).as("the server is left alone").isEmpty();
    assertThat(only(Finished.class, story.flow(11, 4)).reason()).isEqualTo("every byte is there");
  }

  @Test
  void aBrokenConnectionIsReplacedWhenTheRetryPolicyAllows() {
    PlanStory story = PlanStory.answered(PlanOptions.of(1), 100);
    story.flow(2, 4);
    assertThat(story.end(1, End.FAILED, 3)).isEmpty();
    story.pass(2.9);
    assertThat(story.tick()).isEmpty();
    story.pass(0.2);
    Open open = only(Open.class, story.tick());
    assertThat(open.from()).isBetween(7 * MIB, 8 * MIB);
    assertThat(open.to()).isEqualTo(100 * MIB);
  }

  @Test
  void theOwnerIsAskedToWakeThePlanWhenABackOffEnds() {
    PlanStory story = PlanStory.answered(PlanOptions.of(1), 100);
    story.flow(1, 4);
    CarrierId id = story.state().carriers().getFirst().id();
    long until = story.moment().nowNanos() + 7_000_000_000L;
    PlanEvent event = new PlanEvent.Ended(story.moment(), id, End.FAILED, until);
    assertThat(SegmentPlanner.step(story.state(), event).wakeNanos()).isEqualTo(until);
  }

  @Test
  void aSilentConnectionIsReplacedWhileOthersGoOn() {
    PlanStory story = PlanStory.answered(PlanOptions.of(2), 1000);
    story.flow(2, 4);
    assertThat(story.flow(3.9, 4, 0)).isEmpty();
    List<PlanAction> actions = story.flow(0.2, 4, 0);
    assertThat(first(Cancel.class, actions).reason())
        .isEqualTo("carrier 4 was silent for 4.0 s while others went on");
    assertThat(first(Open.class, actions).to()).isEqualTo(1000 * MIB);
    assertThat(story.flow(6, 0)).as("all silent is not the planner's matter").isEmpty();
  }

  @Test
  void theLastBytesOfASlowConnectionAreRacedFor() {
    PlanStory story = PlanStory.answered(PlanOptions.of(2), 20);
    List<PlanAction> actions = story.flow(6, 4, 0.1, 4);
    List<Open> opens =
        actions.stream().filter(Open.class::isInstance).map(Open.class::cast).toList();
    Open hedge = opens.getLast();
    assertThat(hedge.reason())
        .isEqualTo(
            "lease 3 needs 1.9 s for its last 191 KiB, another connection about 0.2 s; both try");
    assertThat(opens)
        .as("that has two")
        .filteredOn(o -> o.lease().equals(hedge.lease()))
        .hasSize(2);
    assertThat(actions.get(actions.size() - 2).reason()).endsWith("was first");
    assertThat(actions.getLast()).isInstanceOf(Finished.class);
  }

  @Test
  void aServerWithoutPartsGetsOneConnection() {
    PlanStory story = new PlanStory(PlanOptions.of(8));
    story.fresh();
    story.pass(0.06);
    story.answer(1, 100 * MIB, false);
    assertThat(story.flow(10, 4)).isEmpty();
    WholeNeeded stuck = only(WholeNeeded.class, story.end(1, End.FAILED, 0));
    assertThat(stuck.reason())
        .isEqualTo("60 MiB are missing, and the server gives no parts of this file");
  }

  @Test
  void aFileOfUnknownLengthEndsWhereItsAnswerEnds() {
    PlanStory story = new PlanStory(PlanOptions.of(8));
    story.fresh();
    story.pass(0.06);
    story.answer(1, PlanEvent.UNKNOWN_LENGTH, false);
    assertThat(story.flow(10, 4)).isEmpty();
    assertThat(story.end(1, End.COMPLETE, 0)).hasOnlyElementsOfType(Finished.class);
  }

  @Test
  void anEmptyFileIsFinishedWithItsAnswer() {
    PlanStory story = new PlanStory(PlanOptions.of(8));
    story.fresh();
    assertThat(story.answer(1, 0, true)).isEmpty();
    assertThat(story.end(1, End.COMPLETE, 0)).hasOnlyElementsOfType(Finished.class);
  }

  @Test
  void aResumedDownloadFetchesOneGapUntilItIsProven() {
    PlanStory story = new PlanStory(PlanOptions.of(8));
    Spans missing = Spans.of(new Span(10 * MIB, 20 * MIB), new Span(50 * MIB, 100 * MIB));
    Open first = only(Open.class, story.resumed(100 * MIB, missing));
    assertThat(first.from()).as("the longest gap").isEqualTo(50 * MIB);
    story.pass(0.06);
    story.answer(1, 100 * MIB, true);
    assertThat(story.flow(2, 4)).isEmpty();
    story.proven();
    Open second = only(Open.class, story.flow(0.15, 4));
    assertThat(second.from()).as("before anything is cut").isEqualTo(10 * MIB);
    assertThat(second.reason()).isEqualTo("10 MiB are missing and nobody fetches them");
  }

  @Test
  void inOrderTheFileIsFilledFromItsStart() {
    PlanStory story = PlanStory.answered(PlanOptions.of(4).inOrder(true), 1000);
    List<PlanAction> actions = story.flow(2, 4);
    assertThat(story.state().carriers()).hasSize(4);
    assertThat(story.state().leases().getLast().to()).isLessThan(64 * MIB);
    assertThat(first(Shrink.class, actions).reason())
        .isEqualTo("in order, others fetch what comes after the next 16 MiB of lease 1");
    assertThat(first(Open.class, actions).reason()).isEqualTo("the next 16 MiB in order");
  }

  @Test
  void fewerConnectionsAreAllowedWhileItRuns() {
    PlanStory story = PlanStory.answered(PlanOptions.of(8), 1000);
    story.flow(2, 4);
    List<PlanAction> actions = story.limits(PlanLimits.of(3));
    assertThat(actions.stream().filter(Cancel.class::isInstance)).hasSize(5);
    assertThat(first(Cancel.class, actions).reason()).isEqualTo("no more than 3 connections now");
    assertThat(story.state().carriers()).hasSize(3);
  }

  @Test
  void growthGoesOnWhenMoreAreAllowedAgain() {
    for (int allowed = 1; allowed < 4; allowed++) {
      PlanStory story = PlanStory.answered(PlanOptions.of(8), 4_000);
      for (int i = 0; story.state().carriers().size() < 8; i++) {
        assertThat(i).as("steps of the growth to eight").isLessThan(400);
        story.flow(0.05, 2);
      }
      story.limits(PlanLimits.of(8).hostCap(allowed)); // while the last four are judged
      story.flow(5, 2);
      assertThat(story.state().carriers()).as("%d allowed", allowed).hasSize(allowed);
      story.limits(PlanLimits.of(8));
      story.flow(5, 2);
      assertThat(story.state().carriers()).as("%d allowed before", allowed).hasSize(8);
    }
  }

  @Test
  void aSpeedLimitEndsTheGrowth() {
    PlanLimits limited = PlanLimits.of(8).limited(true);
    PlanStory story = PlanStory.answered(new PlanOptions(limited, false), 100);
    assertThat(story.flow(10, 1)).isEmpty();
    story.limits(PlanLimits.of(8));
    assertThat(story.flow(1, 4)).isNotEmpty();
  }

  @Test
  void aLeaseIsNotCutUnlessItsCarrierWasReadInTheSameEvent() {
    PlanStory story = PlanStory.answered(PlanOptions.of(8), 100);
    story.flow(0.15, 4);
    story.pass(0.02);
    assertThat(story.blindTick()).isEmpty();
    assertThat(story.blindTick()).isEmpty();
    assertThat(story.tick()).isNotEmpty();
  }

  @Test
  void leasesThatOverlapCannotBe() {
    Lease one = new Lease(new LeaseId(1), 0, 100, 50);
    Lease other = new Lease(new LeaseId(2), 99, 200, 99);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crew(List.of(one, other), List.of(), 2))
        .withMessageContaining("overlaps");
  }

  @Test
  void aCarrierBeyondItsLeaseIsAMistakeThatIsSaid() {
    PlanStory story = PlanStory.answered(PlanOptions.of(1), 1);
    CarrierId id = story.state().carriers().getFirst().id();
    Moment at = Moment.of(2_000_000_000L, new Reading(id, MIB + 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> story.tell(new PlanEvent.Tick(at)))
        .withMessageContaining("beyond the end");
  }

  @Test
  void aPlanBeginsOnce() {
    PlanStory story = new PlanStory(PlanOptions.of(1));
    assertThatIllegalStateException().isThrownBy(story::tick);
    story.fresh();
    assertThatIllegalStateException().isThrownBy(story::fresh);
  }

  private static <A extends PlanAction> A only(Class<A> type, List<PlanAction> actions) {
    assertThat(actions).singleElement().isInstanceOf(type);
    return first(type, actions);
  }

  private static <A extends PlanAction> A first(Class<A> type, List<PlanAction> actions) {
    return actions.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }
}
