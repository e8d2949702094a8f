package org.sluice.app.fx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;

/// What a view knows of each download of the list.
///
/// Ten thousand downloads are looked through ten times a second. Nearly always each stands where it
/// stood, so it is looked for there first, and by its number only if it does not.
///
/// **Threads**: JavaFX.
///
/// @param <R> what is known of one
public final class Listed<R> {
  private final Map<ItemId, R> known = new LinkedHashMap<>();
  private List<Place<R>> places = List.of();

  private record Place<R>(ItemId id, R known) {}

  /// Goes through a list, in its order, and forgets what has left it.
  ///
  /// @param fresh what is known of a new one
  /// @param each told of every download and what is known of it
  /// @return whether any has left
  public boolean take(
      List<ItemView> items, Function<ItemView, R> fresh, BiConsumer<ItemView, R> each) {
    List<Place<R>> now = new ArrayList<>(items.size());
    boolean moved = items.size() < places.size();
    for (int i = 0; i < items.size(); i++) {
      ItemView item = items.get(i);
      Place<R> place = i < places.size() ? places.get(i) : null;
      if (place == null || !place.id().equals(item.id())) {
        moved |= place != null;
        place = new Place<>(item.id(), known.computeIfAbsent(item.id(), _ -> fresh.apply(item)));
      }
      each.accept(item, place.known());
      now.add(place);
    }
    places = now;
    return moved && forgetOthers();
  }

  private boolean forgetOthers() {
    if (known.size() == places.size()) {
      return false; // each has another place
    }
    Map<ItemId, R> here = new LinkedHashMap<>();
    places.forEach(place -> here.put(place.id(), place.known()));
    return known.keySet().retainAll(here.keySet());
  }

  /// Null for one that is not in the list.
  public @Nullable R find(ItemId id) {
    return known.get(id);
  }

  /// In the order in which they came into the list.
  public Collection<R> all() {
    return known.values();
  }
}
