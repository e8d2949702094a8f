package org.sluice.engine.download;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.queue.Candidate;

/// Who waits for a turn, in line, so that a choice needs to see only the first ones: the list may
/// be long, and there is a choice whenever a download ends.
///
/// Lines are kept for each server, as those behind a server that is full cannot go before others of
/// the same one.
///
/// **Threads**: confined to the loop.
final class TurnLines {
  /// One line: the queued downloads of one queue that ask one server.
  private record Line(String queue, String host) {}

  private final Map<String, Map<Line, TreeSet<Candidate>>> queued = new HashMap<>();
  private final Map<ItemId, Candidate> places = new HashMap<>();
  private final Map<ItemId, Item> others = new LinkedHashMap<>();
  private final Set<ItemId> heldBack = new HashSet<>();

  /// Leaves a download alone until it is admitted.
  void holdBack(Item item) {
    heldBack.add(item.id);
    place(item);
  }

  void admit(Item item) {
    heldBack.remove(item.id);
    place(item);
  }

  /// Puts a download where it belongs by what it is now.
  void place(Item item) {
    leave(item.id);
    if (!item.wantsTurns() || heldBack.contains(item.id)) {
      return;
    }
    if (item.state() != ItemState.QUEUED) {
      others.put(item.id, item);
      return;
    }
    Candidate place = item.candidate();
    places.put(item.id, place);
    queued
        .computeIfAbsent(place.queue(), name -> new HashMap<>())
        .computeIfAbsent(
            new Line(place.queue(), place.host()), line -> new TreeSet<>(Candidate.IN_LINE))
        .add(place);
  }

  void forget(ItemId id) {
    heldBack.remove(id);
    leave(id);
  }

  private void leave(ItemId id) {
    others.remove(id);
    Candidate place = places.remove(id);
    if (place == null) {
      return;
    }
    Map<Line, TreeSet<Candidate>> lines = queued.getOrDefault(place.queue(), Map.of());
    Line line = new Line(place.queue(), place.host());
    TreeSet<Candidate> in = lines.get(line);
    if (in != null) {
      in.remove(place);
      if (in.isEmpty()) {
        lines.remove(line);
      }
    }
  }

  /// Those that are not just queued: they run, or wait for something else than their turn.
  Collection<Item> others() {
    return others.values();
  }

  /// All that are queued.
  Collection<Candidate> queued() {
    return places.values();
  }

  /// Queues in which somebody is queued.
  List<String> queues() {
    return queued.entrySet().stream()
        .filter(queue -> !queue.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The first ones of a queue, in line.
  ///
  /// @param most of all servers together
  /// @param ofOneHost those behind so many of the same server are passed by
  List<Candidate> first(String queue, int most, int ofOneHost) {
    PriorityQueue<Walk> walks = new PriorityQueue<>();
    for (TreeSet<Candidate> line : queued.getOrDefault(queue, Map.of()).values()) {
      walks.add(new Walk(line.first(), line, 1));
    }
    List<Candidate> first = new ArrayList<>();
    while (first.size() < most && !walks.isEmpty()) {
      Walk walk = walks.remove();
      first.add(walk.next);
      Candidate after = walk.line.higher(walk.next);
      if (after != null && walk.number < ofOneHost) {
        walks.add(new Walk(after, walk.line, walk.number + 1));
      }
    }
    return first;
  }

  /// How far a line has been looked at.
  private record Walk(Candidate next, TreeSet<Candidate> line, int number)
      implements Comparable<Walk> {
    @Override
    public int compareTo(Walk other) {
      return Candidate.IN_LINE.compare(next, other.next);
    }
  }
}
