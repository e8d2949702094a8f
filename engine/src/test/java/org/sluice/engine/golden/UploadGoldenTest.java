package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.http.Method;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.Expect100;
import org.sluice.engine.request.UploadOptions;

/// Uploads of one mebibyte, beside the recordings: when the socket is watched for what.
class UploadGoldenTest extends GoldenTestBase {
  private static final int BODY_BYTES = 1 << 20;

  private static List<Line> post(String scenario, IdlePoll idle, String path, Expect100.Rule expect)
      throws IOException {
    byte[] body = new byte[BODY_BYTES];
    Arrays.fill(body, (byte) 'p');
    UploadOptions upload =
        UploadOptions.of(BodySource.of(body)).withExpect(Expect100.DEFAULT.withRule(expect));
    List<Line> lines =
        golden(
            scenario,
            idle,
            m -> {
              m.add(m.easy(http(path).method(Method.POST).upload(upload).build()));
              m.loop.run();
            });
    for (String version : GoldenTrace.VERSIONS) {
      List<String> recorded = new ArrayList<>();
      for (Line line : only(GoldenTrace.read(version, scenario), "sock")) {
        if (!line.text("s").startsWith("X")) {
          recorded.add(line.text("what"));
        }
      }
      // An answer that is there when the last byte goes leaves nothing to wait for.
      List<String> quick = new ArrayList<>(recorded);
      quick.remove(quick.size() - 2);
      assertThat(told(lines)).as(version + "\n" + lines).isIn(recorded, quick);
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void post1mExpect100(IdlePoll idle) throws IOException {
    List<Line> lines = post("post_1m_expect100", idle, "/post100", Expect100.Rule.ALWAYS);
    assertThat(told(lines)).startsWith("OUT", "IN", "INOUT").endsWith("REMOVE");
    assertThat(lab.seen().getLast().header("Expect")).contains("100-continue");
  }

  @ParameterizedTest
  @EnumSource
  void post1mExpect100Ignored(IdlePoll idle) throws IOException {
    long start = System.nanoTime();
    post("post_1m_expect100_ignored", idle, "/postno100", Expect100.Rule.ALWAYS);
    assertThat(System.nanoTime() - start).as("waits a second").isGreaterThan(990_000_000L);
  }

  @ParameterizedTest
  @EnumSource
  void post1mNoexpect(IdlePoll idle) throws IOException {
    List<Line> lines = post("post_1m_noexpect", idle, "/post100", Expect100.Rule.NEVER);
    assertThat(told(lines)).startsWith("OUT", "INOUT").endsWith("REMOVE");
    assertThat(lab.seen().getLast().header("Content-Length")).contains("" + BODY_BYTES);
    assertThat(lab.seen().getLast().header("Expect")).isEmpty();
  }

  /// The server wants to hear nothing of 100-continue: no body, and once more without.
  @ParameterizedTest
  @EnumSource
  void post417(IdlePoll idle) throws IOException {
    UploadOptions upload =
        UploadOptions.of(BodySource.of(new byte[BODY_BYTES]))
            .withExpect(Expect100.DEFAULT.withRule(Expect100.Rule.ALWAYS));
    long before = lab.requests();
    List<Line> lines =
        traced(
            "post_417",
            idle,
            m -> {
              m.add(m.easy(http("/post417").method(Method.POST).upload(upload).build()));
              m.loop.run();
            });
    assertThat(results(lines)).as(lines.toString()).containsExactly("CURLE_OK");
    assertThat(lab.requests() - before).isEqualTo(2);
    assertThat(lab.seen().getLast().header("Expect")).isEmpty();
  }
}
