package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.Multi;
import org.sluice.engine.multi.MultiCode;
import org.sluice.engine.multi.MultiOptions;
import org.sluice.engine.multi.Readiness;

/// Other ways to drive a multi, and wrong ones.
class MisuseGoldenTest extends GoldenTestBase {
  @ParameterizedTest
  @EnumSource
  void socketAll2006(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "socket_all_2006",
            idle,
            m -> {
              m.loop.usesAll = true;
              m.asksTimeout = true;
              m.add(m.easy(http("/100k").build()));
              m.socketAll();
              while (m.multi.running() > 0) {
                m.loop.arm(m.multi.timeout());
                m.loop.turn(1_000);
              }
            });
    List<String> steps = Projection.of(lines).get("0");
    assertThat(steps)
        .containsExactly(
            "S0 open inet", "S0 OUT", "S0 REMOVE", "msg CURLE_OK 200 102400", "S0 close");
    assertThat(only(lines, "timer")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void addWithoutKick(IdlePoll idle) throws IOException {
    golden(
        "add_without_kick",
        idle,
        m -> {
          m.add(small(m));
          m.loop.disarm();
          int before = m.trace.lines().size();
          m.loop.turnFor(200);
          assertThat(m.trace.lines()).as("add does no I/O").hasSize(before);
          assertThat(m.multi.sockets()).isEmpty();
          m.timeout();
          m.loop.run();
        });
  }

  @ParameterizedTest
  @EnumSource
  void strayAction(IdlePoll idle) throws IOException {
    golden(
        "stray_action",
        idle,
        m -> {
          m.add(small(m));
          m.loop.run();
          try (SocketChannel stray = SocketChannel.open()) {
            assertThat(m.act(stray, Readiness.IN)).isEqualTo(MultiCode.OK);
            assertThat(m.multi.assign(stray, "x")).isEqualTo(MultiCode.BAD_SOCKET);
          }
        });
  }

  /// An action for a stray socket does the rest of the work all the same.
  @Test
  void strayActionRunsWhatIsDue() throws IOException {
    traced(
        "stray_action_with_work",
        IdlePoll.NONE,
        m -> {
          m.add(small(m));
          try (SocketChannel stray = SocketChannel.open()) {
            m.act(stray, Readiness.IN);
          }
          assertThat(m.multi.sockets()).hasSize(1);
          m.loop.run();
        });
  }

  @Test
  void codes() throws IOException {
    Map<String, String> ours = new LinkedHashMap<>();
    try (TracedMulti m = new TracedMulti("codes", IdlePoll.NONE);
        TracedMulti other = new TracedMulti("codes", IdlePoll.NONE);
        SocketChannel stray = SocketChannel.open()) {
      Easy easy = small(m);
      ours.put("add_handle(NULL easy)", m.multi.add(null).curlName());
      ours.put("remove_handle never added", m.multi.remove(easy.transfer).curlName());
      ours.put("add_handle", m.multi.add(easy.transfer).curlName());
      ours.put("add_handle twice", m.multi.add(easy.transfer).curlName());
      ours.put("add_handle to second multi", other.multi.add(easy.transfer).curlName());
      ours.put("remove_handle from wrong multi", other.multi.remove(easy.transfer).curlName());
      ours.put("remove_handle(NULL easy)", m.multi.remove(null).curlName());
      ours.put("socket_action unknown fd", m.multi.socketAction(stray, Readiness.IN).curlName());
      ours.put("assign unknown fd", m.multi.assign(stray, null).curlName());
      ours.put("remove_handle", m.multi.remove(easy.transfer).curlName());
      ours.put("remove_handle again", m.multi.remove(easy.transfer).curlName());
      ours.put("cleanup second multi", other.multi.cleanup().curlName());
      assertThat(other.multi.cleanup()).isEqualTo(MultiCode.BAD_HANDLE);
    }
    for (String version : GoldenTrace.VERSIONS) {
      Map<String, String> recorded = new LinkedHashMap<>();
      only(GoldenTrace.read(version, "codes"), "check")
          .forEach(line -> recorded.put(line.text("what"), line.text("rc")));
      recorded.keySet().retainAll(ours.keySet());
      assertThat(ours).as(version).isEqualTo(recorded);
    }
  }

  @Test
  void strerror() {
    for (String version : GoldenTrace.VERSIONS) {
      List<Line> texts = only(GoldenTrace.read(version, "codes"), "strerror");
      assertThat(texts).hasSize(15);
      for (Line line : texts) {
        assertThat(MultiCode.strerror(line.number("code"))).isEqualTo(line.text("text"));
      }
    }
  }

  @Test
  void negativeLimitsAreRefused() {
    assertThatThrownBy(() -> MultiOptions.DEFAULT.withLimits(-1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherThreadIsThrownOut() throws Exception {
    try (TracedMulti m = new TracedMulti("threads", IdlePoll.NONE)) {
      Throwable[] thrown = new Throwable[1];
      m.inSocketCallback =
          () -> {
            Thread stranger =
                Thread.ofPlatform()
                    .start(
                        () -> {
                          try {
                            m.multi.socketAction(Multi.TIMEOUT, Readiness.UNKNOWN);
                          } catch (IllegalStateException e) {
                            thrown[0] = e;
                          }
                        });
            try {
              stranger.join();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          };
      m.add(small(m));
      m.loop.run();
      assertThat(thrown[0]).hasMessageContaining("is in a call of thread");
    }
  }
}
