package org.sluice.app.downloads;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.ChangedFile;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.SpeedNow;
import org.sluice.engine.download.Verification;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.SpeedPlan;

/// The list that is open in this process.
///
/// @param list closed by whoever opened it
public record LiveList(Downloads list) implements ListFeed {
  @Override
  public DownloadsSnapshot downloads() {
    return list.snapshot();
  }

  @Override
  public LoopSnapshot loop() {
    return list.loop().snapshot();
  }

  @Override
  public CompletableFuture<ItemId> add(DownloadRequest request) {
    return list.add(request);
  }

  @Override
  public CompletableFuture<Void> pause(ItemId id) {
    return list.pause(id);
  }

  @Override
  public CompletableFuture<Void> resume(ItemId id) {
    return list.resume(id);
  }

  @Override
  public CompletableFuture<Void> restart(ItemId id) {
    return list.restart(id);
  }

  @Override
  public CompletableFuture<Void> remove(ItemId id, boolean deleteFile) {
    return list.remove(id, deleteFile);
  }

  @Override
  public CompletableFuture<Void> decide(ItemId id, ChangedFile choice) {
    return list.decide(id, choice);
  }

  @Override
  public CompletableFuture<Void> replaceAddress(ItemId id, String url) {
    return list.replaceAddress(id, url);
  }

  @Override
  public CompletableFuture<Void> change(ItemId id, DownloadRequest request) {
    return list.change(id, request);
  }

  @Override
  public CompletableFuture<Verification> verify(ItemId id) {
    return list.verify(id);
  }

  @Override
  public CompletableFuture<Void> limit(ItemId id, long bytesPerSecond) {
    return list.setLimit(id, bytesPerSecond);
  }

  @Override
  public CompletableFuture<Void> limit(long bytesPerSecond) {
    return list.setLimit(bytesPerSecond);
  }

  @Override
  public CompletableFuture<Void> move(List<ItemId> ids, String queue, @Nullable ItemId before) {
    return list.move(ids, queue, before);
  }

  @Override
  public CompletableFuture<List<QueueRules>> queues() {
    return list.queues();
  }

  @Override
  public CompletableFuture<Void> putQueue(QueueRules rules) {
    return list.putQueue(rules);
  }

  @Override
  public CompletableFuture<Void> renameQueue(String name, String other) {
    return list.renameQueue(name, other);
  }

  @Override
  public CompletableFuture<Void> placeQueue(String name, int place) {
    return list.placeQueue(name, place);
  }

  @Override
  public CompletableFuture<SpeedNow> speed() {
    return list.speed();
  }

  @Override
  public CompletableFuture<Void> setSpeed(SpeedPlan plan) {
    return list.setSpeed(plan);
  }

  @Override
  public CompletableFuture<Void> removeQueue(String name) {
    return list.removeQueue(name);
  }

  @Override
  public CompletableFuture<Void> openQueue(String name, boolean open) {
    return open ? list.startQueue(name) : list.stopQueue(name);
  }

  @Override
  public CompletableFuture<List<StoredItem>> stored() {
    return list.stored();
  }
}
