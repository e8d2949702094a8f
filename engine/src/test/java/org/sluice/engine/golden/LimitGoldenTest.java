package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.TransferOptions;

/// Transfers that wait for a connection.
class LimitGoldenTest extends GoldenTestBase {
  @ParameterizedTest
  @EnumSource
  void maxHostConnections2(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "max_host_connections2",
            options -> options.withIdlePoll(idle).withLimits(2, 0, 10),
            Lookup.SYSTEM,
            m -> {
              for (int i = 0; i < 6; i++) {
                m.add(m.easy(http("/slowstart").build()));
              }
              m.timeout();
              assertThat(m.multi.running()).as("queued ones count").isEqualTo(6);
              m.loop.run();
            });
    assertThat(only(lines, "open")).hasSize(2);
    assertThat(results(lines)).hasSize(6).containsOnly("CURLE_OK");
    List<Line> recorded = GoldenTrace.read("8.22", "max_host_connections2");
    assertThat(perSocket(lines)).isEqualTo(perSocket(recorded));
    assertThat(startOrder(lines)).as("first in, first out").isSorted();
  }

  /// What each socket shows, whoever uses it: it leaves and comes back without its data.
  private static List<List<String>> perSocket(List<Line> lines) {
    List<List<String>> all = new ArrayList<>();
    for (String socket :
        only(lines, "open").stream().map(line -> line.text("s")).distinct().toList()) {
      List<String> shown = new ArrayList<>();
      for (Line line : only(lines, "sock")) {
        if (line.text("s").equals(socket)) {
          shown.add(line.text("what") + (line.get("socketp") == null ? " null" : " data"));
        }
      }
      all.add(shown);
    }
    return all;
  }

  private static List<Integer> startOrder(List<Line> lines) {
    return only(lines, "sock").stream().map(line -> line.number("easy")).distinct().toList();
  }

  /// libcurl reports it only when a slot comes free; documented is the limit itself.
  @ParameterizedTest
  @EnumSource
  void pendingTimeout(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "pending_timeout",
            options -> options.withIdlePoll(idle).withLimits(1, 0, 10),
            Lookup.SYSTEM,
            m -> {
              long start = System.nanoTime();
              m.add(m.easy(limited("/silent", 20_000)));
              Easy queued = m.easy(limited("/slowstart", 300));
              m.add(queued);
              m.loop.runUntil(() -> m.multi.running() == 1);
              FailureGoldenTest.assertMillis(start, 300, 1_300);
              assertThat(queued.transfer.info().error()).contains("timed out after");
            });
    assertThat(Projection.of(lines).get("1")).containsExactly("msg CURLE_OPERATION_TIMEDOUT 0 0");
    assertThat(results(lines)).containsExactly("CURLE_OPERATION_TIMEDOUT");
  }

  private static TransferOptions limited(String path, long millis) {
    return http(path).limits(LIMITS.withTotal(Duration.ofMillis(millis))).build();
  }
}
