package org.sluice.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.engine.trace.TraceEvent;

class TapeStepsTest {
  private final Tape tape = new Tape();
  private long seq;

  @Test
  void anEventBackAndOnStaysInside() {
    ready(1, 1);
    ready(2, 2);
    assertThat(TapeSteps.event(tape, 2, false)).isEqualTo(1);
    assertThat(TapeSteps.event(tape, 1, false)).isEqualTo(1);
    assertThat(TapeSteps.event(tape, 2, true)).isEqualTo(2);
  }

  @Test
  void anEventOfOneSocketPassesTheOthersOver() {
    ready(1, 7);
    ready(2, 8);
    ready(3, 8);
    ready(4, 7);
    assertThat(TapeSteps.socket(tape, 1, 7, true)).isEqualTo(4);
    assertThat(TapeSteps.socket(tape, 4, 7, false)).isEqualTo(1);
    assertThat(TapeSteps.socket(tape, 4, 7, true)).isEqualTo(4);
    assertThat(TapeSteps.socket(tape, 4, 99, false)).isEqualTo(4);
  }

  @Test
  void aTurnBeginsWhereASocketComesAgainAfterTheTimeOrAfterAPause() {
    ready(100, 7); // 1: turn
    act(110, 7);
    ready(120, 8); // the same turn
    act(130, 8);
    ready(140, 7); // 5: 7 comes again
    act(150, 7);
    tape.append(new TraceEvent.TimerFired(seq++, 160_000, 0, -1)); // the same turn
    act(170, 0);
    ready(180, 8); // 9: after the time
    ready(5_000, 9); // 10: after a pause
    assertThat(TapeSteps.turn(tape, 1, true)).isEqualTo(5);
    assertThat(TapeSteps.turn(tape, 5, true)).isEqualTo(9);
    assertThat(TapeSteps.turn(tape, 9, true)).isEqualTo(10);
    assertThat(TapeSteps.turn(tape, 10, true)).isEqualTo(tape.end());
    assertThat(TapeSteps.turn(tape, 9, false)).isEqualTo(5);
    assertThat(TapeSteps.turn(tape, 5, false)).isEqualTo(1);
  }

  @Test
  void eventsHaveWords() {
    ready(1, 28);
    act(2, 28);
    assertThat(EventWords.of(tape.event(1))).isEqualTo("socketAction(28, IN)");
    assertThat(EventWords.of(new TraceEvent.TimerCallback(1, 1, 2, -1, 250)))
        .isEqualTo("timerFunction(250 ms)");
    assertThat(EventWords.shortName("curl_multi_socket_all")).isEqualTo("socketAll");
  }

  private void ready(long micros, long socket) {
    tape.append(new TraceEvent.Ready(seq++, micros * 1_000, 0, -1, socket, "IN"));
  }

  private void act(long micros, long socket) {
    tape.append(
        new TraceEvent.Call(
            seq++, micros * 1_000, 0, -1, "curl_multi_socket_action", 0, socket, "IN"));
  }
}
