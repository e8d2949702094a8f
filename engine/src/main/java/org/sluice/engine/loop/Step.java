package org.sluice.engine.loop;

/// The nine steps of the typical usage, as the manual page of July 2006 numbers them.
///
/// **Source**: curl_multi_socket(3), TYPICAL USAGE.
public enum Step {
  CREATE_MULTI_HANDLE,
  SET_SOCKET_CALLBACK,
  ADD_EASY_HANDLES,
  START_ONCE,
  SUPERVISE_SOCKETS,
  ASK_TIMEOUT,
  WAIT_FOR_ACTION,
  TELL_ACTION,
  GO_BACK
}
