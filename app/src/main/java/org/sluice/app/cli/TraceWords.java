package org.sluice.app.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.trace.TraceEvent;

/// Each event in words; transfers are 0, 1, … and sockets S0, S1, … in the order in which they
/// appear.
final class TraceWords {
  private final Map<Long, Integer> transfers = new HashMap<>();
  private final Map<Long, Integer> sockets = new HashMap<>();

  TraceWords() {}

  /// Null for what is left out: the Selector's side, which follows from the rest.
  @Nullable String of(TraceEvent event) {
    return switch (event) {
      case TraceEvent.Call e -> "> " + shortName(e.fn()) + "(" + arguments(e) + ")";
      case TraceEvent.Return e ->
          "< "
              + e.code()
              + (e.running() < 0 ? "" : " running=" + e.running())
              + (e.received() <= 0 ? "" : " rx=" + e.received());
      case TraceEvent.SocketCallback e ->
          "SOCK "
              + socket(e.socket())
              + " "
              + e.what()
              + " easy="
              + transfer(e.transfer())
              + " socketp="
              + e.socketp();
      case TraceEvent.TimerCallback e -> "TIMER " + e.millis() + (e.millis() < 0 ? "" : " ms");
      case TraceEvent.SocketOpened e ->
          "OPEN " + socket(e.socket()) + (e.inet6() ? " inet6" : " inet");
      case TraceEvent.SocketClosing e -> "CLOSE " + socket(e.socket());
      case TraceEvent.Message e ->
          "MSG easy="
              + transfer(e.transfer())
              + " "
              + e.result()
              + " http="
              + e.httpStatus()
              + " newconn="
              + e.newConnects()
              + " body="
              + e.body();
      case TraceEvent.Note e -> "note " + e.text();
      case TraceEvent.TimerFired _, TraceEvent.Interest _, TraceEvent.Ready _ -> null;
    };
  }

  private String arguments(TraceEvent.Call e) {
    String argument = e.argument();
    return switch (e.fn()) {
      case "curl_multi_socket_action" ->
          (e.socket() == 0 ? "TIMEOUT" : socket(e.socket())) + ", " + argument;
      case "curl_multi_assign" -> socket(e.socket()) + ", " + argument;
      default -> {
        String easy = e.transfer() == 0 ? "" : transfer(e.transfer());
        yield argument == null ? easy : easy + ", " + argument;
      }
    };
  }

  private static String shortName(String fn) {
    return fn.startsWith("curl_") ? fn.substring("curl_".length()) : fn;
  }

  private String transfer(long id) {
    return id == 0
        ? "internal"
        : Integer.toString(transfers.computeIfAbsent(id, _ -> transfers.size()));
  }

  private String socket(long serial) {
    return "S" + sockets.computeIfAbsent(serial, _ -> sockets.size());
  }
}
