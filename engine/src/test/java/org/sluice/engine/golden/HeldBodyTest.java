package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.BodySink;

/// A sink that pauses at the very end of a body.
class HeldBodyTest extends GoldenTestBase {
  /// No new byte will ever come: the end must be found in what is held.
  @ParameterizedTest
  @ValueSource(strings = {"/small", "/x", "/chunked", "/until-close", "/bytes/1", "/early"})
  void theLastChunkIsHeld(String path) throws IOException {
    List<Line> lines =
        traced(
            "held_last_chunk",
            IdlePoll.NONE,
            m -> {
              Easy easy = m.easy(http(path).build());
              boolean[] refused = new boolean[1];
              easy.hook = (e, chunk) -> pauseEverySecond(refused);
              m.add(easy);
              m.loop.runUntil(
                  () -> {
                    if (refused[0]) {
                      m.unpause(easy);
                    }
                    return m.multi.running() == 0;
                  });
            });
    assertThat(results(lines)).containsExactly("CURLE_OK");
  }

  private static BodySink.Answer pauseEverySecond(boolean[] refused) {
    refused[0] = !refused[0];
    return refused[0] ? BodySink.Answer.PAUSE : BodySink.Answer.TAKEN;
  }

  /// Bytes behind the end of a body belong to no response: such a connection is not used again.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bytesBehindTheEndCloseTheConnection(boolean pauses) throws IOException {
    List<Line> lines =
        traced(
            "bytes_behind_the_end",
            IdlePoll.NONE,
            m -> {
              Easy easy = m.easy(http("/length-too-short").build());
              boolean[] refused = {!pauses};
              easy.hook =
                  (e, chunk) -> {
                    if (refused[0]) {
                      return BodySink.Answer.TAKEN;
                    }
                    refused[0] = true;
                    return BodySink.Answer.PAUSE;
                  };
              m.add(easy);
              m.loop.runUntil(() -> refused[0]);
              m.loop.turnFor(50);
              m.unpause(easy);
              m.loop.run();
              m.add(small(m));
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OK");
    assertThat(only(lines, "open")).hasSize(2);
    assertThat(Projection.of(lines).get("0"))
        .endsWith("S0 REMOVE", "S0 close", "msg CURLE_OK 200 5");
  }
}
