package org.sluice.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

class WhyTest {
  private static final long MILLI = 1_000_000L;

  private final Tape tape = new Tape();
  private long seq;

  @Test
  void theFirstOutIsForTheConnection() {
    long call = call(0, "0");
    tape.append(new TraceEvent.SocketOpened(seq++, 2 * MILLI, 1, call, 3, 7, false));
    callback(2, call, "OUT");
    Why why = why();
    assertThat(why.reason()).isEqualTo(Why.Reason.CONNECTING);
    assertThat(why.poll()).isEqualTo(Poll.OUT);
    assertThat(why.transfer()).isEqualTo(3);
    assertThat(why.cause()).isInstanceOf(TraceEvent.Call.class);
    assertThat(why.sinceNanos()).isEqualTo(2 * MILLI);
  }

  @Test
  void aLaterOutIsForSending() {
    tape.append(new TraceEvent.SocketOpened(seq++, MILLI, 1, -1, 3, 7, false));
    callback(2, -1, "IN");
    callback(3, call(7, "IN"), "OUT");
    call(7, "OUT");
    assertThat(why().reason()).isEqualTo(Why.Reason.SENDING);
    assertThat(why().before()).isEqualTo(Poll.IN);
    assertThat(why().actions()).isEqualTo(1);
  }

  @Test
  void noneIsForAPauseOrForALimit() {
    callback(2, -1, "IN");
    tape.append(new TraceEvent.Call(seq++, 3 * MILLI, 0, -1, "curl_easy_pause", 3, 0, "RECV"));
    callback(3, seq - 1, "NONE");
    assertThat(why().reason()).isEqualTo(Why.Reason.PAUSED);
    callback(4, call(7, "IN"), "NONE");
    assertThat(why().reason()).isEqualTo(Why.Reason.HELD);
  }

  @Test
  void removedIsKeptUnlessItIsClosed() {
    callback(2, -1, "IN");
    callback(3, -1, "REMOVE");
    assertThat(why().reason()).isEqualTo(Why.Reason.DONE);
    tape.append(new TraceEvent.SocketClosing(seq++, 4 * MILLI, 1, -1, 7, false));
    assertThat(why().reason()).isEqualTo(Why.Reason.CLOSED);
  }

  @Test
  void whatTheTraceDoesNotKnowIsSaid() {
    assertThat(why().reason()).isEqualTo(Why.Reason.UNKNOWN);
    assertThat(why().sinceNanos()).isEqualTo(-1);
  }

  private Why why() {
    return Why.of(tape, tape.end(), 7);
  }

  private long call(long socket, String mask) {
    tape.append(
        new TraceEvent.Call(seq, seq * MILLI, 0, -1, "curl_multi_socket_action", 0, socket, mask));
    return seq++;
  }

  private void callback(long millis, long cause, String what) {
    tape.append(new TraceEvent.SocketCallback(seq++, millis * MILLI, 2, cause, 3, 7, what, null));
  }
}
