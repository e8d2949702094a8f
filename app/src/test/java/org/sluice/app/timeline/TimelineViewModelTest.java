package org.sluice.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.sluice.app.tape.Sample;
import org.sluice.app.tape.Tape;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.multi.TransferState;
import org.sluice.engine.trace.TraceEvent;
import org.xml.sax.InputSource;

class TimelineViewModelTest {
  private static final long SECOND = 1_000_000_000L;

  private final TimelineViewModel timeline = new TimelineViewModel();

  @Test
  void lanesStandInTheOrderOfTheirNumbers() {
    callback(5, SECOND, Poll.IN);
    callback(3, SECOND, Poll.OUT);
    callback(4, SECOND, Poll.IN);
    assertThat(timeline.lanes()).extracting(Lane::serial).containsExactly(3L, 4L, 5L);
  }

  @Test
  void aSocketOfARecordThatWasGoneBeforeASampleIsNamedByItsTransfer() {
    Tape tape = new Tape();
    tape.append(new TraceEvent.SocketCallback(0, 1_000, 2, -1, 7, 3, "OUT", null));
    tape.append(new TraceEvent.SocketCallback(1, 2_000, 2, 0, 7, 3, "REMOVE", null));
    tape.append(
        new Sample(
            3_000,
            List.of(),
            List.of(new TransferView(7, "https://short.example:8443/file", info())),
            List.of(),
            Sample.Counts.NONE,
            null));
    timeline.show(tape);
    assertThat(timeline.lanes().getFirst().peerProperty().get()).isEqualTo("short.example");
  }

  private static TransferInfo info() {
    return new TransferInfo(
        TransferState.COMPLETED, "", 200, null, null, 0, -1, 0, 1, 0, 3, 0, null, null, null);
  }

  @Test
  void everyChangeIsKeptHoweverShort() {
    callback(1, SECOND, Poll.IN);
    callback(1, SECOND + 1, Poll.OUT);
    callback(1, SECOND + 2, Poll.IN);
    PollHistory history = timeline.lanes().getFirst().history();
    assertThat(history.size()).isEqualTo(3);
    assertThat(history.stateAt(1)).isEqualTo(Poll.OUT);
    assertThat(history.nanosAt(1)).isEqualTo(SECOND + 1);
  }

  @Test
  void aRemovedSocketLeavesWithTheWindow() {
    callback(1, SECOND, Poll.IN);
    callback(1, 2 * SECOND, Poll.REMOVE);
    timeline.forgetBefore(2 * SECOND);
    assertThat(timeline.lanes()).hasSize(1);
    timeline.forgetBefore(2 * SECOND + 1);
    assertThat(timeline.lanes()).isEmpty();
  }

