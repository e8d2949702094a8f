package org.sluice.app.tape;

import org.sluice.engine.trace.TraceEvent;

/// An event as one line of code, with the numbers that the Monitor shows.
public final class EventWords {
  private EventWords() {}

  /// For example `socketAction(28, IN)`, `socket 28: IN for E2`.
  public static String of(TraceEvent event) {
    return switch (event) {
      case TraceEvent.Call e -> shortName(e.fn()) + "(" + arguments(e) + ")";
      case TraceEvent.Return e ->
          shortName(e.fn())
              + " = "
              + e.code()
              + (e.running() < 0 ? "" : ", running_handles " + e.running())
              + (e.received() <= 0 ? "" : ", read " + e.received() + " B");
      case TraceEvent.SocketCallback e -> callback(e) + user(e.transfer());
      case TraceEvent.TimerCallback e -> "timerFunction(" + e.millis() + " ms)";
      case TraceEvent.TimerFired _ -> "timer fired";
      case TraceEvent.SocketOpened e -> "open " + e.socket() + (e.inet6() ? " (IPv6)" : " (IPv4)");
      case TraceEvent.SocketClosing e -> "close " + e.socket();
      case TraceEvent.Interest e -> "interest of " + e.socket() + ": " + e.interest();
      case TraceEvent.Ready e -> "ready: " + e.socket() + " " + e.readiness();
      case TraceEvent.Message e ->
          "infoRead: E" + e.transfer() + " " + e.result() + ", HTTP " + e.httpStatus();
      case TraceEvent.Note e -> e.text();
    };
  }

  /// For example `callback(28, IN)`, where it is clear for whom.
  public static String callback(TraceEvent.SocketCallback e) {
    return "callback(" + e.socket() + ", " + e.what() + ")";
  }

  /// The kind of an event in one word, as the trace format writes it.
  public static String kind(TraceEvent event) {
    return switch (event) {
      case TraceEvent.Call _ -> "call";
      case TraceEvent.Return _ -> "ret";
      case TraceEvent.SocketCallback _ -> "sock";
      case TraceEvent.TimerCallback _ -> "timer";
      case TraceEvent.TimerFired _ -> "fired";
      case TraceEvent.SocketOpened _ -> "open";
      case TraceEvent.SocketClosing _ -> "close";
      case TraceEvent.Interest _ -> "interest";
      case TraceEvent.Ready _ -> "ready";
      case TraceEvent.Message _ -> "msg";
      case TraceEvent.Note _ -> "note";
    };
  }

  /// The poll state, readiness or code that an event carries; empty for none.
  public static String state(TraceEvent event) {
    return switch (event) {
      case TraceEvent.Call e -> e.argument() == null ? "" : e.argument();
      case TraceEvent.Return e -> e.code();
      case TraceEvent.SocketCallback e -> e.what();
      case TraceEvent.TimerCallback e -> e.millis() + " ms";
      case TraceEvent.Interest e -> e.interest();
      case TraceEvent.Ready e -> e.readiness();
      case TraceEvent.Message e -> e.result();
      case TraceEvent.TimerFired _,
          TraceEvent.SocketOpened _,
          TraceEvent.SocketClosing _,
          TraceEvent.Note _ ->
          "";
    };
  }

  private static String arguments(TraceEvent.Call e) {
    String argument = e.argument();
    if (e.fn().equals("curl_multi_socket_action")) {
      return e.socket() == 0 ? "TIMEOUT" : e.socket() + ", " + argument;
    }
    String about =
        e.socket() != 0 ? Long.toString(e.socket()) : e.transfer() != 0 ? "E" + e.transfer() : "";
    return argument == null ? about : about.isEmpty() ? argument : about + ", " + argument;
  }

  private static String user(long transfer) {
    return transfer == 0 ? "" : " for E" + transfer;
  }

  /// `curl_multi_socket_action` is `socketAction`, `curl_easy_pause` is `pause`.
  static String shortName(String fn) {
    String rest = fn;
    for (String prefix : new String[] {"curl_multi_", "curl_easy_", "curl_"}) {
      if (rest.startsWith(prefix)) {
        rest = rest.substring(prefix.length());
        break;
      }
    }
    StringBuilder out = new StringBuilder();
    boolean up = false;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '_') {
        up = true;
      } else {
        out.append(up ? Character.toUpperCase(c) : c);
        up = false;
      }
    }
    return out.toString();
  }
}
