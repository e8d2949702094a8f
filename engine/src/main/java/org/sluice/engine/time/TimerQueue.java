package org.sluice.engine.time;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Orders members by the nearest of their deadlines: a binary heap in which each member knows its
/// place, so that a changed deadline costs O(log n) and the first one O(1).
///
/// **Threads**: confined to the thread of its multi.
@SuppressWarnings("ReferenceEquality") // a member is its own identity
public final class TimerQueue<M extends TimerQueue.Member> {
  /// Something with deadlines; keeps its own place in the heap.
  public abstract static class Member {
    private int place = -1;
    private long queuedNanos;

    protected Member() {}

    /// The nearest deadline now, or [TimerTable#NONE].
    protected abstract long nearestNanos();
  }

  private @Nullable Member[] heap = new @Nullable Member[16];
  private int size;

  public TimerQueue() {}

  /// Puts `member` where its nearest deadline belongs now, or out of the queue if it has none.
  public void update(M member) {
    long nearest = member.nearestNanos();
    Member m = member;
    if (m.place >= 0 && m.queuedNanos == nearest) {
      return;
    }
    if (nearest == TimerTable.NONE) {
      remove(member);
      return;
    }
    m.queuedNanos = nearest;
    if (m.place < 0) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, size * 2);
      }
      m.place = size;
      heap[size++] = m;
    }
    siftUp(m);
    siftDown(m);
  }

  public void remove(M member) {
    Member m = member;
    if (m.place < 0) {
      return;
    }
    int place = m.place;
    m.place = -1;
    Member last = at(--size);
    heap[size] = null;
    if (last != m) {
      last.place = place;
      heap[place] = last;
      siftUp(last);
      siftDown(last);
    }
  }

  /// The nearest deadline of all, or [TimerTable#NONE].
  public long nearestNanos() {
    return size == 0 ? TimerTable.NONE : at(0).queuedNanos;
  }

  /// Takes the first member whose deadline has come, or null.
  @SuppressWarnings("unchecked") // only an M ever gets in, by update
  public @Nullable M pollExpired(long nowNanos) {
    if (size == 0 || at(0).queuedNanos - nowNanos > 0) {
      return null;
    }
    M first = (M) at(0);
    remove(first);
    return first;
  }

  private Member at(int place) {
    Member m = heap[place];
    if (m == null) {
      throw new IllegalStateException("no member at " + place + " of " + size);
    }
    return m;
  }

  private void siftUp(Member m) {
    while (m.place > 0) {
      Member parent = at((m.place - 1) / 2);
      if (parent.queuedNanos <= m.queuedNanos) {
        return;
      }
      swap(m, parent);
    }
  }

  private void siftDown(Member m) {
    while (true) {
      int left = 2 * m.place + 1;
      if (left >= size) {
        return;
      }
      Member child = at(left);
      if (left + 1 < size && at(left + 1).queuedNanos < child.queuedNanos) {
        child = at(left + 1);
      }
      if (m.queuedNanos <= child.queuedNanos) {
        return;
      }
      swap(m, child);
    }
  }

  private void swap(Member a, Member b) {
    int place = a.place;
    a.place = b.place;
    b.place = place;
    heap[a.place] = a;
    heap[b.place] = b;
  }
}
