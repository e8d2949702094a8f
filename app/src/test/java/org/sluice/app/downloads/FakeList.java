package org.sluice.app.downloads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sluice.app.terminal.Items;
import org.sluice.engine.download.ChangedFile;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SpeedNow;
import org.sluice.engine.download.Verification;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.multi.MultiCounters;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.SpeedPlan;

/// A list whose pictures are given, and which writes down what is asked of it.
public final class FakeList implements ListFeed {
  public final List<String> asked = new ArrayList<>();
  public List<ItemView> items = new ArrayList<>();
  public List<StoredItem> stored = List.of();
  List<QueueRules> rules = List.of(QueueRules.named("main"));
  Instant now = Items.NOW;
  @Nullable RuntimeException refusal;

  @Override
  public DownloadsSnapshot downloads() {
    return new DownloadsSnapshot(
        now, items, List.of(), new DownloadsSnapshot.Total(0, 0, 0, 0, 0, 0, 1), List.of());
  }

  @Override
  public LoopSnapshot loop() {
    return new LoopSnapshot(0, List.of(), List.of(), 0, Long.MAX_VALUE, NO_COUNTERS, 0, 0, 0, 0);
  }

  private static final MultiCounters NO_COUNTERS = counters();

  private static MultiCounters counters() {
    return new MultiCounters(0, 0, 0, 0, 0);
  }

  private <T> CompletableFuture<T> done(String what, T value) {
    asked.add(what);
    return refusal == null
        ? CompletableFuture.completedFuture(value)
        : CompletableFuture.failedFuture(refusal);
  }

  private CompletableFuture<Void> done(String what) {
    asked.add(what);
    return refusal == null
        ? CompletableFuture.runAsync(() -> {}, Runnable::run)
        : CompletableFuture.failedFuture(refusal);
  }

  @Override
  public CompletableFuture<ItemId> add(DownloadRequest request) {
    return done("add " + request.sources().getFirst().url(), new ItemId(99));
  }

  @Override
  public CompletableFuture<Void> pause(ItemId id) {
    return done("pause " + id);
  }

  @Override
  public CompletableFuture<Void> resume(ItemId id) {
    return done("resume " + id);
  }

  @Override
  public CompletableFuture<Void> restart(ItemId id) {
    return done("restart " + id);
  }

  @Override
  public CompletableFuture<Void> remove(ItemId id, boolean deleteFile) {
    return done("remove " + id + (deleteFile ? " with file" : ""));
  }

  @Override
  public CompletableFuture<Void> decide(ItemId id, ChangedFile choice) {
    return done("decide " + id + " " + choice);
  }

  @Override
  public CompletableFuture<Void> replaceAddress(ItemId id, String url) {
    return done("address " + id + " " + url);
  }

  @Override
  public CompletableFuture<Void> change(ItemId id, DownloadRequest request) {
    return done("change " + id);
  }

  @Override
  public CompletableFuture<Verification> verify(ItemId id) {
    return done("verify " + id, new Verification(true, "right", List.of()));
  }

  @Override
  public CompletableFuture<Void> limit(ItemId id, long bytesPerSecond) {
    return done("limit " + id + " " + bytesPerSecond);
  }

  @Override
  public CompletableFuture<Void> limit(long bytesPerSecond) {
    return done("limit " + bytesPerSecond);
  }

  @Override
  public CompletableFuture<Void> move(List<ItemId> ids, String queue, @Nullable ItemId before) {
    return done("move " + ids + " " + queue);
  }

  @Override
  public CompletableFuture<List<QueueRules>> queues() {
    return CompletableFuture.completedFuture(rules);
  }

  @Override
  public CompletableFuture<Void> putQueue(QueueRules rule) {
    return done("queue " + rule.name());
  }

  @Override
  public CompletableFuture<Void> renameQueue(String name, String other) {
    return done("rename queue " + name + " " + other);
  }

  @Override
  public CompletableFuture<Void> placeQueue(String name, int place) {
    return done("place queue " + name + " " + place);
  }

  @Override
  public CompletableFuture<SpeedNow> speed() {
    return CompletableFuture.completedFuture(SpeedNow.NONE);
  }

  @Override
  public CompletableFuture<Void> setSpeed(SpeedPlan plan) {
    return done("speed " + plan.limitBytesPerSecond() + " " + plan.hoursText());
  }

  @Override
  public CompletableFuture<Void> removeQueue(String name) {
    return done("remove queue " + name);
  }

  @Override
  public CompletableFuture<Void> openQueue(String name, boolean open) {
    return done((open ? "start " : "stop ") + name);
  }

  @Override
  public CompletableFuture<List<StoredItem>> stored() {
    return CompletableFuture.completedFuture(stored);
  }
}
