package org.sluice.app.tracefile;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sluice.app.tape.EventWords;
import org.sluice.app.tape.Tape;
import org.sluice.app.tape.TapeSteps;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceWriter;

/// A record for the viewers of Chrome and Perfetto: calls of the loop as slices, the poll states of
/// each socket as slices on a line of its own, timer and completions as instants, running handles as
/// a counter.
///
/// **Units**: microseconds with three decimals. **Source**: "Trace Event Format".
final class ChromeTrace {
  private static final int LOOP = 1;
  private static final int FIRST_SOCKET = 10;

  private final Tape tape;
  private final Appendable out;
  private final TraceHead head;
  private final StringBuilder line = new StringBuilder();
  private final Map<Long, TraceEvent.Call> open = new HashMap<>();
  private final Map<Long, TraceEvent.SocketCallback> states = new TreeMap<>();
  private boolean first = true;

  private ChromeTrace(Tape tape, Appendable out, TraceHead head) {
    this.tape = tape;
    this.out = out;
    this.head = head;
  }

  static void write(Tape tape, Appendable out, TraceHead head) throws IOException {
    new ChromeTrace(tape, out, head).write();
  }

  private void write() throws IOException {
    out.append("{\"displayTimeUnit\":\"ms\",\"otherData\":{\"program\":");
    StringBuilder program = new StringBuilder();
    TraceWriter.quote(program, head.engine());
    out.append(program).append("},\"traceEvents\":[\n");
    named("process_name", 0, "Sluice");
    named("thread_name", LOOP, "loop");
    for (Map.Entry<Long, String> socket : peers().entrySet()) {
      String name = "socket " + socket.getKey() + " " + socket.getValue();
      named("thread_name", FIRST_SOCKET + socket.getKey(), name.strip());
    }
    for (SocketView socket : tape.first().snapshot().sockets()) { // as they were before
      states.put(
          socket.serial(),
          new TraceEvent.SocketCallback(
              -1,
              tape.beginNanos(),
              0,
              -1,
              socket.transfers().isEmpty() ? 0 : socket.transfers().getFirst(),
              socket.serial(),
              socket.poll().name(),
              null));
    }
    for (long at = tape.begin(); at < tape.end(); at++) {
      event(head.whole() ? tape.event(at) : Secrets.without(tape.event(at)));
    }
    for (TraceEvent.SocketCallback state : states.values()) {
      if (!state.what().equals("REMOVE")) {
        slice(state.what(), FIRST_SOCKET + state.socket(), state.nanos(), tape.endNanos(), "");
      }
    }
    out.append("\n]}\n");
  }

  /// Every socket of the record with its other side, those too that are closed by now.
  private Map<Long, String> peers() {
    Map<Long, String> peers = new TreeMap<>();
    Consumer<SocketView> known =
        view -> peers.merge(view.serial(), view.peer(), (old, name) -> name.isEmpty() ? old : name);
    tape.first().snapshot().sockets().forEach(known);
    tape.tell(
        sample -> sample.sockets().forEach(known),
        event -> {
          long serial = TapeSteps.socketOf(event);
          if (serial != 0) {
            peers.putIfAbsent(serial, "");
          }
        });
    return peers;
  }

  private void event(TraceEvent event) throws IOException {
    switch (event) {
      case TraceEvent.Call call -> open.put(call.seq(), call);
      case TraceEvent.Return returned -> {
        TraceEvent.Call call = open.remove(returned.cause());
        if (call != null) {
          StringBuilder more = new StringBuilder();
          more.append("\"code\":");
          TraceWriter.quote(more, returned.code());
          more.append(",\"received\":").append(Math.max(0, returned.received()));
          slice(EventWords.of(call), LOOP, call.nanos(), returned.nanos(), more.toString());
        }
        if (returned.running() >= 0) {
          counter(returned.nanos(), returned.running());
        }
      }
      case TraceEvent.SocketCallback callback -> {
        TraceEvent.SocketCallback before = states.put(callback.socket(), callback);
        if (before != null && !before.what().equals("REMOVE")) {
          slice(
              before.what(),
              FIRST_SOCKET + callback.socket(),
              before.nanos(),
              callback.nanos(),
              before.transfer() == 0 ? "" : "\"transfer\":" + before.transfer());
        }
      }
      case TraceEvent.Ready ready -> instant(event, FIRST_SOCKET + ready.socket());
      case TraceEvent.SocketOpened opened -> instant(event, FIRST_SOCKET + opened.socket());
      case TraceEvent.SocketClosing closing -> instant(event, FIRST_SOCKET + closing.socket());
      case TraceEvent.Interest _ -> {}
      case TraceEvent.TimerCallback _,
          TraceEvent.TimerFired _,
          TraceEvent.Message _,
          TraceEvent.Note _ ->
          instant(event, LOOP);
    }
  }

  private void named(String what, long thread, String name) throws IOException {
    begin(what, "M", thread);
    line.append(",\"args\":{\"name\":");
    TraceWriter.quote(line, name);
    end("}}");
  }

  private void slice(String name, long thread, long from, long to, String arguments)
      throws IOException {
    begin(name, "X", thread);
    line.append(",\"ts\":");
    micros(from);
    line.append(",\"dur\":");
    appendMicros(Math.max(0, to - from));
    line.append(",\"args\":{").append(arguments);
    end("}}");
  }

  private void instant(TraceEvent event, long thread) throws IOException {
    begin(EventWords.of(event), "i", thread);
    line.append(",\"s\":\"t\",\"ts\":");
    micros(event.nanos());
    end("}");
  }

  private void counter(long nanos, int running) throws IOException {
    begin("running_handles", "C", LOOP);
    line.append(",\"ts\":");
    micros(nanos);
    line.append(",\"args\":{\"handles\":").append(running);
    end("}}");
  }

  private void begin(String name, String phase, long thread) {
    line.setLength(0);
    line.append(first ? "" : ",\n").append("{\"name\":");
    first = false;
    TraceWriter.quote(line, name);
    line.append(",\"ph\":\"").append(phase).append("\",\"pid\":1,\"tid\":").append(thread);
  }

  private void micros(long nanos) {
    appendMicros(nanos - tape.beginNanos());
  }

  private void appendMicros(long nanos) {
    String rest = Long.toString(nanos % 1_000);
    line.append(nanos / 1_000).append('.').append("0".repeat(3 - rest.length())).append(rest);
  }

  private void end(String text) throws IOException {
    out.append(line.append(text));
  }
}
