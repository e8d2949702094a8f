package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.http.Method;
import org.sluice.engine.multi.IdlePoll;

/// Downloads that succeed, beside the recordings.
class SimpleGetGoldenTest extends GoldenTestBase {
  @ParameterizedTest
  @EnumSource
  void getSmall(IdlePoll idle) throws IOException {
    golden(
        "get_small",
        idle,
        m -> {
          m.add(small(m));
          m.loop.run();
        });
  }

  @ParameterizedTest
  @EnumSource
  void getSmallNoassign(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "get_small_noassign",
            idle,
            m -> {
              m.assigns = false;
              m.add(small(m));
              m.loop.run();
            });
    assertThat(only(lines, "sock")).isNotEmpty().allMatch(line -> line.get("socketp") == null);
  }

  @ParameterizedTest
  @EnumSource
  void getSmallTimeoutquery(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "get_small_timeoutquery",
            idle,
            m -> {
              m.asksTimeout = true;
              m.add(small(m));
              m.loop.run();
            });
    String told = "-1";
    for (Line line : lines) {
      if (line.is("timer")) {
        told = line.text("cls");
      } else if (line.is("call") && "TIMEOUT".equals(line.get("s"))) {
        told = "-1";
      } else if (line.is("ret") && line.isOf("curl_multi_timeout")) {
        assertThat(line.get("cls")).as(line.toString()).isEqualTo(told);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void get10m(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "get_10m",
            idle,
            m -> {
              m.add(m.easy(http("/10m").build()));
              m.loop.run();
            });
    assertThat(told(lines)).containsExactly("OUT", "IN", "REMOVE");
    assertThat(only(lines, "call").stream().filter(line -> line.isOf("curl_multi_socket_action")))
        .as("the body comes over many calls")
        .hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @EnumSource
  void parallel4(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "parallel4",
            idle,
            m -> {
              for (int i = 0; i < 4; i++) {
                m.add(m.easy(http("/100k").build()));
              }
              m.loop.run();
            });
    assertThat(only(lines, "open")).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void head(IdlePoll idle) throws IOException {
    golden(
        "head",
        idle,
        m -> {
          m.add(m.easy(http("/10m").method(Method.HEAD).build()));
          m.loop.run();
        });
  }

  @ParameterizedTest
  @EnumSource
  void httpsGet(IdlePoll idle) throws IOException {
    golden(
        "https_get",
        idle,
        m -> {
          m.add(m.easy(get(lab.https("/small").toString()).build()));
          m.loop.run();
        });
  }

  @ParameterizedTest
  @EnumSource
  void chunked(IdlePoll idle) throws IOException {
    List<Line> lines =
        golden(
            "chunked",
            idle,
            m -> {
              m.add(m.easy(http("/chunked").build()));
              m.loop.run();
            });
    assertThat(told(lines)).containsExactly("OUT", "IN", "REMOVE");
    assertThat(results(lines)).containsExactly("CURLE_OK");
    List<String> steps = Projection.of(lines).get("0");
    assertThat(steps).as("the connection is kept").endsWith("S0 close");
    assertThat(steps.get(steps.size() - 2)).startsWith("msg");
  }

  @ParameterizedTest
  @EnumSource
  void untilClose(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "until_close",
            idle,
            m -> {
              m.add(m.easy(http("/until-close").build()));
              m.loop.run();
            });
    List<String> steps = Projection.of(lines).get("0");
    assertThat(steps).startsWith("S0 open inet", "S0 OUT", "S0 REMOVE", "S0 close");
    assertThat(results(lines)).containsExactly("CURLE_OK");
  }
}
