package org.sluice.app.timeline;

import java.util.Arrays;

/// When the application's timer was armed, deleted and fired.
///
/// **Limits**: [#LIMIT] entries; the oldest half goes when it is full. An arming within a
/// millisecond of the last takes its place.
public final class TimerHistory {
  static final int LIMIT = 65_536;
  private static final long MERGE_NANOS = 1_000_000L;

  /// What happened to the timer.
  public enum Kind {
    ARMED,
    DELETED,
    FIRED
  }

  private static final Kind[] KINDS = Kind.values();

  private long[] nanos = new long[64];
  private long[] deadlines = new long[64];
  private byte[] kinds = new byte[64];
  private int size;

  public void armed(long atNanos, long deadlineNanos) {
    if (size > 0 && kindAt(size - 1) == Kind.ARMED && atNanos - nanos[size - 1] < MERGE_NANOS) {
      deadlines[size - 1] = deadlineNanos;
      return;
    }
    add(atNanos, deadlineNanos, Kind.ARMED);
  }

  public void deleted(long atNanos) {
    if (size > 0 && kindAt(size - 1) != Kind.DELETED) {
      add(atNanos, atNanos, Kind.DELETED);
    }
  }

  public void fired(long atNanos) {
    add(atNanos, atNanos, Kind.FIRED);
  }

  /// Forgets what ended before a moment.
  public void forgetBefore(long atNanos) {
    int keep = Math.max(0, indexAt(atNanos) - 1);
    if (keep > size / 2) {
      dropFirst(keep);
    }
  }

  public int size() {
    return size;
  }

  public long nanosAt(int index) {
    return nanos[index];
  }

  /// When an armed timer is due.
  public long deadlineAt(int index) {
    return deadlines[index];
  }

  public Kind kindAt(int index) {
    return KINDS[kinds[index]];
  }

  /// The first entry that is not before a moment.
  public int indexAt(long atNanos) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (nanos[middle] < atNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void add(long atNanos, long deadlineNanos, Kind kind) {
    if (size == nanos.length) {
      if (size == LIMIT) {
        dropFirst(LIMIT / 2);
      } else {
        nanos = Arrays.copyOf(nanos, size * 2);
        deadlines = Arrays.copyOf(deadlines, size * 2);
        kinds = Arrays.copyOf(kinds, size * 2);
      }
    }
    nanos[size] = atNanos;
    deadlines[size] = deadlineNanos;
    kinds[size] = (byte) kind.ordinal();
    size++;
  }

  private void dropFirst(int count) {
    System.arraycopy(nanos, count, nanos, 0, size - count);
    System.arraycopy(deadlines, count, deadlines, 0, size - count);
    System.arraycopy(kinds, count, kinds, 0, size - count);
    size -= count;
  }
}
