package org.sluice.engine.trace;

import org.jspecify.annotations.Nullable;

/// One thing that was said or happened between the application, the engine and the sockets.
///
/// **Units**: `nanos` of the loop's clock. `seq` counts from 0 without gaps. `depth` is 0 for the
/// application, 1 inside an API call, 2 inside a callback. `cause` is the `seq` of the event that
/// led to this one (the call a callback came from, the readiness a call answers), or -1.
///
/// Transfers are named by their number, sockets by their serial: system descriptors come back,
/// these numbers never do.
public sealed interface TraceEvent {
  long seq();

  long nanos();

  int depth();

  long cause();

  /// An API call begins. `fn` is libcurl's name, for example `curl_multi_socket_action`.
  ///
  /// @param transfer 0 if it is not about one
  /// @param socket 0 if it is not about one
  /// @param argument the mask of socketAction, the pointer of assign, the bits of pause
  record Call(
      long seq,
      long nanos,
      int depth,
      long cause,
      String fn,
      long transfer,
      long socket,
      @Nullable String argument)
      implements TraceEvent {}

  /// An API call returns.
  ///
  /// @param code as libcurl writes it, for example `CURLM_OK`
  /// @param running handles; -1 where the call does not tell it
  /// @param received bytes of bodies delivered during the call
  record Return(
      long seq,
      long nanos,
      int depth,
      long cause,
      String fn,
      String code,
      int running,
      long received)
      implements TraceEvent {}

  /// The socket callback.
  ///
  /// @param what NONE, IN, OUT, INOUT or REMOVE
  record SocketCallback(
      long seq,
      long nanos,
      int depth,
      long cause,
      long transfer,
      long socket,
      String what,
      @Nullable String socketp)
      implements TraceEvent {}

  /// The timer callback; -1 deletes the timer.
  record TimerCallback(long seq, long nanos, int depth, long cause, long millis)
      implements TraceEvent {}

  /// The one-shot timer of the application fired.
  record TimerFired(long seq, long nanos, int depth, long cause) implements TraceEvent {}

  /// A socket was opened.
  record SocketOpened(
      long seq, long nanos, int depth, long cause, long transfer, long socket, boolean inet6)
      implements TraceEvent {}

  /// A socket is about to be closed.
  record SocketClosing(
      long seq, long nanos, int depth, long cause, long socket, boolean stillRegistered)
      implements TraceEvent {}

  /// The Selector's interest in a socket changed.
  record Interest(long seq, long nanos, int depth, long cause, long socket, String interest)
      implements TraceEvent {}

  /// The Selector says that a socket is ready.
  record Ready(long seq, long nanos, int depth, long cause, long socket, String readiness)
      implements TraceEvent {}

  /// `infoRead` handed out a completion.
  record Message(
      long seq,
      long nanos,
      int depth,
      long cause,
      long transfer,
      String result,
      int queued,
      int httpStatus,
      int newConnects,
      long body)
      implements TraceEvent {}

  /// Words, for example the URL of a transfer that was added.
  record Note(long seq, long nanos, int depth, long cause, String text) implements TraceEvent {}
}
