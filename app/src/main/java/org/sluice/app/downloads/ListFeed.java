package org.sluice.app.downloads;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sluice.app.queues.QueueBook;
import org.sluice.engine.download.ChangedFile;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.Verification;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.loop.LoopSnapshot;

/// The list of downloads as the window sees it: pictures to sample, wishes to post.
///
/// **Threads**: called on the JavaFX thread; nothing here waits.
public interface ListFeed extends QueueBook {
  /// The latest picture of the list; asking asks for a fresher one next time.
  DownloadsSnapshot downloads();

  /// The latest picture of the loop; asking asks for a fresher one next time.
  LoopSnapshot loop();

  CompletableFuture<ItemId> add(DownloadRequest request);

  CompletableFuture<Void> pause(ItemId id);

  CompletableFuture<Void> resume(ItemId id);

  CompletableFuture<Void> restart(ItemId id);

  /// @param deleteFile whether a complete file goes too
  CompletableFuture<Void> remove(ItemId id, boolean deleteFile);

  CompletableFuture<Void> decide(ItemId id, ChangedFile choice);

  CompletableFuture<Void> replaceAddress(ItemId id, String url);

  CompletableFuture<Void> change(ItemId id, DownloadRequest request);

  CompletableFuture<Verification> verify(ItemId id);

  /// @param bytesPerSecond of one download; 0 for none
  CompletableFuture<Void> limit(ItemId id, long bytesPerSecond);

  CompletableFuture<Void> move(List<ItemId> ids, String queue, @Nullable ItemId before);

  /// @param open whether the queue starts downloads from now on
  CompletableFuture<Void> openQueue(String name, boolean open);

  /// Every request as it was given, with its secrets.
  CompletableFuture<List<StoredItem>> stored();
}
