package org.sluice.engine.disk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The segments that wait for room, in the order in which they came.
///
/// Whoever is woken has its room set aside until it comes for it, or has not come for so long that
/// it must be gone; whoever still finds too little goes back to its old place. Nobody overtakes one
/// who could use the room; but one whose file has its whole share on the way already waits for its
/// own disk, and keeps nobody else waiting.
///
/// **Threads**: guarded by the lock of [WriteBehind].
final class WaitingSegments {
  /// One that waits, or was woken.
  ///
  /// @param number its place in the line, for as long as it does not get its room
  /// @param patience how many pieces may go to the disk until it must be gone, once it is woken
  private record Waiter(long number, Runnable segment, FileQueue file, int pieces, long patience) {
    boolean canUseRoom() {
      return file.hasShare(pieces);
    }
  }

  private final long patience;
  private final TreeMap<Long, Waiter> line = new TreeMap<>();
  private final TreeMap<Long, Waiter> woken = new TreeMap<>();
  private final Map<Runnable, Waiter> all = new HashMap<>();
  private long lastNumber;
  private int promised;

  /// @param patience how many pieces go to the disk until one that was woken must be gone
  WaitingSegments(long patience) {
    this.patience = patience;
  }

  /// Whether the room is there, and nobody before this one could use it.
  boolean mayTake(Runnable segment, int pieces, int free) {
    Waiter known = all.get(segment);
    if (known != null && woken.containsKey(known.number)) {
      return pieces <= free;
    }
    var before = known == null ? line : line.headMap(known.number);
    return pieces <= free - promised && before.values().stream().noneMatch(Waiter::canUseRoom);
  }

  /// One has what it wanted, or wants it no more.
  void served(Runnable segment) {
    Waiter known = all.remove(segment);
    if (known != null) {
      line.remove(known.number);
      takeBack(known);
    }
  }

  void refused(Runnable segment, FileQueue file, int pieces) {
    Waiter known = all.get(segment);
    if (known != null) {
      takeBack(known);
    }
    long number = known == null ? ++lastNumber : known.number;
    Waiter waiter = new Waiter(number, segment, file, pieces, 0);
    all.put(segment, waiter);
    line.put(number, waiter);
  }

  private void takeBack(Waiter known) {
    Waiter promise = woken.remove(known.number);
    if (promise != null) {
      promised -= promise.pieces;
    }
  }

  /// Takes those out of the line for whom there is room.
  ///
  /// @param free pieces
  /// @param through pieces that have gone to the disk so far
  /// @param idle whether nothing is on its way there, so that waiting for the woken ones could be
  ///   waiting for ever
  /// @return to be told, in this order
  List<Runnable> admit(int free, long through, boolean idle) {
    List<Runnable> out = new ArrayList<>();
    if (line.isEmpty()) {
      return out;
    }
    List.copyOf(woken.values()).stream()
        .filter(waiter -> idle || waiter.patience < through)
        .forEach(this::takeBack);
    int left = free - promised;
    Iterator<Waiter> waiting = line.values().iterator();
    while (left > 0 && waiting.hasNext()) {
      Waiter waiter = waiting.next();
      if (waiter.canUseRoom()) {
        left -= waiter.pieces; // below 0 it waits for more, and all behind it do
        if (left >= 0) {
          waiting.remove();
          wake(waiter, through + patience);
          out.add(() -> waiter.file.tell(waiter.segment));
        }
      }
    }
    return out;
  }

  private void wake(Waiter waiter, long until) {
    Waiter promise = new Waiter(waiter.number, waiter.segment, waiter.file, waiter.pieces, until);
    woken.put(waiter.number, promise);
    promised += waiter.pieces;
  }

  void forget(FileQueue file) {
    List.copyOf(all.values()).stream()
        .filter(waiter -> waiter.file.equals(file))
        .forEach(waiter -> served(waiter.segment));
  }

  int size() {
    return line.size();
  }
}
