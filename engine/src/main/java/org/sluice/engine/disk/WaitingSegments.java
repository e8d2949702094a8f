package org.sluice.engine.disk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The segments that wait for room, in the order in which they came.
///
/// Whoever was woken and finds the room taken again goes back to the head of the line. Nobody
/// overtakes one who could use the room; but one whose file has its whole share on the way already
/// waits for its own disk, and keeps nobody else waiting.
///
/// **Threads**: guarded by the lock of [WriteBehind].
final class WaitingSegments {
  /// One that waits.
  ///
  /// @param pieces that it needs
  private record Waiter(FileQueue file, int pieces) {
    boolean canUseRoom() {
      return file.hasShare(pieces);
    }
  }

  private final LinkedHashMap<Runnable, Waiter> line = new LinkedHashMap<>();
  private final Map<Runnable, FileQueue> woken = new HashMap<>();

  /// Whether no other has a right to the room that this one sees.
  boolean mayTake(Runnable segment) {
    if (woken.containsKey(segment)) {
      return true;
    }
    for (var waiting : line.entrySet()) {
      if (waiting.getValue().canUseRoom()) {
        return waiting.getKey().equals(segment);
      }
    }
    return true;
  }

  /// One has what it wanted, or wants it no more.
  void served(Runnable segment) {
    woken.remove(segment);
    line.remove(segment);
  }

  void refused(Runnable segment, FileQueue file, int pieces) {
    Waiter waiter = new Waiter(file, pieces);
    if (woken.remove(segment) == null) {
      line.put(segment, waiter); // keeps its place if it has one
    } else {
      line.putFirst(segment, waiter);
    }
  }

  /// Takes those out of the line for whom there is room.
  ///
  /// @param free pieces
  /// @return to be told, in this order
  List<Runnable> admit(int free) {
    List<Runnable> out = new ArrayList<>();
    int left = free;
    Iterator<Map.Entry<Runnable, Waiter>> all = line.entrySet().iterator();
    while (left > 0 && all.hasNext()) {
      var next = all.next();
      Waiter waiter = next.getValue();
      if (waiter.canUseRoom()) {
        left -= waiter.pieces; // below 0 it waits for more, and all behind it do
        if (left >= 0) {
          Runnable segment = next.getKey();
          all.remove();
          woken.put(segment, waiter.file);
          out.add(() -> waiter.file.tell(segment));
        }
      }
    }
    return out;
  }

  void forget(FileQueue file) {
    line.values().removeIf(waiter -> waiter.file.equals(file));
    woken.values().removeIf(file::equals);
  }

  int size() {
    return line.size();
  }
}
