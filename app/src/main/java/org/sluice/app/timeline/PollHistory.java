package org.sluice.app.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.multi.Poll;

/// When a socket changed to which poll state; every change is kept, however short.
///
/// **Limits**: [#LIMIT] changes; the oldest half goes when it is full.
public final class PollHistory {
  static final int LIMIT = 8192;
  private static final Poll[] POLLS = Poll.values();

  private long[] nanos = new long[16];
  private byte[] states = new byte[16];
  private int size;

  /// The socket changes to `poll`; the same state again is no change.
  public void add(long atNanos, Poll poll) {
    if (size > 0 && states[size - 1] == poll.ordinal()) {
      return;
    }
    if (size == nanos.length) {
      if (size == LIMIT) {
        dropFirst(LIMIT / 2);
      } else {
        nanos = Arrays.copyOf(nanos, size * 2);
        states = Arrays.copyOf(states, size * 2);
      }
    }
    nanos[size] = atNanos;
    states[size] = (byte) poll.ordinal();
    size++;
  }

  /// Forgets what ended before a moment; the state at that moment stays known.
  public void forgetBefore(long atNanos) {
    int keep = Math.max(0, indexAt(atNanos) - 1);
    if (keep > size / 2) {
      dropFirst(keep);
    }
  }

  public int size() {
    return size;
  }

  /// When the `index`-th change was.
  public long nanosAt(int index) {
    return nanos[index];
  }

  /// What the `index`-th change was to.
  public Poll stateAt(int index) {
    return POLLS[states[index]];
  }

  /// The first change that is not before a moment.
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

  /// The state at a moment; null before the first change.
  public @Nullable Poll at(long atNanos) {
    int index = indexAt(atNanos + 1) - 1;
    return index < 0 ? null : stateAt(index);
  }

  private void dropFirst(int count) {
    System.arraycopy(nanos, count, nanos, 0, size - count);
    System.arraycopy(states, count, states, 0, size - count);
    size -= count;
  }
}
