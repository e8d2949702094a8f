package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.AnswerRules;
import org.sluice.engine.request.TransferOptions;

/// Answers that break the rules are read only by those who ask to, and cost the connection.
class LaxAnswersTest extends GoldenTestBase {
  private static TransferOptions.Builder lax(String path) {
    return http(path).answers(AnswerRules.LAX);
  }

  @ParameterizedTest
  @EnumSource
  void aDownloadRefusesChunksWhoseLinesEndInLfAlone(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "chunk_lf_strict",
            idle,
            m -> {
              m.add(m.easy(http("/chunk-lf").build()));
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly("CURLE_WEIRD_SERVER_REPLY");
  }

  @ParameterizedTest
  @EnumSource
  void whoReadsThemAllTheSameGetsNoSecondAnswerOnThatConnection(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "chunk_lf_lax",
            idle,
            m -> {
              m.add(m.easy(lax("/chunk-lf").build()));
              m.loop.run();
              m.add(m.easy(lax("/small").build()));
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OK");
    assertThat(only(lines, "open")).as("one connection for each").hasSize(2);
  }

  @Test
  void whatKeepsToTheRulesKeepsItsConnectionThere() throws IOException {
    List<Line> lines =
        traced(
            "lax_reuse",
            IdlePoll.NONE,
            m -> {
              m.add(m.easy(lax("/small").build()));
              m.loop.run();
              m.add(m.easy(lax("/small").build()));
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OK");
    assertThat(only(lines, "open")).hasSize(1);
  }
}
