package org.sluice.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

/// Two transfers on two sockets, one of which fails; what is taken out of the tape is the failed one's.
class AttemptTest {
  private static final ItemId ITEM = new ItemId(1);
  private static final String ACTION = "curl_multi_socket_action";

  private final Tape tape = new Tape();
  private long seq;

  private long note(String text) {
    tape.append(new TraceEvent.Note(seq, seq * 1000, 0, -1, text));
    return seq++;
  }

  private long act(long cause, long socket, String mask) {
    tape.append(new TraceEvent.Call(seq, seq * 1000, 0, cause, ACTION, 0, socket, mask));
    return seq++;
  }

  private void callback(long cause, long transfer, long socket, String what) {
    tape.append(
        new TraceEvent.SocketCallback(seq, seq * 1000, 1, cause, transfer, socket, what, null));
    seq++;
  }

  private void returns(long call) {
    tape.append(new TraceEvent.Return(seq, seq * 1000, 0, call, ACTION, "CURLM_OK", 1, 0));
    seq++;
  }

  private long fired() {
    tape.append(new TraceEvent.TimerFired(seq, seq * 1000, 0, -1));
    return seq++;
  }

  private void message(long transfer, String result) {
    tape.append(new TraceEvent.Message(seq, seq * 1000, 0, -1, transfer, result, 0, 0, 1, 0));
    seq++;
  }

  /// Of transfer 7 on socket 3; transfer 8 on socket 4 is at work all the time.
  private void timeout(int acts) {
    note("transfer 8 = http://b.test/");
    callback(-1, 8, 4, "IN");
    note("transfer 7 = https://a.test/");
    callback(-1, 7, 3, "OUT");
    for (int i = 0; i < acts; i++) {
      returns(act(-1, 4, "IN"));
      returns(act(-1, 3, "OUT"));
    }
    long timeout = act(fired(), 0, null);
    callback(timeout, 7, 3, "REMOVE");
    returns(timeout);
    message(7, "CURLE_OPERATION_TIMEDOUT");
    returns(act(-1, 4, "IN"));
  }

  @Test
  void itsOwnEventsAreThereWithWhatLedToThemAndNoOthers() {
    timeout(1);
    Attempt attempt = Attempt.of(tape, 7, ITEM, 5);
    assertThat(attempt.events())
        .extracting(EventWords::of)
        .containsExactly(
            "transfer 7 = https://a.test/",
            "callback(3, OUT) for E7",
            "socketAction(3, OUT)",
            "socketAction = CURLM_OK, running_handles 1",
            "timer fired",
            "socketAction(TIMEOUT)",
            "callback(3, REMOVE) for E7",
            "socketAction = CURLM_OK, running_handles 1",
            "infoRead: E7 CURLE_OPERATION_TIMEDOUT, HTTP 0");
    assertThat(attempt.whole()).isTrue();
    assertThat(attempt.socket()).isEqualTo(3);
    assertThat(attempt.wallOffsetNanos()).isEqualTo(5);
  }

  @Test
  void itIsARecordOfItsOwn() {
    timeout(1);
    Tape own = Attempt.of(tape, 7, ITEM, 0).tape();
    assertThat(own.end()).isEqualTo(9);
    assertThat(own.at(2).socket(3).poll().name()).isEqualTo("OUT");
    assertThat(own.now().socket(3).poll().name()).isEqualTo("REMOVE");
    assertThat(own.now().socket(4)).as("of the other transfer").isNull();
    assertThat(own.now().urlOf(7)).isEqualTo("https://a.test/");
  }

  @Test
  void whatOthersEndedIsNotCountedInIt() {
    note("transfer 8 = http://b.test/");
    message(8, "CURLE_OK");
    note("transfer 7 = https://a.test/");
    callback(-1, 7, 3, "OUT");
    tape.append(
        new Sample(
            seq * 1000,
            List.of(),
            List.of(),
            List.of(),
            Sample.Counts.of(tape.now().snapshot()),
            null));
    message(7, "CURLE_OPERATION_TIMEDOUT");
    LoopSnapshot own = Attempt.of(tape, 7, ITEM, 0).tape().now().snapshot();
    assertThat(own.completedOk()).as("of the other transfer").isZero();
    assertThat(own.completedFailed()).isEqualTo(1);
    assertThat(own.callbacks()).isEqualTo(1);
  }

  @Test
  void ofALongOneTheEndIsKeptAndHowItWasWatched() {
    timeout(2000);
    Attempt attempt = Attempt.of(tape, 7, ITEM, 0);
    assertThat(attempt.whole()).isFalse();
    assertThat(attempt.events())
        .hasSizeLessThan(3 * AttemptSearch.MOST_EVENTS)
        .filteredOn(TraceEvent.SocketCallback.class::isInstance)
        .extracting(EventWords::of)
        .containsExactly("callback(3, OUT) for E7", "callback(3, REMOVE) for E7");
    assertThat(attempt.events().getLast()).isInstanceOf(TraceEvent.Message.class);
  }

  @Test
  void ofManySamplesTheNewestAreKeptAndWhatWasKnownBeforeThem() {
    note("transfer 7 = https://a.test/");
    callback(-1, 7, 3, "OUT");
    sample(
        List.of(
            new SocketView(
                3, "a.test:443", "TLS", Poll.OUT, "", List.of(7L), 1, 2, 0, "OUT", seq * 1000)));
    for (int i = 0; i < 3 * AttemptSearch.MOST_SAMPLES; i++) {
      returns(act(-1, 3, "OUT"));
      sample(List.of());
    }
    callback(-1, 7, 3, "REMOVE");
    Attempt attempt = Attempt.of(tape, 7, ITEM, 0);
    assertThat(attempt.samples()).hasSize(2 + AttemptSearch.MOST_SAMPLES);
    assertThat(attempt.tape().now().socket(3).peer()).isEqualTo("a.test:443");
  }

  private void sample(List<SocketView> sockets) {
    tape.append(
        new Sample(
            seq * 1000, sockets, List.of(), List.of(), Sample.Counts.NONE, /* list= */ null));
  }

  @Test
  void ofATransferThatTheTapeDoesNotKnowThereIsNone() {
    timeout(1);
    assertThat(Attempt.of(tape, 9, ITEM, 0)).isNull();
    assertThat(Attempt.of(new Tape(), 7, ITEM, 0)).isNull();
  }
}
