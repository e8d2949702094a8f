package org.sluice.engine.download;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.loop.SelectorLoop;

/// The list at work.
///
/// **Threads**: confined to the loop, but for [#ask], [#snapshot], [#listener] and [#close].
final class DownloadCore {
  private final SelectorLoop loop;

  private DownloadCore(SelectorLoop loop) {
    this.loop = loop;
  }

  static DownloadCore open(DownloadsOptions options) throws IOException {
    return new DownloadCore(SelectorLoop.start(options.loop()));
  }

  <T extends @Nullable Object> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> wish) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    loop.post(() -> wish.get());
    return answer;
  }

  CompletableFuture<ItemId> add(DownloadRequest request) {
    throw new UnsupportedOperationException("" + request);
  }

  CompletableFuture<Void> pause(ItemId id) {
    throw new UnsupportedOperationException("" + id);
  }

  CompletableFuture<Void> resume(ItemId id) {
    throw new UnsupportedOperationException("" + id);
  }

  CompletableFuture<Void> restart(ItemId id) {
    throw new UnsupportedOperationException("" + id);
  }

  CompletableFuture<Void> remove(ItemId id, boolean deleteFile) {
    throw new UnsupportedOperationException("" + id + deleteFile);
  }

  CompletableFuture<Void> decide(ItemId id, ChangedFile choice) {
    throw new UnsupportedOperationException("" + id + choice);
  }

  CompletableFuture<Void> replaceAddress(ItemId id, String url) {
    throw new UnsupportedOperationException("" + id + url);
  }

  CompletableFuture<Verification> verify(ItemId id) {
    throw new UnsupportedOperationException("" + id);
  }

  CompletableFuture<Void> setLimit(ItemId id, long bytesPerSecond) {
    throw new UnsupportedOperationException("" + id + bytesPerSecond);
  }

  CompletableFuture<Void> setPriority(ItemId id, int priority) {
    throw new UnsupportedOperationException("" + id + priority);
  }

  CompletableFuture<Void> setLimit(long bytesPerSecond) {
    throw new UnsupportedOperationException("" + bytesPerSecond);
  }

  CompletableFuture<Void> openQueue(String name, boolean open) {
    throw new UnsupportedOperationException(name + open);
  }

  CompletableFuture<Void> move(List<ItemId> ids, String queue, @Nullable ItemId before) {
    throw new UnsupportedOperationException(queue + ids + before);
  }

  DownloadsSnapshot snapshot() {
    throw new UnsupportedOperationException("snapshot");
  }

  CompletableFuture<DownloadsSnapshot> freshSnapshot() {
    throw new UnsupportedOperationException("snapshot");
  }

  void listener(Consumer<DownloadEvent> listener) {
    throw new UnsupportedOperationException("" + listener);
  }

  SelectorLoop loop() {
    return loop;
  }

  void close() {
    loop.close();
  }
}
