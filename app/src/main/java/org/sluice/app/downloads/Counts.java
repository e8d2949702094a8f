package org.sluice.app.downloads;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.sluice.engine.download.ItemView;

/// How many downloads there are of each sort.
public record Counts(
    int all,
    Map<StateGroup, Integer> states,
    Map<Category, Integer> categories,
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
    Map<Category, Integer> categories = new EnumMap<>(Category.class);
    Map<String, Integer> queues = new HashMap<>();
    for (DownloadRow row : rows) {
      ItemView item = row.item();
      all++;
      states.merge(row.group(), 1, Integer::sum);
      categories.merge(row.category(), 1, Integer::sum);
      queues.merge(item.place().queue(), 1, Integer::sum);
    }
    return new Counts(all, states, categories, queues);
  }

  /// Of what a filter shows.
  public int of(Filter filter) {
    return switch (filter) {
      case Filter.All _ -> all;
      case Filter.InState(StateGroup group) -> states.getOrDefault(group, 0);
      case Filter.InCategory(Category category) -> categories.getOrDefault(category, 0);
      case Filter.InQueue(String queue) -> queues.getOrDefault(queue, 0);
    };
  }
}
