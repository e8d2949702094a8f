package org.sluice.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

class TraceIntakeTest {
  private static final int SMALL = 1 << 12;
  private static final long DEADLINE_NANOS = 60_000_000_000L;

  @Test
  void aReaderThatStandsStillMissesNothing() {
    TraceRing ring = new TraceRing(SMALL);
    try (TraceIntake intake = TraceIntake.start(ring.reader())) {
      // Ten times what the ring holds, while nobody fetches: each half ring once the last is taken.
      for (int part = 0; part < 20; part++) {
        publish(ring, SMALL / 2);
        long end = ring.nextSeq();
        await(() -> intake.waiting() == end);
      }
      List<Long> seen = new ArrayList<>();
      while (intake.drain(1_000, event -> seen.add(event.seq())) == 1_000) {
        assertThat(seen.size() % 1_000).isZero();
      }
      assertThat(seen).hasSize(10 * SMALL).isSorted().startsWith(0L);
      assertThat(intake.missed()).isZero();
    }
  }

  @Test
  void whatCannotBeKeptIsCounted() {
    TraceRing ring = new TraceRing(SMALL);
    try (TraceIntake intake = TraceIntake.start(ring.reader())) {
      long all = 0;
      while (all < Tape.MOST_EVENTS + 10L * SMALL) {
        publish(ring, SMALL / 2);
        all += SMALL / 2;
        long end = all;
        await(() -> intake.waiting() + intake.missed() == end);
      }
      List<Long> seen = new ArrayList<>();
      intake.drain(Integer.MAX_VALUE, event -> seen.add(event.seq()));
      assertThat(seen).endsWith(all - 1).isSorted();
      assertThat(intake.missed()).isPositive().isEqualTo(all - seen.size());
    }
  }

  private static void publish(TraceRing ring, int count) {
    for (int i = 0; i < count; i++) {
      long seq = ring.nextSeq();
      ring.publish(new TraceEvent.TimerFired(seq, seq, 0, -1));
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - begin).as("waited too long").isLessThan(DEADLINE_NANOS);
      Thread.onSpinWait();
    }
  }
}
