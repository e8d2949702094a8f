package org.sluice.app.tape;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

/// Why a socket is in its poll state, as far as the trace tells.
///
/// @param reason what the engine wants with it
/// @param poll the state
/// @param sinceNanos when it came to be in it; -1 if that is older than the trace
/// @param transfer the one it was asked for; 0 for none
/// @param before the state it had before; null for none
/// @param cause what led to the callback: the call in which it came, or what that call answered;
///   null if it is older than the trace
/// @param actions how often the application acted on it since
public record Why(
    Reason reason,
    Poll poll,
    long sinceNanos,
    long transfer,
    @Nullable Poll before,
    @Nullable TraceEvent cause,
    int actions) {
  private static final String ACTION = "curl_multi_socket_action";
  private static final String PAUSE = "curl_easy_pause";

  /// What the engine wants with the socket.
  public enum Reason {
    /// The connection is not made: it can be written as soon as it is.
    CONNECTING,
    /// Something is to be sent, and the socket took no more.
    SENDING,
    /// What was asked for is awaited.
    RECEIVING,
    /// Something is to be sent while something may come: a handshake, or several streams.
    BOTH,
    /// A transfer was paused by the application.
    PAUSED,
    /// Nobody wants bytes of it now: a speed limit, or a sink that is full.
    HELD,
    /// Its transfer is over; the connection is kept.
    DONE,
    /// It is about to be closed, or was.
    CLOSED,
    /// The trace begins later.
    UNKNOWN
  }

  /// The answer for one socket at a position of a tape. **Threads**: a pure function.
  public static Why of(Tape tape, long position, long serial) {
    int actions = 0;
    for (long at = position - 1; at >= tape.begin(); at--) {
      TraceEvent event = tape.event(at);
      switch (event) {
        case TraceEvent.Call call when call.socket() == serial && call.fn().equals(ACTION) ->
            actions++;
        case TraceEvent.SocketClosing closing when closing.socket() == serial -> {
          return new Why(
              Reason.CLOSED, Poll.REMOVE, closing.nanos(), 0, null, cause(tape, closing), actions);
        }
        case TraceEvent.SocketCallback callback when callback.socket() == serial -> {
          return since(tape, at, position, callback, actions);
        }
        case TraceEvent.SocketOpened opened when opened.socket() == serial -> {
          return new Why(
              Reason.CONNECTING,
              Poll.NONE,
              opened.nanos(),
              opened.transfer(),
              null,
              cause(tape, opened),
              actions);
        }
        default -> {}
      }
    }
    return new Why(Reason.UNKNOWN, Poll.NONE, -1, 0, null, null, actions);
  }

  private static Why since(
      Tape tape, long at, long position, TraceEvent.SocketCallback callback, int actions) {
    Poll poll = Poll.valueOf(callback.what());
    Poll before = null;
    boolean young = false;
    for (long back = at - 1; back >= tape.begin(); back--) {
      TraceEvent event = tape.event(back);
      if (event instanceof TraceEvent.SocketCallback older && older.socket() == callback.socket()) {
        before = Poll.valueOf(older.what());
        break;
      }
      if (event instanceof TraceEvent.SocketOpened opened && opened.socket() == callback.socket()) {
        young = true;
        break;
      }
    }
    TraceEvent cause = cause(tape, callback);
    Reason reason =
        switch (poll) {
          case OUT -> young ? Reason.CONNECTING : Reason.SENDING;
          case IN -> Reason.RECEIVING;
          case INOUT -> Reason.BOTH;
          case NONE ->
              cause instanceof TraceEvent.Call call && call.fn().equals(PAUSE)
                  ? Reason.PAUSED
                  : Reason.HELD;
          case REMOVE ->
              closes(tape, at, position, callback.socket()) ? Reason.CLOSED : Reason.DONE;
        };
    return new Why(reason, poll, callback.nanos(), callback.transfer(), before, cause, actions);
  }

  private static boolean closes(Tape tape, long from, long to, long serial) {
    for (long at = from; at < to; at++) {
      if (tape.event(at) instanceof TraceEvent.SocketClosing closing
          && closing.socket() == serial) {
        return true;
      }
    }
    return false;
  }

  /// The event whose number another one names as its cause.
  private static @Nullable TraceEvent cause(Tape tape, TraceEvent event) {
    if (event.cause() < 0 || tape.isEmpty()) {
      return null;
    }
    long at = tape.begin() + (event.cause() - tape.event(tape.begin()).seq());
    if (at >= tape.begin() && at < tape.end() && tape.event(at).seq() == event.cause()) {
      return tape.event(at); // no event is missing in between
    }
    for (long back = tape.positionAt(event.nanos()) - 1; back >= tape.begin(); back--) {
      TraceEvent each = tape.event(back);
      if (each.seq() == event.cause()) {
        return each;
      }
      if (each.seq() < event.cause()) {
        return null;
      }
    }
    return null;
  }
}
