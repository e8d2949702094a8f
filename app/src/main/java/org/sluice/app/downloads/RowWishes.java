package org.sluice.app.downloads;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;

/// What the user wants of rows: that they stop, go on, or leave, and that they come back.
///
/// **Threads**: JavaFX (or one thread in a test).
final class RowWishes {
  /// A file that is deleted may take a while; its row is not seen again meanwhile.
  private static final long DELETING_NANOS = 60_000_000_000L;

  private final ListFeed feed;
  private final Consumer<CompletableFuture<?>> wish;
  private final Removals removals;
  private final Runnable removed;
  private final LongSupplier nowNanos;
  private Set<ItemId> lastRemoved = Set.of();

  /// @param wish says what becomes of an answer
  /// @param removed told when rows were hidden, or came back
  RowWishes(
      ListFeed feed,
      Consumer<CompletableFuture<?>> wish,
      Removals removals,
      Runnable removed,
      LongSupplier nowNanos) {
    this.feed = feed;
    this.wish = wish;
    this.removals = removals;
    this.removed = removed;
    this.nowNanos = nowNanos;
  }

  void pause(List<DownloadRow> which) {
    which.stream()
        .filter(row -> row.group().canPause())
        .forEach(row -> wish.accept(feed.pause(row.id())));
  }

  void resume(List<DownloadRow> which) {
    which.stream()
        .filter(row -> row.group().canResume() || row.item().state() == ItemState.WAITING)
        .forEach(row -> wish.accept(feed.resume(row.id())));
  }

  /// Pauses if any of them works, else resumes.
  void toggle(List<DownloadRow> which) {
    if (which.stream().anyMatch(row -> row.group().canPause())) {
      pause(which);
    } else {
      resume(which);
    }
  }

  /// Hides them; they leave the list when the time to undo it is over.
  ///
  /// @return what [#undoRemove] takes back
  Set<ItemId> remove(List<DownloadRow> which) {
    Set<ItemId> ids = new HashSet<>();
    for (DownloadRow row : which) {
      ids.add(row.id());
      boolean works = row.group().canPause();
      removals.add(row.id(), works, nowNanos.getAsLong());
      if (works) {
        wish.accept(feed.pause(row.id()));
      }
    }
    lastRemoved = Set.copyOf(ids);
    removed.run();
    return ids;
  }

  /// Whether the last removal can still be undone.
  boolean canUndoRemove() {
    return lastRemoved.stream().anyMatch(removals::contains);
  }

  void undoLastRemove() {
    undoRemove(lastRemoved);
  }

  void undoRemove(Set<ItemId> ids) {
    for (ItemId id : removals.undo(ids)) {
      wish.accept(feed.resume(id));
    }
    removed.run();
  }

  /// Takes them out of the list, and their files from the disk, at once.
  void removeFromDisk(List<DownloadRow> which) {
    for (DownloadRow row : which) {
      removals.add(row.id(), false, nowNanos.getAsLong() + DELETING_NANOS);
      wish.accept(feed.remove(row.id(), true));
    }
    removed.run();
  }

  /// Those whose time to be brought back is over leave the list.
  void removeDue() {
    for (ItemId due : removals.due(nowNanos.getAsLong())) {
      wish.accept(feed.remove(due, false));
    }
  }

  /// What was removed and could still be undone leaves now.
  void close() {
    for (ItemId id : removals.all()) {
      var _ = feed.remove(id, false); // the list is closed after this
    }
  }
}
