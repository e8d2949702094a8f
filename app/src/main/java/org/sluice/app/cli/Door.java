package org.sluice.app.cli;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Whether commands of other processes are let in now: only while somebody follows what they add to
/// the list.
///
/// **Threads**: safe.
final class Door {
  private @Nullable Consumer<Told> follower;
  private int inside;

  Door() {}

  /// Lets commands in from now on.
  ///
  /// @param follower told of what they add
  synchronized void open(Consumer<Told> follower) {
    this.follower = follower;
  }

  /// Lets no more in.
  ///
  /// @return false, and the door stays as it is, if a command is inside
  synchronized boolean shut() {
    if (inside > 0) {
      return false;
    }
    follower = null;
    return true;
  }

  /// Goes in; who does must [#leave].
  ///
  /// @return whom to tell of what is added; null if nobody is let in
  synchronized @Nullable Consumer<Told> enter() {
    if (follower != null) {
      inside++;
    }
    return follower;
  }

  synchronized void leave() {
    inside--;
  }
}
