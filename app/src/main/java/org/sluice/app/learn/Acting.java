package org.sluice.app.learn;

/// What the application tells the engine of: a socket and what it is ready for, or the time.
///
/// @param socket its number; 0 for the time
/// @param readiness IN, OUT or INOUT; empty for the time
/// @param fired whether the timer fired; else the engine is asked to look, for nothing of all this
record Acting(long socket, String readiness, boolean fired) {
  /// The time is over.
  static final Acting TIMER = new Acting(0, "", true);

  /// Neither socket nor timer: something woke the loop.
  static final Acting WOKEN = new Acting(0, "", false);

  boolean isSocket() {
    return socket != 0;
  }

  /// The arguments of socketAction.
  String arguments() {
    return isSocket() ? socket + ", " + readiness : "TIMEOUT";
  }
}
