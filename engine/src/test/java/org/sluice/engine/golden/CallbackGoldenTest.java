package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.MultiCode;
import org.sluice.engine.multi.Readiness;
import org.sluice.engine.request.BodySink;

/// Callbacks that fail, say something odd, or call back into the multi.
class CallbackGoldenTest extends GoldenTestBase {
  /// The recordings are wreckage here; ours keeps every invariant and gives every message.
  @ParameterizedTest
  @EnumSource
  void socketcbMinus1(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "socketcb_minus1",
            idle,
            m -> {
              m.socketAnswers = before -> -1;
              Easy first = small(m);
              Easy second = m.easy(http("/100k").build());
              m.add(first);
              m.add(second);
              assertThat(m.loop.turn(100)).isEqualTo(MultiCode.ABORTED_BY_CALLBACK);
              m.socketAnswers = before -> 0;
              assertThat(m.timeout()).as("nothing is left to do").isEqualTo(MultiCode.OK);
              Easy third = small(m);
              assertThat(m.add(third)).isEqualTo(MultiCode.ABORTED_BY_CALLBACK);
              m.remove(first);
              m.remove(second);
              m.remove(third);
              assertThat(m.add(third)).isEqualTo(MultiCode.OK);
              m.loop.run();
            });
    assertThat(only(lines, "msg"))
        .extracting(l -> l.text("easy") + " " + l.text("result"))
        .containsExactly(
            "0 CURLE_ABORTED_BY_CALLBACK", "1 CURLE_ABORTED_BY_CALLBACK", "2 CURLE_OK");
  }

  @ParameterizedTest
  @EnumSource
  void socketcbPlus1(IdlePoll idle) throws IOException {
    golden(
        "socketcb_plus1",
        idle,
        m -> {
          m.socketAnswers = before -> 1;
          m.add(small(m));
          assertThat(m.loop.run()).isEqualTo(MultiCode.OK);
        });
  }

  @ParameterizedTest
  @EnumSource
  void timercbMinus1(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "timercb_minus1",
            idle,
            m -> {
              m.timerAnswers = before -> before == 1 ? -1 : 0;
              m.add(small(m));
              assertThat(m.loop.turn(100)).isEqualTo(MultiCode.ABORTED_BY_CALLBACK);
              m.timeout();
            });
    assertThat(results(lines)).containsExactly("CURLE_ABORTED_BY_CALLBACK");
    assertThat(told(lines)).endsWith("REMOVE");
  }

  @ParameterizedTest
  @EnumSource
  void timercbMinus1OnAdd(IdlePoll idle) throws IOException {
    List<Line> lines =
        traced(
            "timercb_minus1_on_add",
            idle,
            m -> {
              m.timerAnswers = before -> before == 0 ? -1 : 0;
              Easy easy = small(m);
              assertThat(m.add(easy)).isEqualTo(MultiCode.ABORTED_BY_CALLBACK);
              assertThat(m.multi.handles()).as("it is not added").isEmpty();
              assertThat(m.multi.running()).isZero();
              assertThat(m.timeout()).isEqualTo(MultiCode.OK);
            });
    assertLikeLibcurl("timercb_minus1_on_add", lines);
  }

  @ParameterizedTest
  @EnumSource
  void recursiveFromSocketcb(IdlePoll idle) throws IOException {
    List<MultiCode> refused = new ArrayList<>();
    golden(
        "recursive_from_socketcb",
        idle,
        m -> {
          Easy easy = small(m);
          m.inSocketCallback =
              () -> {
                refused.add(
                    m.attempt(
                        "curl_multi_socket_action",
                        () -> m.multi.socketAction(null, Readiness.UNKNOWN),
                        "s",
                        "TIMEOUT"));
                refused.add(
                    m.attempt(
                        "curl_multi_remove_handle",
                        () -> m.multi.remove(easy.transfer),
                        "easy",
                        0));
                refused.add(m.multi.pause(easy.transfer));
                refused.add(m.multi.setopt(m.multi.options()));
              };
          m.add(easy);
          m.loop.run();
        });
    assertThat(refused).hasSizeGreaterThanOrEqualTo(4).containsOnly(MultiCode.RECURSIVE_API_CALL);
  }

  @ParameterizedTest
  @EnumSource
  void recursiveFromWritecb(IdlePoll idle) throws IOException {
    List<MultiCode> refused = new ArrayList<>();
    List<Line> lines =
        traced(
            "recursive_from_writecb",
            idle,
            m -> {
              Easy easy = small(m);
              Easy other = small(m);
              easy.hook =
                  (e, chunk) -> {
                    refused.add(m.multi.socketAction(null, Readiness.UNKNOWN));
                    refused.add(m.multi.socketAll());
                    refused.add(m.multi.add(other.transfer));
                    refused.add(m.multi.remove(easy.transfer));
                    refused.add(m.multi.cleanup());
                    assertThat(m.multi.infoRead()).as("allowed").isNull();
                    assertThat(m.multi.handles()).as("allowed").hasSize(1);
                    return BodySink.Answer.TAKEN;
                  };
              m.add(easy);
              m.loop.run();
            });
    assertThat(refused).hasSize(5).containsOnly(MultiCode.RECURSIVE_API_CALL);
    assertThat(Projection.of(lines).get("0"))
        .as("unharmed")
        .isEqualTo(Projection.of(GoldenTrace.read("8.22", "get_small")).get("0"));
  }
}
