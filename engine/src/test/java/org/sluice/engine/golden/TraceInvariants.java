package org.sluice.engine.golden;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks the invariants I1 to I12 on a trace.
///
/// The strict form, for our own traces, makes no exception after an abort and looks for a forgotten
/// timer (I9) after each call and not only at the end.
///
/// **Source**: `golden/README.md` of the tests and `check_invariants.py`.
final class TraceInvariants {
  private static final String ACTION = "curl_multi_socket_action";
  private static final String ADD = "curl_multi_add_handle";
  private static final String REMOVE_HANDLE = "curl_multi_remove_handle";
  private static final String ASSIGN = "curl_multi_assign";

  private final boolean strict;
  private final List<Line> lines;
  private final boolean readsLate;
  private final boolean hasTimers;
  private final List<String> broken = new ArrayList<>();
  private final Map<String, String> announced = new HashMap<>();
  private final Map<String, @Nullable String> assigned = new HashMap<>();
  private final Set<String> live = new HashSet<>();
  private final Map<String, Integer> added = new HashMap<>();
  private final Map<String, Integer> finished = new HashMap<>();
  private final Deque<Line> calls = new ArrayDeque<>();
  private @Nullable String timer;
  private int lastQueued = -1;
  private boolean aborted;

  private TraceInvariants(List<Line> lines, boolean strict) {
    this.lines = lines;
    this.strict = strict;
    readsLate = "refused3_queue".equals(lines.getFirst().get("scenario"));
    hasTimers = lines.stream().anyMatch(line -> line.is("timer"));
  }

  /// What a trace of libcurl breaks.
  static List<String> ofLibcurl(List<Line> lines) {
    return new TraceInvariants(lines, false).check();
  }

  /// What a trace of ours breaks; nothing, ever.
  static List<String> of(List<Line> lines) {
    return new TraceInvariants(lines, true).check();
  }

  private List<String> check() {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      switch (line.ev()) {
        case "call" -> called(line);
        case "ret" -> returned(line, i);
        case "sock" -> socket(line);
        case "close" -> closed(line);
        case "timer" -> timer(line);
        case "msg" -> message(line);
        case "end" -> end(line);
        default -> {}
      }
    }
    return broken;
  }

  private void called(Line line) {
    if (line.isOf(ACTION) && "TIMEOUT".equals(line.get("s")) && line.depth() == 0) {
      timer = timer == null ? null : "fired";
    }
    calls.push(line);
  }

  private void returned(Line line, int at) {
    Line call = calls.pop();
    boolean ok = "CURLM_OK".equals(line.get("rc"));
    if (ok && line.isOf(ASSIGN)) {
      assigned.put(call.text("s"), call.get("p"));
    }
    aborted |= "CURLM_ABORTED_BY_CALLBACK".equals(line.get("rc"));
    if (ok && line.isOf(ADD)) {
      live.add(call.text("easy"));
      added.merge(call.text("easy"), 1, Integer::sum);
      expect(!hasTimers || "0".equals(timer), "I11", line, "no 0 ms timer after add_handle");
    }
    boolean gone = ok || (strict && "CURLM_ABORTED_BY_CALLBACK".equals(line.get("rc")));
    if (gone && line.isOf(REMOVE_HANDLE)) {
      live.remove(call.text("easy"));
    }
    if (gone && line.isOf("curl_multi_cleanup")) {
      live.clear();
    }
    if (line.depth() == 0 && (strict || !aborted)) {
      Set<String> left = liveAfterReading(at);
      if (line.has("running") && !readsLate) {
        int running = line.number("running");
        expect(running == left.size(), "I7", line, running + " running but live are " + left);
      }
      if (strict && left.isEmpty()) {
        expect(timer == null || timer.equals("fired"), "I9", line, "timer " + timer + " is left");
      }
    }
    lastQueued = -1;
  }

  /// Who is live once the completions that follow a call are read.
  private Set<String> liveAfterReading(int at) {
    Set<String> left = new HashSet<>(live);
    for (Line next : lines.subList(at + 1, lines.size())) {
      if (next.is("msg")) {
        left.remove(next.text("easy"));
      } else if ((next.is("call") || next.is("ret")) && !next.isOf("curl_multi_timeout")) {
        break;
      }
    }
    return left;
  }

  private void socket(Line line) {
    String socket = line.text("s");
    String what = line.text("what");
    String last = announced.get(socket);
    String socketp = line.get("socketp");
    expect(line.depth() >= 1, "I5", line, "socket callback outside an API call");
    if (last == null) {
      expect(!what.equals("REMOVE"), "I3", line, "REMOVE but never announced");
      expect(socketp == null, "I1", line, "first callback has a socketp");
    } else {
      String stored = assigned.get(socket);
      expect(
          socketp == null ? stored == null : socketp.equals(stored),
          "I2",
          line,
          "assigned was " + stored);
    }
    expect(!what.equals(last), "I8", line, "the same action again");
    if (what.equals("REMOVE")) {
      announced.remove(socket);
      assigned.remove(socket);
    } else {
      announced.put(socket, what);
    }
  }

  private void closed(Line line) {
    String socket = line.text("s");
    expect(!announced.containsKey(socket), "I4", line, "closed without a REMOVE");
    announced.remove(socket);
    assigned.remove(socket);
    expect(
        !strict || line.text("still_registered").equals("false"), "I4", line, "still registered");
  }

  private void timer(Line line) {
    String told = line.text("cls");
    expect(!told.equals("-1") || timer != null, "I10", line, "-1 with no timer");
    timer = told.equals("-1") ? null : told;
  }

  private void message(Line line) {
    String easy = line.text("easy");
    int queued = line.number("queue");
    expect(line.depth() == 0, "I6", line, "message inside a callback");
    expect(lastQueued < 0 || queued == lastQueued - 1, "I6", line, "the queue does not count down");
    lastQueued = queued;
    int times = finished.merge(easy, 1, Integer::sum);
    expect(times <= added.getOrDefault(easy, 0), "I6", line, "reported done twice");
    live.remove(easy);
  }

  private void end(Line line) {
    expect(announced.isEmpty(), "I12", line, "still announced: " + announced);
    if (hasTimers && (strict || !aborted)) {
      expect(timer == null || timer.equals("fired"), "I9", line, "timer " + timer + " is left");
    }
  }

  private void expect(boolean holds, String invariant, Line line, String why) {
    if (!holds) {
      broken.add(invariant + " at " + line + ": " + why);
    }
  }
}
