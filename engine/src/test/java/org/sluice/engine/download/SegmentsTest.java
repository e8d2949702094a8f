package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Source;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.request.BodySink.Answer;
import org.sluice.engine.resume.RangeRequest;
import org.sluice.engine.segment.Lease;
import org.sluice.engine.segment.PlanAction;
import org.sluice.engine.segment.PlanEvent.End;
import org.sluice.engine.segment.PlanLimits;
import org.sluice.engine.segment.PlanOptions;

/// What a plan is told, and when, by an owner whose transfers are none.
class SegmentsTest {
  private static final long MIB = 1 << 20;

  private long nowNanos = 5_000_000_000L;
  private static final String URL = "http://example.org/f";
  private static final Feed FEED = new Feed(0, Source.of(URL), new Knowledge(URL));

  private final List<LiveCarrier> started = new ArrayList<>();
  private final List<LiveCarrier> cancelled = new ArrayList<>();
  private final List<Integer> caps = new ArrayList<>();
  private long wakeNanos = Long.MAX_VALUE;
  private Consumer<LiveCarrier> onStart = carrier -> {};
  private boolean finished;
  private Spans taken = Spans.EMPTY;
  private final Segments segments =
      new Segments(() -> nowNanos, PlanOptions.of(4), new RecordingOwner());

  private final class RecordingOwner implements Segments.Owner {
    @Override
    public LiveCarrier carrier(PlanAction.Open open, LiveLease lease) {
      return new LiveCarrier(
          open.carrier(),
          lease,
          new LiveCarrier.Request(request(open.from(), open.to()), FEED),
          nowNanos,
          new NoJudge());
    }

    private static RangeRequest request(long from, long to) {
      return to == Lease.OPEN_END
          ? RangeRequest.whole()
          : RangeRequest.unconditional(from, to, "a part");
    }

    @Override
    public void start(LiveCarrier carrier) {
      started.add(carrier);
      onStart.accept(carrier);
    }

    @Override
    public void cancel(LiveCarrier carrier) {
      cancelled.add(carrier);
    }

    @Override
    public void left(LiveLease lease) {
      if (lease.frontier > lease.from) {
        taken = taken.plus(new Span(lease.from, lease.frontier));
      }
    }

    @Override
    public void wakeAt(long nanos) {
      wakeNanos = nanos;
    }

    @Override
    public void hostCap(int connections, String reason) {
      caps.add(connections);
      segments.limits(segments.limits().hostCap(connections)); // as the desk of hosts does
    }

    @Override
    public void wholeNeeded(String reason) {}

    @Override
    public void finished() {
      finished = true;
    }
  }

  private static final class NoJudge implements LiveCarrier.Judge {
    @Override
    public boolean head(LiveCarrier carrier, ResponseHead head) {
      return true;
    }

    @Override
    public Answer body(LiveCarrier carrier, ByteBuffer chunk) {
      return Answer.TAKEN;
    }

    @Override
    public void room(LiveCarrier carrier) {}
  }

  private static void bring(LiveCarrier carrier, long bytes) {
    long to = Math.min(carrier.lease.to, carrier.position + bytes);
    carrier.position = to;
    carrier.lease.frontier = Math.max(carrier.lease.frontier, to);
  }

  /// Time passes, and whoever has begun brings bytes.
  private void flow(double seconds, long bytesPerSecond) {
    for (double passed = 0; passed < seconds && !segments.isOver(); passed += 0.05) {
      nowNanos += 50_000_000L;
      for (LiveCarrier carrier : segments.carriers()) {
        bring(carrier, bytesPerSecond / 20);
      }
      segments.tick();
    }
  }

  private void begin() {
    segments.begin(-1, Spans.EMPTY);
    nowNanos += 60_000_000L;
    segments.answered(started.getFirst(), nowNanos - 20_000_000L, 400 * MIB, true);
  }

  @Test
  void aCarrierThatEndsBeforeItHasBegunLeavesItsPlace() {
    onStart = carrier -> segments.ended(carrier, End.FAILED, nowNanos + 1_000_000_000L);
    segments.begin(-1, Spans.EMPTY);
    assertThat(started).hasSize(1);
    assertThat(segments.carriers()).as("the plan knows that it is gone").isEmpty();
    assertThat(started.getFirst().gone).isTrue();
    onStart = carrier -> {};
    nowNanos += 1_100_000_000L;
    segments.tick();
    assertThat(segments.carriers()).as("another takes its place when the pause is over").hasSize(1);
    assertThat(started).hasSize(2);
  }

  @Test
  void anEndAmongActionsComesAfterAllOfThem() {
    begin();
    // All of the second batch fail as they begin, while the plan's other actions are still to come.
    onStart = carrier -> segments.ended(carrier, End.REFUSED, nowNanos + 60_000_000_000L);
    flow(10, MIB);
    assertThat(segments.connections()).as("started %s", started.size()).isEqualTo(1);
    assertThat(started).hasSizeGreaterThan(1);
    assertThat(caps).as("what the host bears").containsOnly(1);
    assertThat(segments.limits().hostCap()).isEqualTo(1);
    assertThat(cancelled).isEmpty();
  }

  @Test
  void theTimeOfTheConnectionIsNotThatOfTheAnswer() {
    // Two seconds for a name and a handshake, and 20 ms for the answer itself: the round trip by
    // which growth waits is the short one, or each step of it would take seconds.
    segments.begin(-1, Spans.EMPTY);
    nowNanos += 2_000_000_000L;
    segments.answered(started.getFirst(), nowNanos - 20_000_000L, 400 * MIB, true);
    flow(1.5, MIB);
    assertThat(segments.connections()).isGreaterThan(1);
  }

  @Test
  void aPlanAsksToBeWokenSoonWhileItGrows() {
    begin();
    flow(0.1, MIB);
    assertThat(wakeNanos - nowNanos).isBetween(1L, 100_000_000L);
  }

  @Test
  void whatIsLimitedHereGetsNoMoreConnections() {
    begin();
    segments.limits(new PlanLimits(4, PlanLimits.NO_CAP, true));
    flow(10, MIB);
    assertThat(segments.connections()).isEqualTo(1);
    segments.limits(new PlanLimits(4, PlanLimits.NO_CAP, false));
    flow(10, MIB);
    assertThat(segments.connections()).isGreaterThan(1);
    assertThat(finished).isFalse();
  }

  @Test
  void whatTheLeasesTookThatAreGivenUpForALimitIsTold() {
    begin();
    flow(10, MIB);
    assertThat(segments.connections()).isEqualTo(4);
    for (LiveCarrier carrier : segments.carriers()) {
      bring(carrier, 5_000); // and nobody has looked since
    }
    segments.limits(PlanLimits.of(1));
    assertThat(segments.connections()).isEqualTo(1);
    assertThat(cancelled).hasSizeGreaterThanOrEqualTo(3);
    for (LiveCarrier carrier : cancelled) {
      Span last = new Span(carrier.position - 5_000, carrier.position);
      assertThat(taken.covers(last)).as("%s of %s", last, taken).isTrue();
    }
  }
}
