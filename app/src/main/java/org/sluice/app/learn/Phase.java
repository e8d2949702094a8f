package org.sluice.app.learn;

/// How far the lesson is.
enum Phase {
  /// Nothing has been started.
  IDLE,
  /// The lab server and the loop are being started.
  STARTING,
  /// The loop waits for the user, or does the one step that was asked for.
  STEPPING,
  /// One step follows the other.
  RUNNING,
  /// Every transfer has ended.
  FINISHED,
  /// The engine could not be started, or has stopped by itself.
  FAILED
}
