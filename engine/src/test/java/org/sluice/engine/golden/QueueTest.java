package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.multi.TransferState;

/// The line for a connection: first come, first served, and no slot is left empty.
class QueueTest extends GoldenTestBase {
  @Test
  void firstInFirstOut() throws IOException {
    List<Line> lines =
        traced(
            "fifo",
            options -> options.withLimits(2, 0, 10),
            Lookup.SYSTEM,
            m -> {
              for (int i = 0; i < 6; i++) {
                m.add(m.easy(http("/slowstart?ms=" + (20 + 30 * (i % 2))).build()));
              }
              m.loop.run();
            });
    List<String> started =
        only(lines, "sock").stream().map(line -> line.text("easy")).distinct().toList();
    assertThat(started).containsExactly("0", "1", "2", "3", "4", "5");
  }

  @Test
  void firstInFirstOutForTheTotal() throws IOException {
    List<Line> lines =
        traced(
            "fifo_total",
            options -> options.withLimits(0, 1, 10),
            Lookup.SYSTEM,
            m -> {
              for (int i = 0; i < 6; i++) {
                LabOrigin door = i % 2 == 0 ? LabOrigin.HTTP : LabOrigin.HTTP_OTHER;
                m.add(m.easy(get(lab.uri(door, "/small").toString()).build()));
              }
              m.loop.run();
            });
    assertThat(only(lines, "msg"))
        .extracting(line -> line.text("easy"))
        .containsExactly("0", "1", "2", "3", "4", "5");
  }

  /// Two slots come free while one waits; a newcomer takes the other one at once.
  @Test
  void noSlotStaysEmpty() throws IOException {
    traced(
        "no_slot_stays_empty",
        options -> options.withLimits(2, 0, 10),
        Lookup.SYSTEM,
        m -> {
          Easy first = m.easy(http("/silent").build());
          Easy second = m.easy(http("/silent").build());
          Easy waits = m.easy(http("/silent").build());
          m.add(first);
          m.add(second);
          m.add(waits);
          m.loop.runUntil(() -> m.multi.counters().pending() == 1);
          Easy newcomer = m.easy(http("/silent").build());
          m.add(newcomer);
          // Both leave before anybody runs: one slot calls the one that waits, one calls nobody.
          m.remove(first);
          m.remove(second);
          m.timeout();
          m.loop.turnFor(50);
          assertThat(state(waits)).isNotEqualTo(TransferState.PENDING);
          assertThat(state(newcomer)).isNotEqualTo(TransferState.PENDING);
        });
  }

  @Test
  void theSlotOfOneThatIsRemovedWhileCalledGoesOn() throws IOException {
    traced(
        "called_and_removed",
        options -> options.withLimits(1, 0, 10),
        Lookup.SYSTEM,
        m -> {
          Easy first = m.easy(http("/silent").build());
          Easy called = m.easy(http("/small").build());
          Easy last = m.easy(http("/small").build());
          m.add(first);
          m.add(called);
          m.add(last);
          m.timeout();
          assertThat(m.multi.counters().pending()).isEqualTo(2);
          m.remove(first);
          m.remove(called);
          m.loop.run();
          assertThat(last.received).isEqualTo(13);
        });
  }

  /// TIMEOUT counts the time in the queue.
  @Test
  void theTimeInTheQueueCounts() throws IOException {
    List<Line> lines =
        traced(
            "queue_time",
            options -> options.withLimits(1, 0, 10),
            Lookup.SYSTEM,
            m -> {
              m.add(m.easy(http("/slowstart?ms=300").build()));
              Easy late =
                  m.easy(
                      http("/slowstart?ms=300")
                          .limits(LIMITS.withTotal(Duration.ofMillis(450)))
                          .build());
              m.add(late);
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OPERATION_TIMEDOUT");
    assertThat(Projection.of(lines).get("1"))
        .as("it had begun")
        .anyMatch(step -> step.contains("IN"));
  }

  /// Who is called goes first, even if a newcomer runs before it.
  @Test
  void nobodyOvertakesWhoWasCalled() throws IOException {
    List<Line> lines =
        traced(
            "no_overtaking",
            options -> options.withLimits(0, 1, 10),
            Lookup.SYSTEM,
            m -> {
              Easy first = m.easy(http("/silent").build());
              m.add(first);
              m.add(small(m));
              m.loop.runUntil(() -> m.multi.counters().pending() == 1);
              m.add(m.easy(get(lab.uri(LabOrigin.HTTP_OTHER, "/small").toString()).build()));
              m.remove(first);
              m.loop.run();
            });
    assertThat(only(lines, "msg")).extracting(line -> line.text("easy")).containsExactly("1", "2");
  }

  private static TransferState state(Easy easy) {
    return easy.transfer.info().state();
  }
}
