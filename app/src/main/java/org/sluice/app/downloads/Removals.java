package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sluice.engine.item.ItemId;

/// Downloads that were removed and can still be brought back.
///
/// They are paused and hidden at once, and leave the list when their time is over.
///
/// **Threads**: JavaFX. **Limits**: [#KEPT_NANOS].
final class Removals {
  /// Longer than the notice that offers to undo it stays, also if the pointer holds it for a while.
  static final long KEPT_NANOS = 30_000_000_000L;

  private final Map<ItemId, Pending> pending = new LinkedHashMap<>();

  /// @param resume whether it worked, or was to
  record Pending(long untilNanos, boolean resume) {}

  void add(ItemId id, boolean resume, long nowNanos) {
    pending.put(id, new Pending(nowNanos + KEPT_NANOS, resume));
  }

  boolean contains(ItemId id) {
    return pending.containsKey(id);
  }

  boolean isEmpty() {
    return pending.isEmpty();
  }

  /// Brings some back; says which of them are to go on.
  List<ItemId> undo(Set<ItemId> ids) {
    List<ItemId> resume = new ArrayList<>();
    for (ItemId id : ids) {
      Pending was = pending.remove(id);
      if (was != null && was.resume()) {
        resume.add(id);
      }
    }
    return resume;
  }

  /// Those whose time is over; they are not known here any more.
  List<ItemId> due(long nowNanos) {
    List<ItemId> due = new ArrayList<>();
    pending.forEach(
        (id, each) -> {
          if (each.untilNanos() - nowNanos <= 0) {
            due.add(id);
          }
        });
    due.forEach(pending::remove);
    return due;
  }

  /// All of them, now.
  List<ItemId> all() {
    List<ItemId> all = List.copyOf(pending.keySet());
    pending.clear();
    return all;
  }
}
