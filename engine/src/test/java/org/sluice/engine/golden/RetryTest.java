package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.multi.IdlePoll;

/// A kept connection may die unseen: the next transfer tries anew, once, and nobody is told.
class RetryTest extends GoldenTestBase {
  @ParameterizedTest
  @EnumSource
  void aStaleConnectionIsReplacedInSilence(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "stale",
            idle,
            m -> {
              for (int i = 0; i < 2; i++) {
                m.add(m.easy(http("/stale").build()));
                m.loop.run();
              }
            });
    assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OK");
    assertThat(only(lines, "open")).hasSize(2);
    assertThat(Projection.of(lines).get("1")).contains("S1 open inet");
    assertThat(lines.indexOf(only(lines, "close").getFirst()))
        .as("the dead one is closed first")
        .isLessThan(lines.indexOf(only(lines, "open").getLast()));
  }

  @ParameterizedTest
  @EnumSource
  void aNewConnectionIsNotTriedTwice(IdlePoll idle) throws IOException {
    long before = lab.connections();
    List<Line> lines =
        traced(
            "close_early",
            idle,
            m -> {
              m.add(m.easy(http("/close-early").build()));
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly("CURLE_GOT_NOTHING");
    assertThat(lab.connections() - before).isEqualTo(1);
  }

  /// After the first byte of an answer there is no way back.
  @ParameterizedTest
  @EnumSource
  void anAnswerThatHasBegunIsNotTriedAgain(IdlePoll idle) throws IOException {
    long before = lab.requests();
    List<Line> lines =
        traced(
            "close_mid_on_kept",
            idle,
            m -> {
              m.add(small(m));
              m.loop.run();
              m.add(m.easy(http("/close-mid").build()));
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_PARTIAL_FILE");
    assertThat(lab.requests() - before).isEqualTo(2);
  }
}
