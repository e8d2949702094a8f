package org.sluice.app.monitor;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// The engine as the window sees it: numbers to sample, events to drain, wishes to post.
///
/// **Threads**: called on the JavaFX thread; nothing here waits.
public interface EngineFeed extends AutoCloseable {
  /// The latest snapshot of the loop; asking for it asks for a fresher one next time.
  LoopSnapshot snapshot();

  /// The latest snapshot of the list; asking for it asks for a fresher one next time.
  DownloadsSnapshot downloads();

  /// Hands out the events since the last call, in order, but not more than `most` of them; says how
  /// many they were: fewer if they were all.
  int drain(int most, Consumer<TraceEvent> consumer);

  /// A reader of all events from now on, for one who writes them down; null if there is no ring.
  default TraceRing.@Nullable Reader record() {
    return null;
  }

  /// Puts a download into the list.
  CompletableFuture<ItemId> add(NewDownload download);

  CompletableFuture<Void> pause(ItemId id);

  CompletableFuture<Void> resume(ItemId id);

  /// Takes a download out of the list; the half file of one that is not complete is deleted.
  CompletableFuture<Void> remove(ItemId id);

  /// Why the engine has stopped by itself; null while it runs.
  @Nullable String failure();

  @Override
  void close();
}
