package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.BodySink;

/// Transfers that hold still for a while: NONE and the data kept, or REMOVE as libcurl does it.
class PauseGoldenTest extends GoldenTestBase {
  private static final long MEGABYTE = 1_000_000;

  @ParameterizedTest
  @EnumSource
  void pauseUnpause(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "pause_unpause",
            idle,
            m -> {
              Easy easy = m.easy(http("/10m").build());
              m.add(easy);
              m.loop.runUntil(() -> easy.received >= MEGABYTE);
              m.pause(easy);
              long held = easy.received;
              m.loop.turnFor(200);
              assertThat(easy.received).as("while paused").isEqualTo(held);
              m.unpause(easy);
              m.loop.run();
            });
    assertStandsStill(idle, lines);
    List<Line> pause = inside(lines, "RECV");
    assertThat(only(pause, "sock")).as("told inside the pause").hasSize(1);
    List<Line> unpause = inside(lines, "CONT");
    assertThat(told(unpause)).containsExactly("IN");
    assertThat(only(unpause, "timer")).last().extracting(l -> l.get("cls")).isEqualTo("0");
  }

  @ParameterizedTest
  @EnumSource
  void pauseFromWriteCb(IdlePoll idle) throws IOException {
    List<byte[]> refused = new ArrayList<>();
    List<byte[]> next = new ArrayList<>();
    List<Line> lines =
        traced(
            "pause_from_write_cb",
            idle,
            m -> {
              Easy easy = m.easy(http("/10m").build());
              easy.hook =
                  (e, chunk) -> {
                    byte[] bytes = new byte[chunk.remaining()];
                    chunk.duplicate().get(bytes);
                    if (refused.isEmpty() && e.received + bytes.length > MEGABYTE) {
                      refused.add(bytes);
                      m.trace.add("write", "easy", 0, "ret", "CURL_WRITEFUNC_PAUSE");
                      return BodySink.Answer.PAUSE;
                    }
                    if (!refused.isEmpty() && next.isEmpty()) {
                      next.add(bytes);
                    }
                    return BodySink.Answer.TAKEN;
                  };
              m.add(easy);
              m.loop.runUntil(() -> !refused.isEmpty());
              long held = easy.received;
              m.loop.turnFor(200);
              assertThat(easy.received).as("while paused").isEqualTo(held);
              m.unpause(easy);
              m.loop.run();
            });
    assertThat(next.getFirst()).as("comes again whole").isEqualTo(refused.getFirst());
    assertStandsStill(idle, lines);
    assertThat(only(lines, "msg").getFirst().text("body")).isEqualTo(Integer.toString(10 << 20));
    int write = lines.indexOf(only(lines, "write").getFirst());
    String still = idle == IdlePoll.NONE ? "NONE" : "REMOVE";
    assertThat(lines.subList(write, lines.size()).stream().takeWhile(l -> l.depth() > 0))
        .as("in the same call")
        .anyMatch(line -> still.equals(line.get("what")));
  }

  @ParameterizedTest
  @EnumSource
  void rateLimited(IdlePoll idle) throws IOException {
    long size = 600 << 10;
    long rate = 200 << 10;
    List<Line> lines =
        traced(
            "rate_limited",
            idle,
            m -> {
              long start = System.nanoTime();
              m.add(m.easy(http("/600k").recvLimitBytesPerSecond(rate).build()));
              m.loop.run();
              long least = (size - rate / 10) * 1_000 / rate;
              FailureGoldenTest.assertMillis(start, least, least + 1_000);
            });
    assertThat(results(lines)).containsExactly("CURLE_OK");
    assertThat(only(lines, "msg").getFirst().text("body")).isEqualTo(Long.toString(size));
    String still = idle == IdlePoll.NONE ? "NONE" : "REMOVE";
    // How often is up to the kernel: a sender whose window was shut comes back in its own time, and
    // a socket without bytes to hold back stays at IN.
    assertThat(told(lines).stream().filter(still::equals)).hasSizeGreaterThanOrEqualTo(2);
    for (Line line : only(lines, "sock")) {
      if (line.text("what").equals(still) && line != only(lines, "sock").getLast()) {
        assertThat(lines.subList(lines.indexOf(line), lines.size()).stream())
            .as("a timer goes with " + line)
            .anyMatch(l -> l.is("timer") && l.text("cls").equals(">0"));
      }
    }
    if (idle == IdlePoll.NONE) {
      assertThat(told(lines)).containsOnlyOnce("REMOVE");
      assertThat(only(lines, "sock").stream().skip(1)).allMatch(l -> "P0".equals(l.get("socketp")));
    } else {
      assertThat(told(lines)).doesNotContain("NONE");
    }
  }

  /// OUT, IN, still, IN, REMOVE; and what became of the assigned data.
  private static void assertStandsStill(IdlePoll idle, List<Line> lines) {
    String still = idle == IdlePoll.NONE ? "NONE" : "REMOVE";
    List<String> told = told(lines);
    int at = told.indexOf(still);
    assertThat(told.subList(0, at)).startsWith("OUT").doesNotContain("REMOVE");
    assertThat(told.subList(at, told.size())).containsExactly(still, "IN", "REMOVE");
    List<Line> sock = only(lines, "sock");
    assertThat(sock.get(at).get("socketp")).isEqualTo("P0");
    assertThat(sock.get(at + 1).get("socketp")).isEqualTo(idle == IdlePoll.NONE ? "P0" : null);
    assertThat(sock.get(at + 2).get("socketp")).isEqualTo(idle == IdlePoll.NONE ? "P0" : "P1");
  }

  private static List<Line> inside(List<Line> lines, String bits) {
    int from = 0;
    while (!bits.equals(lines.get(from).get("bits"))) {
      from++;
    }
    return lines.subList(from + 1, lines.size()).stream().takeWhile(l -> l.depth() > 0).toList();
  }
}
