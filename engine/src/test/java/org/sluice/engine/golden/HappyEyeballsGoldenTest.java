package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.TransferOptions;

/// Two addresses of one name, of which the first is of no use.
class HappyEyeballsGoldenTest extends GoldenTestBase {
  private static final InetAddress V6 = InetAddress.ofLiteral("::1");
  private static final InetAddress V4 = InetAddress.ofLiteral("127.0.0.1");

  @ParameterizedTest
  @EnumSource
  void v6Refused(IdlePoll idle) throws IOException {
    assumeV6();
    List<Line> lines =
        traced(
            "happy_eyeballs_v6_refused",
            idle,
            m -> {
              m.add(m.easy(heTest(LabOrigin.V6_REFUSED)));
              m.loop.run();
            });
    assertThat(Projection.of(lines).get("0"))
        .containsExactly(
            "S0 open inet6",
            "S0 OUT",
            "S0 REMOVE",
            "S0 close",
            "S1 open inet",
            "S1 OUT",
            "S1 REMOVE",
            "msg CURLE_OK 200 5",
            "S1 close");
    assertThat(timeoutsBefore(only(lines, "open").getLast(), lines)).as("no wait").isEqualTo(1);
  }

  private static long timeoutsBefore(Line end, List<Line> lines) {
    return lines.subList(0, lines.indexOf(end)).stream()
        .filter(line -> "TIMEOUT".equals(line.get("s")))
        .count();
  }

  @ParameterizedTest
  @EnumSource
  void v6Hangs(IdlePoll idle) throws IOException {
    assumeV6();
    assumeTrue(lab.supports(LabOrigin.V6_HANGING), "this system leaves no connect hanging");
    List<Line> lines =
        golden(
            "happy_eyeballs_v6_hangs",
            idle,
            m -> {
              long start = System.nanoTime();
              m.add(m.easy(heTest(LabOrigin.V6_HANGING)));
              m.loop.run();
              FailureGoldenTest.assertMillis(start, 200, 1_200);
            });
    assertThat(told(lines)).as("both at once").startsWith("OUT", "OUT");
    assertThat(only(lines, "msg").getFirst().text("new_connects")).isEqualTo("1");
  }

  private static TransferOptions heTest(LabOrigin origin) {
    return get("http://he.test:" + lab.port(origin) + "/x")
        .resolve(Map.of("he.test", List.of(V6, V4)))
        .build();
  }

  private static void assumeV6() {
    boolean there;
    try (ServerSocket probe = new ServerSocket(0, 1, V6)) {
      there = probe.isBound();
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(there, "this machine has no ::1");
  }
}
