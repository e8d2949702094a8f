package org.sluice.engine.loop;

import org.sluice.engine.time.TimerQueue;
import org.sluice.engine.time.TimerTable;

/// Something that the loop runs for its application when its time has come, unless it is cancelled
/// before.
///
/// **Threads**: confined to the loop.
public final class Alarm extends TimerQueue.Member {
  private final Alarms alarms;
  private final Runnable action;
  private long deadlineNanos;

  Alarm(Alarms alarms, Runnable action, long deadlineNanos) {
    this.alarms = alarms;
    this.action = action;
    this.deadlineNanos = deadlineNanos;
  }

  /// Takes it back; nothing if it has run or was cancelled already.
  public void cancel() {
    deadlineNanos = TimerTable.NONE;
    alarms.changed(this);
  }

  /// Whether it is still to come.
  public boolean isSet() {
    return deadlineNanos != TimerTable.NONE;
  }

  void run() {
    if (isSet()) {
      deadlineNanos = TimerTable.NONE;
      action.run();
    }
  }

  @Override
  protected long nearestNanos() {
    return deadlineNanos;
  }
}