  @Test
  void aSocketThatWasGoneBeforeWhatIsShownHasNoLane() {
    callback(1, SECOND, Poll.IN);
    callback(1, 2 * SECOND, Poll.REMOVE);
    callback(2, 2 * SECOND, Poll.REMOVE);
    callback(3, SECOND, Poll.IN);
    timeline.window().follow(20 * SECOND);
    timeline.fit(null);
    assertThat(timeline.lanes()).extracting(Lane::serial).containsExactly(3L);
    timeline.fit(2L); // it is selected
    assertThat(timeline.lanes()).extracting(Lane::serial).containsExactly(2L, 3L);
    timeline.window().show(SECOND, 5 * SECOND);
    timeline.fit(null);
    assertThat(timeline.lanes()).extracting(Lane::serial).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aSocketThatWaitsLongStays() {
    callback(1, SECOND, Poll.IN);
    timeline.forgetBefore(100 * SECOND);
    assertThat(timeline.lanes()).hasSize(1);
    assertThat(timeline.lanes().getFirst().history().stateAt(0)).isEqualTo(Poll.IN);
  }

  @Test
  void everySocketActionIsKept() {
    for (int i = 0; i < 7; i++) {
      timeline.accept(
          new TraceEvent.Call(i, SECOND + i, 0, -1, "curl_multi_socket_action", 0, 2, "IN"));
    }
    timeline.accept(new TraceEvent.Call(8, SECOND + 8, 0, -1, "curl_multi_assign", 0, 2, "x"));
    timeline.settle();
    TickTimes ticks = timeline.lanes().getFirst().ticks();
    assertThat(ticks.count(0, SECOND)).isZero();
    assertThat(ticks.count(SECOND, SECOND + 5)).isEqualTo(5);
    assertThat(ticks.count(SECOND, SECOND + 7)).isEqualTo(7);
    ticks.forgetBefore(SECOND + 6);
    assertThat(ticks.size()).isEqualTo(1);
  }

  @Test
  void lanesAreFilteredByNumberHostAndState() {
    callback(5, SECOND, Poll.IN);
    callback(6, SECOND, Poll.OUT);
    timeline.name(socket(5, "mirror.example:443"));
    timeline.filterProperty().set("mirror in");
    assertThat(timeline.lanes()).extracting(Lane::serial).containsExactly(5L);
    timeline.filterProperty().set("");
    assertThat(timeline.lanes()).hasSize(2);
  }

  @Test
  void theTimerIsArmedDeletedAndFired() {
    timeline.accept(new TraceEvent.TimerCallback(0, SECOND, 2, -1, 250));
    timeline.accept(new TraceEvent.TimerFired(1, SECOND + 250_000_000, 0, -1));
    timeline.accept(new TraceEvent.TimerCallback(2, 2 * SECOND, 2, -1, -1));
    TimerHistory timer = timeline.timer();
    assertThat(timer.size()).isEqualTo(3);
    assertThat(timer.deadlineAt(0)).isEqualTo(SECOND + 250_000_000);
    assertThat(timer.kindAt(1)).isEqualTo(TimerHistory.Kind.FIRED);
    assertThat(timer.kindAt(2)).isEqualTo(TimerHistory.Kind.DELETED);
  }

  @Test
  void historiesAreBounded() {
    TimerHistory timer = new TimerHistory();
    PollHistory polls = new PollHistory();
    for (int i = 0; i < 3 * TimerHistory.LIMIT; i++) {
      timer.fired(i);
      polls.add(i, i % 2 == 0 ? Poll.IN : Poll.OUT);
    }
    assertThat(timer.size()).isLessThanOrEqualTo(TimerHistory.LIMIT);
    assertThat(timer.nanosAt(timer.size() - 1)).isEqualTo(3L * TimerHistory.LIMIT - 1);
    assertThat(polls.size()).isLessThanOrEqualTo(PollHistory.LIMIT);
  }

  @Test
  void aNameFromASnapshotWinsOverTheGuess() {
    callback(1, SECOND, Poll.OUT);
    timeline.nameIfUnnamed(1, "http://guess.example/x");
    timeline.nameIfUnnamed(1, "http://other.example/x");
    assertThat(timeline.lanes().getFirst().peerProperty().get()).isEqualTo("guess.example");
    timeline.name(socket(1, "127.0.0.1:8080"));
    assertThat(timeline.lanes().getFirst().peerProperty().get()).isEqualTo("127.0.0.1");
  }

  @Test
  void theScaleMapsMomentsToPixelsAndBack() {
    TimeScale scale = new TimeScale(10 * SECOND, 20 * SECOND, 1_000, SECOND / 2);
    assertThat(scale.x(15 * SECOND)).isEqualTo(500);
    assertThat(scale.nanos(500)).isEqualTo(15 * SECOND);
    assertThat(scale.markNanos()).isEqualTo(SECOND);
    assertThat(scale.firstMark()).isEqualTo(10 * SECOND + SECOND / 2);
  }

  private void callback(long socket, long nanos, Poll what) {
    timeline.accept(new TraceEvent.SocketCallback(0, nanos, 2, -1, 1, socket, what.name(), null));
    timeline.settle();
  }

  /// A tape with an event of socket 1 and one of its end in the first second, and later others.
  private static Tape tape() {
    Tape tape = new Tape();
    tape.append(new TraceEvent.SocketCallback(0, SECOND, 1, -1, 1, 1, "IN", null));
    tape.append(new TraceEvent.SocketCallback(1, 2 * SECOND, 1, -1, 1, 1, "REMOVE", null));
    tape.append(new TraceEvent.SocketCallback(2, 100 * SECOND, 1, -1, 2, 2, "IN", null));
    return tape;
  }

  @Test
  void whatIsLookedAtIsNotForgottenAndComesBackIfItWas() {
    Tape tape = tape();
    timeline.show(tape);
    timeline.window().show(90 * SECOND, 100 * SECOND);
    timeline.keep(tape, 100 * SECOND, 60 * SECOND);
    assertThat(timeline.lanes())
        .as("a minute is kept")
        .extracting(Lane::serial)
        .containsExactly(2L);
    timeline.window().following(false);
    timeline.window().show(0, 10 * SECOND);
    for (int second = 101; second < 300; second++) {
      timeline.keep(tape, second * SECOND, 60 * SECOND);
      assertThat(timeline.lanes())
          .as("the record has it still")
          .extracting(Lane::serial)
          .containsExactly(1L, 2L);
    }
    timeline.window().show(290 * SECOND, 300 * SECOND);
    timeline.keep(tape, 300 * SECOND, 60 * SECOND);
    assertThat(timeline.lanes()).extracting(Lane::serial).containsExactly(2L);
  }

  @Test
  void thePictureForPaperHasTheTimerAndIsWellFormed() throws Exception {
    timeline.accept(new TraceEvent.TimerCallback(0, SECOND, 1, -1, 500));
    timeline.accept(new TraceEvent.TimerCallback(1, SECOND + SECOND / 4, 1, -1, 250));
    timeline.accept(new TraceEvent.TimerFired(2, SECOND + SECOND / 2, 0, -1));
    callback(1, SECOND, Poll.OUT);
    callback(1, 2 * SECOND, Poll.IN);
    timeline.name(socket(1, "<&>:80"));
    String svg =
        TimelineSvg.of(timeline.lanes(), timeline.timer(), new TimeScale(0, 3 * SECOND, 1_000, 0));
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    var titles = document.getElementsByTagName("title");
    List<String> said = new ArrayList<>();
    for (int i = 0; i < titles.getLength(); i++) {
      said.add(titles.item(i).getTextContent());
    }
    assertThat(said).containsExactly("500 ms", "250 ms", "OUT", "IN");
    assertThat(svg).contains("&lt;&amp;&gt;");
  }

  private static SocketView socket(long serial, String peer) {
    return new SocketView(serial, peer, "HTTP/1.1", Poll.IN, "", List.of(7L), 0, 0, 0, "", 0);
  }

  @Test
  void aLaneIsFoundByWhatItsSocketIsFoundBy() {
    callback(1, SECOND, Poll.IN);
    callback(2, SECOND, Poll.IN);
    timeline.filterProperty().set("8443 in");
    assertThat(timeline.lanes()).isEmpty();
    timeline.name(List.of(socket(1, "127.0.0.1:8443"), socket(2, "127.0.0.1:8080")));
    timeline.settle();
    assertThat(timeline.lanes()).extracting(Lane::serial).containsExactly(1L);
    timeline.filterProperty().set("e7 http/1.1 8080");
    assertThat(timeline.lanes()).extracting(Lane::serial).containsExactly(2L);
  }
}
