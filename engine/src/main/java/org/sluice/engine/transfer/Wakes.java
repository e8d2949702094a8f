package org.sluice.engine.transfer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What other threads have for the transfers of one multi: handed over here, run on its thread.
///
/// **Threads**: [#post] on any thread, [#deliver] on that of the multi.
public final class Wakes {
  private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
  private final Runnable wakeup;

  /// @param wakeup called on the thread of whoever posts, when there is something to deliver
  public Wakes(Runnable wakeup) {
    this.wakeup = wakeup;
  }

  void post(Runnable work) {
    posted.add(work);
    wakeup.run();
  }

  /// Runs what has been posted.
  public void deliver() {
    for (Runnable work = posted.poll(); work != null; work = posted.poll()) {
      work.run();
    }
  }
}
