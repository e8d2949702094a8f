package org.sluice.engine.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes events as JSON Lines, in the format of the recorded libcurl traces.
///
/// Transfers become `easy` 0, 1, … and sockets `S0`, `S1`, … by first appearance. What libcurl's
/// traces do not have (interest, readiness, fired timer) is left out.
///
/// **Threads**: one. **Errors**: [UncheckedIOException] if the output fails.
///
/// **Source**: `golden/README.md` of the tests, "Line format".
public final class TraceWriter implements Consumer<TraceEvent> {
  private final Appendable out;
  private final Map<Long, Integer> easies = new HashMap<>();
  private final Map<Long, Integer> sockets = new HashMap<>();
  private long lines;
  private long startNanos;
  private boolean started;
  private long socketCallbacks;
  private long timerCallbacks;

  public TraceWriter(Appendable out) {
    this.out = out;
  }

  /// The first line.
  public void meta(String scenario, String engine) {
    line(
        0,
        0,
        "\"ev\":\"meta\",\"scenario\":%s,\"libcurl\":%s,\"ssl\":\"JSSE\",\"asynch_dns\":true"
            .formatted(quoted(scenario), quoted(engine)));
  }

  /// The last line.
  public void end() {
    line(
        0,
        0,
        "\"ev\":\"end\",\"socket_callbacks\":%d,\"timer_callbacks\":%d"
            .formatted(socketCallbacks, timerCallbacks));
  }

  @Override
  public void accept(TraceEvent event) {
    if (!started) {
      started = true;
      startNanos = event.nanos();
    }
    String fields = fields(event);
    if (fields != null) {
      line((event.nanos() - startNanos) / 1_000_000, event.depth(), fields);
    }
  }

  private @Nullable String fields(TraceEvent event) {
    return switch (event) {
      case TraceEvent.Call e -> "\"ev\":\"call\",\"fn\":" + quoted(e.fn()) + arguments(e);
      case TraceEvent.Return e ->
          "\"ev\":\"ret\",\"fn\":"
              + quoted(e.fn())
              + ",\"rc\":"
              + quoted(e.code())
              + (e.running() < 0 ? "" : ",\"running\":" + e.running())
              + (e.received() <= 0 ? "" : ",\"rx\":{\"all\":" + e.received() + "}");
      case TraceEvent.SocketCallback e -> {
        socketCallbacks++;
        yield "\"ev\":\"sock\",\"easy\":%s,\"s\":%s,\"what\":%s,\"socketp\":%s"
            .formatted(
                easy(e.transfer()), socket(e.socket()), quoted(e.what()), quoted(e.socketp()));
      }
      case TraceEvent.TimerCallback e -> {
        timerCallbacks++;
        String cls = e.millis() < 0 ? "-1" : e.millis() == 0 ? "0" : ">0";
        yield "\"ev\":\"timer\",\"cls\":\"%s\",\"ms\":%d".formatted(cls, e.millis());
      }
      case TraceEvent.SocketOpened e ->
          "\"ev\":\"open\",\"easy\":%s,\"s\":%s,\"family\":\"%s\""
              .formatted(easy(e.transfer()), socket(e.socket()), e.inet6() ? "inet6" : "inet");
      case TraceEvent.SocketClosing e ->
          "\"ev\":\"close\",\"s\":%s,\"still_registered\":%s"
              .formatted(socket(e.socket()), e.stillRegistered());
      case TraceEvent.Message e ->
          "\"ev\":\"msg\",\"easy\":%s,\"msg\":\"DONE\",\"result\":%s,\"queue\":%d,\"http\":%d,\"new_connects\":%d,\"body\":%d"
              .formatted(
                  easy(e.transfer()),
                  quoted(e.result()),
                  e.queued(),
                  e.httpStatus(),
                  e.newConnects(),
                  e.body());
      case TraceEvent.Note e -> "\"ev\":\"note\",\"text\":" + quoted(e.text());
      case TraceEvent.TimerFired _, TraceEvent.Interest _, TraceEvent.Ready _ -> null;
    };
  }

  private String arguments(TraceEvent.Call e) {
    String argument = e.argument();
    return switch (e.fn()) {
      case "curl_multi_socket_action" ->
          ",\"s\":"
              + (e.socket() == 0 ? "\"TIMEOUT\"" : socket(e.socket()))
              + ",\"mask\":"
              + quoted(argument);
      case "curl_multi_assign" -> ",\"s\":" + socket(e.socket()) + ",\"p\":" + quoted(argument);
      case "curl_easy_pause" -> ",\"easy\":" + easy(e.transfer()) + ",\"bits\":" + quoted(argument);
      default -> e.transfer() == 0 ? "" : ",\"easy\":" + easy(e.transfer());
    };
  }

  private String easy(long transfer) {
    if (transfer == 0) {
      return "\"internal\"";
    }
    return Integer.toString(easies.computeIfAbsent(transfer, t -> easies.size()));
  }

  private String socket(long serial) {
    return "\"S" + sockets.computeIfAbsent(serial, s -> sockets.size()) + "\"";
  }

  private void line(long millis, int depth, String fields) {
    try {
      out.append("{\"n\":%d,\"t\":%d,\"d\":%d,%s}\n".formatted(lines++, millis, depth, fields));
    } catch (IOException e) {
      throw new UncheckedIOException("the trace cannot be written", e);
    }
  }

  private static String quoted(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
