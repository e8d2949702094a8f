package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;

/// Transfers that fail: with the right code, at the right time, and everything cleaned up.
class FailureGoldenTest extends GoldenTestBase {
  private static final List<String> CLOSED_AT_ONCE =
      List.of("S0 open inet", "S0 OUT", "S0 REMOVE", "S0 close");

  @ParameterizedTest
  @EnumSource
  void refused(IdlePoll idle) throws IOException {
    golden(
        "refused",
        idle,
        m -> {
          m.add(m.easy(get(lab.refused().toString()).build()));
          m.loop.run();
        });
  }

  @ParameterizedTest
  @EnumSource
  void refused3Queue(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "refused3_queue",
            idle,
            m -> {
              m.reads = false;
              for (int i = 0; i < 3; i++) {
                m.add(m.easy(get(lab.refused().toString()).build()));
              }
              m.loop.run();
              m.reads = true;
              m.read();
            });
    assertThat(only(lines, "msg")).extracting(l -> l.get("queue")).containsExactly("2", "1", "0");
    assertThat(results(lines)).containsOnly("CURLE_COULDNT_CONNECT");
    List<String> completed =
        only(lines, "sock").stream()
            .filter(line -> line.text("what").equals("REMOVE"))
            .map(line -> line.text("easy"))
            .toList();
    assertThat(only(lines, "msg")).extracting(l -> l.get("easy")).isEqualTo(completed);
  }

  @ParameterizedTest
  @EnumSource
  void closeMidBody(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "close_mid_body",
            idle,
            m -> {
              m.add(m.easy(http("/close-mid").build()));
              m.loop.run();
            });
    assertThat(Projection.of(lines).get("0"))
        .isEqualTo(closedAnd("msg CURLE_PARTIAL_FILE 200 5000"));
  }

  @ParameterizedTest
  @EnumSource
  void connectTimeout(IdlePoll idle) throws IOException {
    assumeTrue(lab.supports(LabOrigin.HANGING), "this system leaves no connect hanging");
    List<Line> lines =
        golden(
            "connect_timeout",
            idle,
            m -> {
              long start = System.nanoTime();
              m.add(
                  m.easy(
                      get(lab.hangingConnect().toString())
                          .limits(TimeLimits.DEFAULT.withConnect(Duration.ofMillis(300)))
                          .build()));
              m.loop.run();
              assertMillis(start, 300, 1_300);
            });
    assertThat(told(lines)).containsExactly("OUT", "REMOVE");
    assertThat(callOf(lines, only(lines, "close").getFirst()).get("s")).isEqualTo("TIMEOUT");
  }

  @ParameterizedTest
  @EnumSource
  void totalTimeoutStall(IdlePoll idle) throws IOException {
    golden(
        "total_timeout_stall",
        idle,
        m -> {
          long start = System.nanoTime();
          m.add(m.easy(http("/stall").limits(LIMITS.withTotal(Duration.ofMillis(400))).build()));
          m.loop.run();
          assertMillis(start, 400, 1_400);
        });
  }

  @ParameterizedTest
  @EnumSource
  void lowSpeedAbort(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "low_speed_abort",
            idle,
            m -> {
              long start = System.nanoTime();
              TimeLimits limits = LIMITS.withLowSpeed(1_000, Duration.ofSeconds(2));
              m.add(m.easy(http("/stall").limits(limits).build()));
              m.loop.run();
              assertMillis(start, 2_000, 3_500);
            });
    assertThat(Projection.of(lines).get("0"))
        .isEqualTo(closedAnd("msg CURLE_OPERATION_TIMEDOUT 200 500"));
    assertThat(only(lines, "timer").stream().filter(l -> l.text("cls").equals(">0")))
        .as("a timer for about each second")
        .hasSizeBetween(2, 5);
  }

  @ParameterizedTest
  @EnumSource
  void httpsWrongCa(IdlePoll idle) throws IOException {
    try (LabServer other = LabServer.start()) {
      golden(
          "https_wrong_ca",
          idle,
          m -> {
            TlsOptions wrong = TlsOptions.trusting(other.trustingContext());
            m.add(m.easy(get(lab.https("/small").toString()).tls(wrong).build()));
            m.loop.run();
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void resolveLocalhost(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "resolve_localhost",
            idle,
            m -> {
              String url = lab.http("/small").toString().replace("127.0.0.1", "localhost");
              m.add(m.easy(get(url).build()));
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly("CURLE_OK");
    assertThat(told(lines)).startsWith("OUT").endsWith("REMOVE");
  }

  @ParameterizedTest
  @EnumSource
  void resolveFail(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "resolve_fail",
            options -> options.withIdlePoll(idle),
            host -> {
              throw new UnknownHostException(host);
            },
            m -> {
              m.add(m.easy(get("http://no-such-host.invalid/").build()));
              m.loop.run();
            });
    assertLikeLibcurl("resolve_fail", lines);
    assertThat(Projection.of(lines))
        .isEqualTo(Map.of("0", List.of("msg CURLE_COULDNT_RESOLVE_HOST 0 0")));
  }

  static Line callOf(List<Line> lines, Line inside) {
    List<Line> before = lines.subList(0, lines.indexOf(inside));
    return before.reversed().stream().filter(l -> l.depth() == 0).findFirst().orElseThrow();
  }

  private static List<String> closedAnd(String message) {
    return Stream.concat(CLOSED_AT_ONCE.stream(), Stream.of(message)).toList();
  }

  static void assertMillis(long startNanos, long least, long most) {
    assertThat((System.nanoTime() - startNanos) / 1_000_000L).isBetween(least, most);
  }
}
