package org.sluice.engine.queue;

/// What the computer does when a queue has nothing more to do.
public enum SystemAction {
  NOTHING,
  /// Sluice itself ends.
  QUIT,
  LOCK,
  SLEEP,
  HIBERNATE,
  SHUT_DOWN
}
