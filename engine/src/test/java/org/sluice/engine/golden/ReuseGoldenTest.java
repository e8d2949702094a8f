package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.multi.IdlePoll;

/// Connections that are used again, or are not.
class ReuseGoldenTest extends GoldenTestBase {
  @ParameterizedTest
  @EnumSource
  void reuseSequential(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "reuse_sequential",
            idle,
            m -> {
              m.add(small(m));
              m.loop.run();
              m.add(small(m));
              m.loop.run();
            });
    assertThat(only(lines, "open")).hasSize(1);
    assertThat(only(lines, "msg")).last().extracting(l -> l.get("new_connects")).isEqualTo("0");
  }

  @ParameterizedTest
  @EnumSource
  void forbidReuseSequential(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "forbid_reuse_sequential",
            idle,
            m -> {
              for (int i = 0; i < 2; i++) {
                m.add(m.easy(http("/small").forbidReuse(true).build()));
                m.loop.run();
              }
            });
    for (Line close : only(lines, "close")) {
      Line before = lines.get(lines.indexOf(close) - 1);
      assertThat(before.get("what")).as("before " + close).isEqualTo("REMOVE");
      assertThat(before.get("s")).isEqualTo(close.get("s"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void redirectSameHost(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "redirect_same_host",
            idle,
            m -> {
              m.add(m.easy(http("/redir").build()));
              m.loop.run();
            });
    assertThat(told(lines)).as("the hop is hidden").containsOnlyOnce("OUT", "REMOVE");
  }

  @ParameterizedTest
  @EnumSource
  void redirectOtherPort(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "redirect_other_port",
            idle,
            m -> {
              m.add(m.easy(http("/redir-port").build()));
              m.loop.run();
            });
    assertThat(Projection.of(lines).get("0"))
        .containsExactly(
            "S0 open inet",
            "S0 OUT",
            "S1 open inet",
            "S1 OUT",
            "S0 REMOVE",
            "S1 REMOVE",
            "msg CURLE_OK 200 13",
            "S0 close",
            "S1 close");
    int out = lines.indexOf(sock(lines, "S1", "OUT"));
    int remove = lines.indexOf(sock(lines, "S0", "REMOVE"));
    assertThat(lines.subList(out, remove)).as("in one call").noneMatch(l -> l.depth() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void idleConnClosedByServer(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "idle_conn_closed_by_server",
            idle,
            m -> {
              m.add(m.easy(http("/ka-then-close").build()));
              m.loop.run();
              // The server closes after 100 ms; nobody may be told.
              int before = m.trace.lines().size();
              m.loop.turnFor(300);
              assertThat(m.trace.lines()).hasSize(before);
              m.add(m.easy(http("/x").build()));
              m.loop.run();
            });
    assertThat(Projection.of(lines).get("0"))
        .containsExactly("S0 open inet", "S0 OUT", "S0 REMOVE", "msg CURLE_OK 200 13", "S0 close");
    assertThat(Projection.of(lines).get("1"))
        .containsExactly("S1 open inet", "S1 OUT", "S1 REMOVE", "msg CURLE_OK 200 5", "S1 close");
    assertThat(only(lines, "close").getFirst().depth()).as("inside a call").isEqualTo(1);
    assertThat(lines.indexOf(only(lines, "close").getFirst()))
        .isLessThan(lines.indexOf(only(lines, "open").getLast()));
  }

  private static Line sock(List<Line> lines, String socket, String what) {
    return only(lines, "sock").stream()
        .filter(line -> line.text("s").equals(socket) && line.text("what").equals(what))
        .findFirst()
        .orElseThrow();
  }
}
