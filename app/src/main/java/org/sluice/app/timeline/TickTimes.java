package org.sluice.app.timeline;

import java.util.Arrays;

/// When a socket was acted on: every call, in order.
///
/// **Limits**: [#LIMIT] calls; the oldest half goes when it is full.
public final class TickTimes {
  static final int LIMIT = 1 << 18;

  private long[] nanos = new long[8];
  private int size;

  /// A call at a moment, not before the one before it.
  public void add(long atNanos) {
    if (size == nanos.length) {
      if (size == LIMIT) {
        dropFirst(LIMIT / 2);
      } else {
        nanos = Arrays.copyOf(nanos, size * 2);
      }
    }
    nanos[size++] = atNanos;
  }

  public int size() {
    return size;
  }

  public long nanosAt(int index) {
    return nanos[index];
  }

  /// How many calls there were before a moment.
  public int before(long atNanos) {
    return before(atNanos, 0);
  }

  /// The same, for one who knows that there were `least`.
  public int before(long atNanos, int least) {
    int low = least;
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

  /// Calls in a span of time, its end not included.
  public int count(long fromNanos, long toNanos) {
    return before(toNanos) - before(fromNanos);
  }

  /// Forgets what was before a moment.
  public void forgetBefore(long atNanos) {
    int drop = before(atNanos);
    if (drop > size / 2) {
      dropFirst(drop);
    }
  }

  private void dropFirst(int count) {
    System.arraycopy(nanos, count, nanos, 0, size - count);
    size -= count;
  }
}
