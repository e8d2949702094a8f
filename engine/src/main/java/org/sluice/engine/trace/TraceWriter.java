package org.sluice.engine.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes events as JSON Lines, in the format of the recorded libcurl traces.
///
/// Transfers become `easy` 0, 1, … and sockets `S0`, `S1`, … by first appearance. A full trace has
/// more on each line (nanoseconds, numbers of the engine, causes) and the events that libcurl's
/// traces do not have (interest, readiness, fired timer), so that it can be shown again; who reads
/// libcurl's format passes these over.
///
/// **Threads**: one. **Errors**: [UncheckedIOException] if the output fails.
///
/// **Source**: `golden/README.md` of the tests, "Line format"; `docs/trace-format.md`.
public final class TraceWriter implements Consumer<TraceEvent> {
  /// The version of what a full trace has beyond libcurl's format.
  public static final int VERSION = 1;

  private static final int WIDEST_CONTROL = 0x20;

  private final Appendable out;
  private final boolean full;
  private final StringBuilder line = new StringBuilder(256);
  private final Map<Long, Integer> easies = new HashMap<>();
  private final Map<Long, Integer> sockets = new HashMap<>();
  private long lines;
  private long startNanos;
  private boolean started;
  private long socketCallbacks;
  private long timerCallbacks;

  private TraceWriter(Appendable out, boolean full) {
    this.out = out;
    this.full = full;
  }

  /// What libcurl's traces have, and no more.
  public TraceWriter(Appendable out) {
    this(out, false);
  }

  /// With all that there is.
  public static TraceWriter full(Appendable out) {
    return new TraceWriter(out, true);
  }

  /// The moment that is 0 in the file; else that of the first event is.
  public void start(long nanos) {
    started = true;
    startNanos = nanos;
  }

  /// The first line.
  public void meta(String scenario, String engine) {
    meta(scenario, engine, "");
  }

  /// The first line.
  ///
  /// @param more fields as JSON, each with a comma in front; empty for none
  public void meta(String scenario, String engine, String more) {
    begin(0, 0);
    line.append(",\"ev\":\"meta\",\"scenario\":");
    quoted(scenario);
    line.append(",\"libcurl\":");
    quoted(engine);
    line.append(",\"ssl\":\"JSSE\",\"asynch_dns\":true");
    if (full) {
      line.append(",\"format\":\"sluice-trace\",\"version\":").append(VERSION).append(more);
    }
    end(line);
  }

  /// The last line.
  public void end() {
    begin(0, 0);
    line.append(",\"ev\":\"end\",\"socket_callbacks\":")
        .append(socketCallbacks)
        .append(",\"timer_callbacks\":")
        .append(timerCallbacks);
    end(line);
  }

  /// A line that is no event.
  ///
  /// @param fields as JSON, without braces
  public void line(long nanos, String fields) {
    begin(nanos, 0);
    stamp(nanos);
    line.append(',').append(fields);
    end(line);
  }

  @Override
  public void accept(TraceEvent event) {
    if (!full && !isLibcurls(event)) {
      return;
    }
    if (!started) {
      start(event.nanos());
    }
    begin(event.nanos(), event.depth());
    if (full) {
      stamp(event.nanos());
      line.append(",\"q\":").append(event.seq());
      if (event.cause() >= 0) {
        line.append(",\"c\":").append(event.cause());
      }
    }
    line.append(",\"ev\":");
    fields(event);
    end(line);
  }

  private static boolean isLibcurls(TraceEvent event) {
    return !(event instanceof TraceEvent.TimerFired
        || event instanceof TraceEvent.Interest
        || event instanceof TraceEvent.Ready);
  }

  private void begin(long nanos, int depth) {
    line.setLength(0);
    line.append("{\"n\":")
        .append(lines++)
        .append(",\"t\":")
        .append(started && nanos != 0 ? (nanos - startNanos) / 1_000_000 : 0)
        .append(",\"d\":")
        .append(depth);
  }

  private void stamp(long nanos) {
    line.append(",\"ns\":").append(nanos - startNanos);
  }

