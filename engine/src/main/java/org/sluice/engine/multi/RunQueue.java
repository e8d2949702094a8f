package org.sluice.engine.multi;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The transfers that are to run now, each once, in the order in which they came.
///
/// **Threads**: confined to the thread of its multi.
final class RunQueue {
  private final Deque<Handle> queue = new ArrayDeque<>();
  private int live;

  boolean isEmpty() {
    return live == 0;
  }

  /// How many [#take] calls it is until those that are here now have run.
  int length() {
    return queue.size();
  }

  /// Adds `handle`, unless it is here already or has nothing more to do.
  void add(Handle handle) {
    if (!handle.dirty && !handle.removed && !handle.done) {
      handle.dirty = true;
      queue.add(handle);
      live++;
    }
  }

  /// Takes `handle` out; O(1): its place is skipped when its turn comes.
  void drop(Handle handle) {
    if (handle.dirty) {
      handle.dirty = false;
      live--;
    }
  }

  /// Takes the next one; null where one was dropped.
  @Nullable Handle take() {
    Handle next = queue.remove();
    if (!next.dirty) {
      return null;
    }
    drop(next);
    return next;
  }
}
