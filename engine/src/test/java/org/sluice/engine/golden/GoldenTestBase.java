package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.MultiOptions;
import org.sluice.engine.request.RedirectOptions;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TransferOptions;

/// One lab, a multi for each test, and the comparison with the recordings.
abstract class GoldenTestBase {
  static final TimeLimits LIMITS = TimeLimits.DEFAULT.withConnect(Duration.ofSeconds(5));

  static LabServer lab;

  @BeforeAll
  static void startLab() throws IOException {
    lab = LabServer.start();
  }

  @AfterAll
  static void closeLab() {
    lab.close();
  }

  /// An application that plays one scenario.
  interface Play {
    void play(TracedMulti m) throws IOException;
  }

  /// Options as the recorder sets them for each transfer.
  static TransferOptions.Builder get(String url) {
    return TransferOptions.builder(url)
        .redirects(RedirectOptions.DEFAULT)
        .limits(LIMITS)
        .tls(TlsOptions.trusting(lab.trustingContext()));
  }

  static Easy small(TracedMulti m) {
    return m.easy(http("/small").build());
  }

  static TransferOptions.Builder http(String path) {
    return get(lab.http(path).toString());
  }

  /// Plays it, checks the invariants and compares with both recordings.
  static List<Line> golden(String scenario, IdlePoll idle, Play play) throws IOException {
    List<Line> lines = traced(scenario, idle, play);
    assertLikeLibcurl(scenario, lines);
    return lines;
  }

  /// Plays it and checks the invariants.
  static List<Line> traced(String scenario, IdlePoll idle, Play play) throws IOException {
    return traced(scenario, options -> options.withIdlePoll(idle), Lookup.SYSTEM, play);
  }

  static List<Line> traced(
      String scenario, UnaryOperator<MultiOptions> options, Lookup lookup, Play play)
      throws IOException {
    try (TracedMulti m = new TracedMulti(scenario, options, lookup)) {
      play.play(m);
      List<Line> lines = m.finish();
      assertThat(TraceInvariants.of(lines)).as(m.trace.toString()).isEmpty();
      assertThat(m.loop.watched()).as("keys left").isZero();
      return lines;
    }
  }

  /// Each transfer's steps are those of a recording; of both, where they agree.
  static void assertLikeLibcurl(String scenario, List<Line> lines) {
    Map<String, List<List<String>>> recorded = new TreeMap<>();
    for (String version : GoldenTrace.VERSIONS) {
      Projection.of(GoldenTrace.read(version, scenario))
          .forEach(
              (easy, steps) -> recorded.computeIfAbsent(easy, e -> new ArrayList<>()).add(steps));
    }
    Map<String, List<String>> ours = Projection.asRemove(lines);
    assertThat(ours.keySet()).isEqualTo(recorded.keySet());
    ours.forEach(
        (easy, steps) ->
            assertThat(recorded.get(easy)).as("easy " + easy + "\n" + lines).contains(steps));
  }

  static List<Line> only(List<Line> lines, String event) {
    return lines.stream().filter(line -> line.is(event)).toList();
  }

  static List<String> results(List<Line> lines) {
    return only(lines, "msg").stream().map(line -> line.text("result")).toList();
  }

  /// What the socket callback was told, in order.
  static List<String> told(List<Line> lines) {
    return only(lines, "sock").stream().map(line -> line.text("what")).toList();
  }
}