  private void end(StringBuilder text) {
    try {
      out.append(text.append("}\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("the trace cannot be written", e);
    }
  }

  private void fields(TraceEvent event) {
    switch (event) {
      case TraceEvent.Call e -> {
        text("\"call\",\"fn\":", e.fn());
        arguments(e);
        numbers(e.transfer(), e.socket());
      }
      case TraceEvent.Return e -> {
        text("\"ret\",\"fn\":", e.fn());
        text(",\"rc\":", e.code());
        if (e.running() >= 0) {
          line.append(",\"running\":").append(e.running());
        }
        if (e.received() > 0) {
          line.append(",\"rx\":{\"all\":").append(e.received()).append('}');
        }
      }
      case TraceEvent.SocketCallback e -> {
        socketCallbacks++;
        line.append("\"sock\",\"easy\":");
        easy(e.transfer());
        line.append(",\"s\":");
        socket(e.socket());
        text(",\"what\":", e.what());
        text(",\"socketp\":", e.socketp());
        numbers(e.transfer(), e.socket());
      }
      case TraceEvent.TimerCallback e -> {
        timerCallbacks++;
        line.append("\"timer\",\"cls\":\"")
            .append(e.millis() < 0 ? "-1" : e.millis() == 0 ? "0" : ">0")
            .append("\",\"ms\":")
            .append(e.millis());
      }
      case TraceEvent.SocketOpened e -> {
        line.append("\"open\",\"easy\":");
        easy(e.transfer());
        line.append(",\"s\":");
        socket(e.socket());
        line.append(",\"family\":\"").append(e.inet6() ? "inet6" : "inet").append('"');
        numbers(e.transfer(), e.socket());
      }
      case TraceEvent.SocketClosing e -> {
        line.append("\"close\",\"s\":");
        socket(e.socket());
        line.append(",\"still_registered\":").append(e.stillRegistered());
        numbers(0, e.socket());
      }
      case TraceEvent.Message e -> {
        line.append("\"msg\",\"easy\":");
        easy(e.transfer());
        text(",\"msg\":\"DONE\",\"result\":", e.result());
        line.append(",\"queue\":").append(e.queued());
        line.append(",\"http\":").append(e.httpStatus());
        line.append(",\"new_connects\":").append(e.newConnects());
        line.append(",\"body\":").append(e.body());
        numbers(e.transfer(), 0);
      }
      case TraceEvent.Note e -> text("\"note\",\"text\":", e.text());
      case TraceEvent.TimerFired _ -> line.append("\"fired\"");
      case TraceEvent.Interest e -> watched("\"interest\",\"s\":", e.socket(), e.interest());
      case TraceEvent.Ready e -> watched("\"ready\",\"s\":", e.socket(), e.readiness());
    }
  }

  private void watched(String begin, long serial, String what) {
    line.append(begin);
    socket(serial);
    text(",\"what\":", what);
    numbers(0, serial);
  }

  private void arguments(TraceEvent.Call e) {
    switch (e.fn()) {
      case "curl_multi_socket_action" -> {
        line.append(",\"s\":");
        if (e.socket() == 0) {
          line.append("\"TIMEOUT\"");
        } else {
          socket(e.socket());
        }
        text(",\"mask\":", e.argument());
      }
      case "curl_multi_assign" -> {
        line.append(",\"s\":");
        socket(e.socket());
        text(",\"p\":", e.argument());
      }
      case "curl_easy_pause" -> {
        line.append(",\"easy\":");
        easy(e.transfer());
        text(",\"bits\":", e.argument());
      }
      default -> {
        if (e.transfer() != 0) {
          line.append(",\"easy\":");
          easy(e.transfer());
        }
      }
    }
  }

  /// The engine's own numbers: the Monitor shows these.
  private void numbers(long transfer, long socket) {
    if (full && transfer != 0) {
      line.append(",\"transfer\":").append(transfer);
    }
    if (full && socket != 0) {
      line.append(",\"socket\":").append(socket);
    }
  }

  private void easy(long transfer) {
    if (transfer == 0) {
      line.append("\"internal\"");
    } else {
      line.append(easies.computeIfAbsent(transfer, _ -> easies.size()));
    }
  }

  private void socket(long serial) {
    line.append("\"S").append(sockets.computeIfAbsent(serial, _ -> sockets.size())).append('"');
  }

  private void text(String before, @Nullable String value) {
    line.append(before);
    quoted(value);
  }

  private void quoted(@Nullable String text) {
    quote(line, text);
  }

  /// Appends a text as JSON; null as `null`.
  public static void quote(StringBuilder out, @Nullable String text) {
    if (text == null) {
      out.append("null");
      return;
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < WIDEST_CONTROL) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
