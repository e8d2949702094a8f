package org.sluice.engine.multi;

/// What to watch a socket for: the third argument of the socket function.
///
/// libcurl documents NONE as "registered, not interested (yet)" and never sends it; here it stands
/// for a connection whose transfers are paused or over their rate limit, which keeps its assigned
/// data (see [IdlePoll]).
///
/// **Source**: `CURL_POLL_*`, curl_multi_socket(3) of July 2006.
public enum Poll {
  /// Registered, not interested (yet).
  NONE(0),
  /// Wait until it can be read.
  IN(1),
  /// Wait until it can be written.
  OUT(2),
  /// Wait for either.
  INOUT(3),
  /// Stop watching; the assigned data is forgotten after this call.
  REMOVE(4);

  private static final Poll[] BY_BITS = {NONE, IN, OUT, INOUT};

  private final int value;

  Poll(int value) {
    this.value = value;
  }

  /// The value of the matching `CURL_POLL_*` constant.
  public int value() {
    return value;
  }

  public boolean wantsIn() {
    return this == IN || this == INOUT;
  }

  public boolean wantsOut() {
    return this == OUT || this == INOUT;
  }

  static Poll ofBits(int bits) {
    return BY_BITS[bits];
  }
}
