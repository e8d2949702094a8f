package org.sluice.app.downloads;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.sluice.engine.download.ItemView;

/// How many downloads there are of each sort.
public record Counts(
    int all,
    Map<StateGroup, Integer> states,
    Map<String, Integer> categories,
    Map<String, Integer> queues) {
  static final Counts NONE = new Counts(0, Map.of(), Map.of(), Map.of());

  public Counts {
    states = Map.copyOf(states);
    categories = Map.copyOf(categories);
    queues = Map.copyOf(queues);
  }

  static Counts of(Iterable<DownloadRow> rows) {
    int all = 0;
    Map<StateGroup, Integer> states = new EnumMap<>(StateGroup.class);
    Map<String, Integer> categories = new HashMap<>();
    Map<String, Integer> queues = new HashMap<>();
    for (DownloadRow row : rows) {
      ItemView item = row.item();
      all++;
      states.merge(row.group(), 1, Integer::sum);
      categories.merge(row.category().id(), 1, Integer::sum);
      queues.merge(item.place().queue(), 1, Integer::sum);
    }
    return new Counts(all, states, categories, queues);
  }

  /// Of what a filter shows.
  public int of(Filter filter) {
    return switch (filter) {
      case Filter.All _ -> all;
      case Filter.InState(StateGroup group) -> states.getOrDefault(group, 0);
      case Filter.InCategory(String category) -> categories.getOrDefault(category, 0);
      case Filter.InQueue(String queue) -> queues.getOrDefault(queue, 0);
    };
  }
}
