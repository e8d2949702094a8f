package org.sluice.engine.time;

import java.util.Arrays;

/// The named deadlines of one transfer and the nearest of them.
///
/// **Threads**: confined to the thread of its multi. **Units**: nanoseconds of the multi's clock.
public final class TimerTable {
  /// No deadline at all.
  public static final long NONE = Long.MAX_VALUE;

  private static final Deadline[] NAMES = Deadline.values();

  private final long[] atNanos = new long[NAMES.length];
  private long nearest = NONE;

  public TimerTable() {
    Arrays.fill(atNanos, NONE);
  }

  public void set(Deadline name, long deadlineNanos) {
    atNanos[name.ordinal()] = deadlineNanos;
    findNearest();
  }

  public void clear(Deadline name) {
    if (atNanos[name.ordinal()] != NONE) {
      set(name, NONE);
    }
  }

  public void clearAll() {
    Arrays.fill(atNanos, NONE);
    nearest = NONE;
  }

  public boolean isSet(Deadline name) {
    return atNanos[name.ordinal()] != NONE;
  }

  public long at(Deadline name) {
    return atNanos[name.ordinal()];
  }

  /// Whether `name` is set and its moment has come.
  public boolean expired(Deadline name, long nowNanos) {
    long at = atNanos[name.ordinal()];
    return at != NONE && at - nowNanos <= 0;
  }

  /// The nearest deadline, or [#NONE].
  public long nearest() {
    return nearest;
  }

  /// Takes out every deadline that has come.
  ///
  /// @return whether there was any
  public boolean takeExpired(long nowNanos) {
    boolean any = false;
    for (int i = 0; i < atNanos.length; i++) {
      if (atNanos[i] != NONE && atNanos[i] - nowNanos <= 0) {
        atNanos[i] = NONE;
        any = true;
      }
    }
    findNearest();
    return any;
  }

  private void findNearest() {
    long best = NONE;
    for (long at : atNanos) {
      best = Math.min(best, at);
    }
    nearest = best;
  }
}
