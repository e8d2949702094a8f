package org.sluice.engine.connection;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who waits for a connection, in order of arrival: one line per full host, and one for the total.
///
/// Each slot that comes free wakes exactly one. Whoever is woken is *called* until it has tried; as
/// long as somebody waits or is called, newcomers go behind.
///
/// **Threads**: confined to the thread of its multi. No operation is longer for a longer line.
public final class WaitingLine<W> {
  private record Place(long number, @Nullable String host) {}

  private final Map<String, LinkedHashSet<W>> byHost = new HashMap<>();
  private final LinkedHashSet<W> forTotal = new LinkedHashSet<>();
  private final Map<W, Place> places = new HashMap<>();
  private final Map<W, Place> called = new HashMap<>();
  private final Map<String, Integer> calledOfHost = new HashMap<>();
  private int calledOfTotal;
  private long arrivals;

  public int size() {
    return places.size();
  }

  public boolean waits(W who) {
    return places.containsKey(who);
  }

  boolean hostWaits(String host) {
    return byHost.containsKey(host) || calledOfHost.containsKey(host);
  }

  boolean anyWaits() {
    return !forTotal.isEmpty() || calledOfTotal > 0;
  }

  /// How many have been called and have not tried yet, that a slot of `host` is meant for.
  int called(String host) {
    return calledOfHost.getOrDefault(host, 0) + calledOfTotal;
  }

  /// Joins the line of `host`, or with null that for the total. Whoever was called and comes back
  /// gets its place at the front.
  ///
  /// @return whether it had been called out of the line for the total and now waits for a host, so
  ///   that the next one of that line may try
  public boolean join(W who, @Nullable String host) {
    Place before = uncall(who);
    Place place = new Place(before == null ? arrivals++ : before.number, host);
    LinkedHashSet<W> line =
        host == null ? forTotal : byHost.computeIfAbsent(host, h -> new LinkedHashSet<>());
    if (before == null) {
      line.addLast(who);
    } else {
      line.addFirst(who);
    }
    places.put(who, place);
    return before != null && before.host == null && host != null;
  }

  /// A slot of `host` is free: calls who has waited longest for it.
  ///
  /// @return the one, or null if nobody waits
  public @Nullable W callNext(String host) {
    LinkedHashSet<W> line = byHost.get(host);
    W ofHost = line == null ? null : line.getFirst();
    W ofTotal = forTotal.isEmpty() ? null : forTotal.getFirst();
    W next = ofHost;
    if (ofHost == null || (ofTotal != null && number(ofTotal) < number(ofHost))) {
      next = ofTotal;
    }
    if (next == null) {
      return null;
    }
    call(next);
    return next;
  }

  /// A connection to `host` takes another transfer: calls who has waited longest for that host;
  /// where nobody has, the first of the line for the total may want the same host.
  public @Nullable W callNextOfHost(String host) {
    LinkedHashSet<W> ofHost = byHost.get(host);
    if (ofHost == null) {
      return callNextOfTotal();
    }
    W next = ofHost.getFirst();
    call(next);
    return next;
  }

  /// Calls the first of the line for the total, or null.
  public @Nullable W callNextOfTotal() {
    if (forTotal.isEmpty()) {
      return null;
    }
    W next = forTotal.getFirst();
    call(next);
    return next;
  }

  private void call(W next) {
    Place place = take(next);
    if (place != null) {
      called.put(next, place);
      if (place.host != null) {
        calledOfHost.merge(place.host, 1, Integer::sum);
      } else {
        calledOfTotal++;
      }
    }
  }

  /// Leaves the line, or stops being called.
  ///
  /// @return whether `who` had been called, so that its slot is free for the next one
  public boolean leave(W who) {
    take(who);
    return uncall(who) != null;
  }

  /// The one that was called has its slot, or needs none any more.
  ///
  /// @return whether it had been called
  public boolean served(W who) {
    return uncall(who) != null;
  }

  private long number(W who) {
    Place place = places.get(who);
    return place == null ? Long.MAX_VALUE : place.number;
  }

  private @Nullable Place take(W who) {
    Place place = places.remove(who);
    if (place == null) {
      return null;
    }
    if (place.host == null) {
      forTotal.remove(who);
    } else {
      LinkedHashSet<W> line = byHost.get(place.host);
      if (line != null) {
        line.remove(who);
        if (line.isEmpty()) {
          byHost.remove(place.host);
        }
      }
    }
    return place;
  }

  private @Nullable Place uncall(W who) {
    Place place = called.remove(who);
    if (place != null && place.host == null) {
      calledOfTotal--;
    } else if (place != null && place.host != null) {
      calledOfHost.computeIfPresent(place.host, (h, n) -> n == 1 ? null : n - 1);
    }
    return place;
  }
}
