package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.MultiCode;

/// Transfers that are taken out before their end: REMOVE, close and no message.
class RemovalGoldenTest extends GoldenTestBase {
  @ParameterizedTest
  @EnumSource
  void removeMidTransfer(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "remove_mid_transfer",
            idle,
            m -> {
              Easy easy = m.easy(http("/10m").build());
              m.add(easy);
              m.loop.runUntil(() -> easy.received >= 1_000_000);
              m.remove(easy);
              m.timeout();
              m.loop.turnFor(50);
            });
    assertInside(lines, "curl_multi_remove_handle");
    assertThat(only(lines, "msg")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void removeWhileConnecting(IdlePoll idle) throws IOException {
    assumeTrue(lab.supports(LabOrigin.HANGING), "this system leaves no connect hanging");
    List<Line> lines =
        traced(
            "remove_while_connecting",
            idle,
            m -> {
              Easy easy = m.easy(get(lab.hangingConnect().toString()).build());
              m.add(easy);
              m.loop.turnFor(100);
              m.remove(easy);
              m.timeout();
            });
    assertThat(Projection.of(lines).get("0"))
        .containsExactly("S0 open inet", "S0 OUT", "S0 REMOVE", "S0 close");
    assertInside(lines, "curl_multi_remove_handle");
  }

  @ParameterizedTest
  @EnumSource
  void cleanupMidTransfer(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "cleanup_mid_transfer",
            idle,
            m -> {
              Easy easy = m.easy(http("/10m").build());
              m.add(easy);
              m.loop.runUntil(() -> easy.received >= 1_000_000);
              assertThat(m.cleanup()).isEqualTo(MultiCode.OK);
              assertThat(m.multi.add(easy.transfer)).isEqualTo(MultiCode.BAD_HANDLE);
            });
    assertInside(lines, "curl_multi_cleanup");
    assertThat(only(lines, "msg")).isEmpty();
  }

  /// REMOVE, close and, if a timer was set, -1: one after the other, in this call.
  private static void assertInside(List<Line> lines, String fn) {
    int call = 0;
    while (!lines.get(call).is("call") || !lines.get(call).isOf(fn)) {
      call++;
    }
    assertThat(lines.get(call + 1).get("what")).isEqualTo("REMOVE");
    assertThat(lines.get(call + 2).ev()).isEqualTo("close");
    boolean told = lines.get(call + 3).is("timer");
    if (told) {
      assertThat(lines.get(call + 3).get("cls")).isEqualTo("-1");
    }
    assertThat(lines.get(call + (told ? 4 : 3)).get("running")).isEqualTo("0");
  }
}
