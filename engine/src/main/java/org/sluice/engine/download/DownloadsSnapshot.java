package org.sluice.engine.download;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;

/// The whole list at one moment.
///
/// **Threads**: immutable. An item that did not change since the last snapshot is the same object.
///
/// @param items in the order in which they were added
/// @param total of all items that run
/// @param notices what concerns all of them, a sentence each: a sign-in page, a full disk
public record DownloadsSnapshot(
    Instant taken,
    List<ItemView> items,
    List<QueueView> queues,
    Total total,
    List<String> notices) {
  public DownloadsSnapshot {
    items = List.copyOf(items);
    queues = List.copyOf(queues);
    notices = List.copyOf(notices);
  }

  /// Whether the list had been looked at by then: there is always a queue. Before the first look it
  /// is not known whether there are downloads.
  public boolean isKnown() {
    return !queues.isEmpty();
  }

  public Optional<ItemView> item(ItemId id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /// The sums over everything that runs.
  ///
  /// @param limitBytesPerSecond for all together; 0 for none
  /// @param diskBuffered bytes that wait to be written
  /// @param diskMostBuffered the most that ever waited
  /// @param diskBound how many may wait
  public record Total(
      int running,
      int connections,
      long bytesPerSecond,
      long limitBytesPerSecond,
      long diskBuffered,
      long diskMostBuffered,
      long diskBound) {}

  /// One queue.
  ///
  /// @param open whether it starts downloads now
  /// @param reason why it does not; null if it does
  public record QueueView(
      String name, boolean open, @Nullable String reason, int running, int waiting) {}
}
