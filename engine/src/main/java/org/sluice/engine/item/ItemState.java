package org.sluice.engine.item;

/// Where a download stands.
public enum ItemState {
  /// Waits for its turn in its queue.
  QUEUED,
  /// Has connections, or makes them.
  RUNNING,
  /// Waits for a time: a retry, or what a server asked for.
  WAITING,
  /// Is read again to be hashed.
  VERIFYING,
  /// Goes on when its cause is gone: the user's wish, a full disk, a changed file.
  PAUSED,
  /// The file has its name.
  COMPLETE,
  /// Does not go on by itself.
  FAILED;

  /// Whether nothing more will happen by itself, ever.
  public boolean isOver() {
    return this == COMPLETE || this == FAILED;
  }
}
