package org.sluice.app.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.learn.SaidRow.Work;
import org.sluice.engine.loop.Step;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

/// Everything that was said and where the loop stood, made from its events and its stops alone.
///
/// Give each event before the first stop that comes after it. **Limits**: all of a lesson is kept; a
/// [LabCase] ends after some hundred steps.
final class Recording {
  private static final long NANOS_PER_MILLI = 1_000_000L;
  private static final long NO_TIMER = Long.MAX_VALUE;

  private final List<Long> transfers;
  private final List<SaidRow> rows = new ArrayList<>();
  private final List<Moment> moments = new ArrayList<>();
  private final Map<Long, Watched> watched = new LinkedHashMap<>();
  private final List<String> results = new ArrayList<>();
  private @Nullable SaidRow unsaid;
  private @Nullable Acting signal;
  private @Nullable Acting acting;
  private @Nullable Watched announced;
  private int running = -1;
  private int openCalls;
  private int added;
  private int turn;
  private long timerNanos = NO_TIMER;
  private long bodyBytes;

  /// @param transfers their numbers; they are shown as E1, E2, …
  Recording(List<Long> transfers) {
    this.transfers = List.copyOf(transfers);
  }

  List<SaidRow> rows() {
    return rows;
  }

  List<Moment> moments() {
    return moments;
  }

  /// Whether every transfer has ended and the loop has come to its last step after that.
  boolean isComplete() {
    return results.size() == transfers.size()
        && !moments.isEmpty()
        && moments.getLast().step() == Step.GO_BACK;
  }

  /// The loop has come to its next step.
  void stop(Stop stop) {
    if (unsaid != null) {
      rows.add(unsaid);
    }
    unsaid = null;
    SaidRow next = null;
    switch (stop.step()) {
      case CREATE_MULTI_HANDLE -> next = unsaid = SaidRow.call("init()", Work.NONE);
      case SET_SOCKET_CALLBACK -> next = unsaid = SaidRow.call("setopt(SOCKETFUNCTION)", Work.NONE);
      case ADD_EASY_HANDLES ->
          next = SaidRow.call("addHandle(E" + Math.min(++added, transfers.size()) + ")", Work.NONE);
      case START_ONCE -> next = SaidRow.call("socketAll()", Work.NONE);
      case SUPERVISE_SOCKETS -> {}
      case ASK_TIMEOUT -> {
        turn++;
        acting = null;
        watched.values().removeIf(socket -> socket.poll() == Poll.REMOVE);
        next = unsaid = SaidRow.own("timeout: " + millis(timeout(stop.nanos())));
      }
      case WAIT_FOR_ACTION -> next = unsaid = SaidRow.own(select(timeout(stop.nanos())));
      case TELL_ACTION -> {
        acting = signal == null ? Acting.WOKEN : signal;
        signal = null;
        next = SaidRow.call("socketAction(" + acting.arguments() + ")", Work.NONE);
      }
      case GO_BACK -> signal = null;
    }
    NowValues values =
        new NowValues(
            running,
            timeout(stop.nanos()),
            acting,
            List.copyOf(watched.values()),
            bodyBytes,
            results);
    moments.add(
        new Moment(
            moments.size(),
            stop.step(),
            turn,
            values,
            rows.size(),
            next,
            stop.step() == Step.SUPERVISE_SOCKETS ? announced : null));
  }

  /// Something was said.
  void event(TraceEvent event) {
    switch (event) {
      case TraceEvent.Call e -> call(e);
      case TraceEvent.Return e -> returned(e);
      case TraceEvent.SocketCallback e -> {
        Poll what = Poll.valueOf(e.what());
        announced =
            watched.merge(
                e.socket(), new Watched(e.socket(), what, ""), (known, _) -> known.with(what));
        say(SaidRow.callback("callback(" + e.socket() + ", " + what + ")", what, work()));
      }
      case TraceEvent.TimerCallback e -> {
        timerNanos = e.millis() < 0 ? NO_TIMER : e.nanos() + e.millis() * NANOS_PER_MILLI;
        say(SaidRow.callback("timer(" + millis(e.millis()) + ")", null, work()));
      }
      case TraceEvent.TimerFired _ -> {
        timerNanos = NO_TIMER;
        signal = Acting.TIMER;
        say(SaidRow.own(LearnWords.text("said.fired")));
      }
      case TraceEvent.SocketOpened e -> say(SaidRow.ofSockets("open " + e.socket(), work()));
      case TraceEvent.SocketClosing e -> say(SaidRow.ofSockets("close " + e.socket(), work()));
      case TraceEvent.Ready e -> {
        signal = new Acting(e.socket(), e.readiness(), false);
        say(
            SaidRow.signal(
                LearnWords.text("said.ready." + e.readiness(), Long.toString(e.socket()))));
      }
      case TraceEvent.Message e -> {
        results.add("E" + number(e.transfer()) + " " + e.result().replace("CURLE_", ""));
        say(SaidRow.call("infoRead() \u2192 " + results.getLast(), work()));
      }
      case TraceEvent.Interest _, TraceEvent.Note _ -> {}
    }
  }

  private void call(TraceEvent.Call e) {
    openCalls++;
    Work begun = openCalls == 1 ? Work.BEGINS : Work.GOES_ON;
    switch (e.fn()) {
      case "curl_multi_add_handle" ->
          say(SaidRow.call("addHandle(E" + number(e.transfer()) + ")", begun));
      case "curl_multi_socket_all" -> say(SaidRow.call("socketAll()", begun));
      case "curl_multi_socket_action" -> {
        Acting told = acting == null ? Acting.WOKEN : acting;
        say(SaidRow.call("socketAction(" + told.arguments() + ")", begun));
      }
      case "curl_multi_assign" -> {
        String data = e.argument() == null ? "" : e.argument();
        watched.computeIfPresent(e.socket(), (_, socket) -> socket.with(data));
        say(SaidRow.call("assign(" + e.socket() + ", " + data + ")", begun));
      }
      default -> say(SaidRow.call(e.fn(), begun));
    }
  }

  private void returned(TraceEvent.Return e) {
    if (e.running() >= 0) {
      running = e.running();
    }
    if (e.received() > 0) {
      bodyBytes += e.received();
      say(
          SaidRow.callback(
              LearnWords.text("said.read", Amounts.count(e.received())), null, work()));
    }
    openCalls--;
  }

  private void say(SaidRow row) {
    if (unsaid != null) { // its step is done: it comes before what followed from it
      rows.add(unsaid);
      unsaid = null;
    }
    rows.add(row);
  }

  private Work work() {
    return openCalls > 0 ? Work.GOES_ON : Work.NONE;
  }

  private int number(long transfer) {
    return transfers.indexOf(transfer) + 1;
  }

  private long timeout(long nanos) {
    return timerNanos == NO_TIMER
        ? -1
        : Math.max(0, Math.ceilDiv(timerNanos - nanos, NANOS_PER_MILLI));
  }

  private static String millis(long millis) {
    return millis < 0 ? "-1" : millis + " ms";
  }

  /// As the Selector is asked.
  private static String select(long millis) {
    if (millis < 0) {
      return "select()";
    }
    return millis == 0 ? "selectNow()" : "select(" + millis + " ms)";
  }
}
