package org.sluice.engine.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sluice.engine.item.ItemId;

/// Moves downloads within their queue.
///
/// A move stays among downloads of the same priority, as a place decides only there. Several that
/// move together keep their order.
///
/// **Threads**: pure functions.
public final class QueueOrder {
  /// Where a download stands in its queue.
  public record Standing(ItemId id, int priority, long place) {}

  /// Where to.
  public enum Move {
    UP,
    DOWN,
    TOP,
    BOTTOM
  }

  private QueueOrder() {}

  /// @param line all downloads of one queue, in line: by priority, then by place
  /// @return the new standing of each download whose place has changed
  public static List<Standing> move(List<Standing> line, Set<ItemId> chosen, Move move) {
    List<Standing> changed = new ArrayList<>();
    int from = 0;
    while (from < line.size()) {
      int to = from;
      while (to < line.size() && line.get(to).priority == line.get(from).priority) {
        to++;
      }
      List<Standing> equals = line.subList(from, to);
      List<ItemId> ids = equals.stream().map(Standing::id).toList();
      changed.addAll(placed(equals, order(ids, chosen, move)));
      from = to;
    }
    return List.copyOf(changed);
  }

  /// The same ids in their new order.
  public static List<ItemId> order(List<ItemId> ids, Set<ItemId> chosen, Move move) {
    return switch (move) {
      case UP -> up(ids, chosen);
      case DOWN -> up(ids.reversed(), chosen).reversed();
      case TOP -> top(ids, chosen);
      case BOTTOM -> top(ids.reversed(), chosen).reversed();
    };
  }

  private static List<ItemId> up(List<ItemId> ids, Set<ItemId> chosen) {
    List<ItemId> out = new ArrayList<>(ids);
    for (int i = 1; i < out.size(); i++) {
      if (chosen.contains(out.get(i)) && !chosen.contains(out.get(i - 1))) {
        ItemId passed = out.set(i - 1, out.get(i));
        out.set(i, passed);
      }
    }
    return out;
  }

  private static List<ItemId> top(List<ItemId> ids, Set<ItemId> chosen) {
    List<ItemId> out = new ArrayList<>(ids.stream().filter(chosen::contains).toList());
    out.addAll(ids.stream().filter(id -> !chosen.contains(id)).toList());
    return out;
  }

  /// Gives the places that there are to the ids in their new order; new ones if two were the same.
  private static List<Standing> placed(List<Standing> before, List<ItemId> order) {
    Set<Standing> unchanged = new HashSet<>(before);
    List<Standing> changed = new ArrayList<>();
    long last = Long.MIN_VALUE;
    for (int i = 0; i < order.size(); i++) {
      Standing old = before.get(i);
      long place = i == 0 ? old.place : Math.max(old.place, last + 1);
      last = place;
      Standing now = new Standing(order.get(i), old.priority, place);
      if (!unchanged.contains(now)) {
        changed.add(now);
      }
    }
    return changed;
  }
}
