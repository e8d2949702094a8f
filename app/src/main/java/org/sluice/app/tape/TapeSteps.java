package org.sluice.app.tape;

import java.util.HashSet;
import java.util.Set;
import org.sluice.engine.trace.TraceEvent;

/// Where to go from a position: by one event, by one of a socket, by one turn of the loop.
///
/// A position is that of [Tape]: the last event that has happened is the one before it. **Threads**:
/// pure functions.
public final class TapeSteps {
  private static final String ACTION = "curl_multi_socket_action";

  /// The loop has waited if nothing was told for this long.
  private static final long WAITED_NANOS = 500_000L;

  private TapeSteps() {}

  /// One event back or on; stays inside.
  public static long event(Tape tape, long position, boolean forward) {
    return Math.clamp(
        position + (forward ? 1 : -1), Math.min(tape.begin() + 1, tape.end()), tape.end());
  }

  /// To the next or last event of a socket; where there is none, the position stays.
  public static long socket(Tape tape, long position, long serial, boolean forward) {
    long at = position;
    while (forward ? at < tape.end() : at > tape.begin() + 1) {
      at += forward ? 1 : -1;
      if (socketOf(tape.event(at - 1)) == serial) {
        return at;
      }
    }
    return position;
  }

  /// To the first event of the next turn, or of this one or the one before; to the end where there
  /// is none.
  public static long turn(Tape tape, long position, boolean forward) {
    if (forward) {
      for (long at = position + 1; at <= tape.end(); at++) {
        if (beginsTurn(tape, at - 1)) {
          return at;
        }
      }
      return tape.end();
    }
    for (long at = position - 1; at > tape.begin(); at--) {
      if (beginsTurn(tape, at - 1)) {
        return at;
      }
    }
    return Math.min(tape.begin() + 1, tape.end());
  }

  /// Which socket an event is about; 0 for none.
  public static long socketOf(TraceEvent event) {
    return switch (event) {
      case TraceEvent.Call e -> e.socket();
      case TraceEvent.SocketCallback e -> e.socket();
      case TraceEvent.SocketOpened e -> e.socket();
      case TraceEvent.SocketClosing e -> e.socket();
      case TraceEvent.Interest e -> e.socket();
      case TraceEvent.Ready e -> e.socket();
      case TraceEvent.Return _,
          TraceEvent.TimerCallback _,
          TraceEvent.TimerFired _,
          TraceEvent.Message _,
          TraceEvent.Note _ ->
          0;
    };
  }

  /// Which transfer an event is about; 0 for none.
  public static long transferOf(TraceEvent event) {
    return switch (event) {
      case TraceEvent.Call e -> e.transfer();
      case TraceEvent.SocketCallback e -> e.transfer();
      case TraceEvent.SocketOpened e -> e.transfer();
      case TraceEvent.Message e -> e.transfer();
      case TraceEvent.SocketClosing _,
          TraceEvent.Interest _,
          TraceEvent.Ready _,
          TraceEvent.Return _,
          TraceEvent.TimerCallback _,
          TraceEvent.TimerFired _,
          TraceEvent.Note _ ->
          0;
    };
  }

  /// Whether the loop has waited before this event. A trace does not say so; it follows: the time
  /// is told last in a turn, no socket is told of twice, and other calls come between two turns.
  static boolean beginsTurn(Tape tape, long at) {
    TraceEvent event = tape.event(at);
    if (!tells(event)) {
      return false;
    }
    if (at == tape.begin() || event.nanos() - tape.event(at - 1).nanos() >= WAITED_NANOS) {
      return true;
    }
    Set<Long> told = new HashSet<>();
    told.add(socketOf(event));
    for (long back = at - 1; back >= tape.begin(); back--) {
      TraceEvent before = tape.event(back);
      if (before instanceof TraceEvent.TimerFired
          || before instanceof TraceEvent.Note
          || (before instanceof TraceEvent.Call call
              && call.depth() == 0
              && !call.fn().equals(ACTION))) {
        return true;
      }
      if (before instanceof TraceEvent.Ready ready) {
        if (!told.add(ready.socket())) {
          return ready.socket() == socketOf(event);
        }
        if (beginsByTime(tape, back)) {
          return false;
        }
      }
    }
    return false;
  }

  private static boolean beginsByTime(Tape tape, long at) {
    return at == tape.begin()
        || tape.event(at).nanos() - tape.event(at - 1).nanos() >= WAITED_NANOS;
  }

  private static boolean tells(TraceEvent event) {
    return event instanceof TraceEvent.Ready || event instanceof TraceEvent.TimerFired;
  }
}
