package org.sluice.app.add;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StoredItem;

/// Which addresses the list has already: the whole ones, since what is shown of an address leaves its
/// query out, and there are servers on which all files differ in nothing else.
///
/// **Threads**: one.
final class KnownLinks {
  private final Map<String, ItemId> known = new HashMap<>();

  void learn(List<StoredItem> items) {
    for (StoredItem item : items) {
      for (Source source : item.request().sources()) {
        known.putIfAbsent(source.url(), item.id());
      }
    }
  }

  /// The download with this address; null for none.
  @Nullable ItemId find(String url) {
    return known.get(url);
  }
}
