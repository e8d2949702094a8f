package org.sluice.app.downloads;

import java.util.Locale;
import org.sluice.engine.download.ItemView;

/// Which downloads the table shows.
public sealed interface Filter {
  /// Every download.
  record All() implements Filter {}

  /// Those in a state.
  record InState(StateGroup group) implements Filter {}

  /// Those of a category.
  ///
  /// @param category what `Category.id` says
  record InCategory(String category) implements Filter {}

  /// Those of a queue.
  record InQueue(String queue) implements Filter {}

  default boolean accepts(DownloadRow row) {
    return switch (this) {
      case All _ -> true;
      case InState(StateGroup group) -> row.group() == group;
      case InCategory(String category) -> row.category().id().equals(category);
      case InQueue(String queue) -> row.item().place().queue().equals(queue);
    };
  }

  /// Whether every word of `search` stands in the name or the address.
  ///
  /// @param search in lower case
  static boolean matches(ItemView item, String search) {
    if (search.isEmpty()) {
      return true;
    }
    String text = (item.name() + " " + item.address()).toLowerCase(Locale.ROOT);
    for (String word : search.split(" +", -1)) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
