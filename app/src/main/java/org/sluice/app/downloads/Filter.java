package org.sluice.app.downloads;

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
}
