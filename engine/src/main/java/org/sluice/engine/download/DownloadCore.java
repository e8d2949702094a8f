package org.sluice.engine.download;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskLimits;
import org.sluice.engine.disk.DiskWriter;
import org.sluice.engine.disk.FileLayer;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.journal.JournalException;
import org.sluice.engine.journal.JournalFailure;
import org.sluice.engine.journal.JournalOptions;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.range.Spans;

/// The list at work.
///
/// **Threads**: confined to the loop, but for [#ask], [#snapshot], [#listener] and [#close].
final class DownloadCore implements ItemRun.Listener {
  private static final System.Logger LOG = System.getLogger(DownloadCore.class.getName());
  private static final int CONCURRENCY = 3;

  private final Map<ItemId, Item> items = new LinkedHashMap<>();
  private final Map<ItemId, List<CompletableFuture<Void>>> whenStopped = new LinkedHashMap<>();
  private final Site site;
  private final ViewDesk views;
  private volatile Consumer<DownloadEvent> listener = event -> {};
  private boolean closing;
  private long lastPlace;

  private DownloadCore(Site site, List<StoredItem> stored) {
    this.site = site;
    views = new ViewDesk(site, items);
    for (StoredItem one : stored) {
      items.put(one.id(), new Item(one));
      lastPlace = Math.max(lastPlace, one.place());
    }
  }

  static DownloadCore open(DownloadsOptions options, FileLayer files) throws IOException {
    Journal journal = journal(options);
    SelectorLoop loop = SelectorLoop.start(options.loop());
    DiskLimits limits =
        new DiskLimits(
            options.limits().diskBufferBytes(),
            DiskLimits.DEFAULT_PIECE_BYTES,
            DiskLimits.DEFAULT_WRITERS);
    Site site =
        new Site(
            loop,
            DiskWriter.start(files, limits, loop.clock()),
            new JournalDesk(journal, loop::post),
            new HostDesk(
                options.limits().hostConnections(), options.clock(), journal.contents().hosts()),
            options);
    DownloadCore core = new DownloadCore(site, journal.contents().items());
    loop.onMessage(site::message);
    loop.post(core::begin);
    return core;
  }

  private static Journal journal(DownloadsOptions options) throws IOException {
    try {
      return Journal.open(
          options.folder(),
          JournalOptions.of(
              options.clock(),
              failure ->
                  LOG.log(System.Logger.Level.WARNING, failure.sentence(), failure.cause())));
    } catch (JournalException e) {
      throw new IOException(e.failure().sentence(), e);
    }
  }

  private void begin() {
    site.journal.onFailed(this::journalFailed);
    for (Item item : items.values()) {
      switch (item.state()) {
        case RUNNING, VERIFYING, WAITING -> become(item, Ending.queued(""));
        case QUEUED, PAUSED, COMPLETE, FAILED -> {}
      }
    }
    startNext();
  }

  /// Runs a wish on the loop.
  <T extends @Nullable Object> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> wish) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    site.loop.post(
        () -> {
          try {
            wish.get()
                .whenComplete(
                    (value, problem) -> {
                      if (problem == null) {
                        answer.complete(value);
                      } else {
                        answer.completeExceptionally(problem);
                      }
                    });
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  // ---- wishes ---------------------------------------------------------------------------------

  CompletableFuture<ItemId> add(DownloadRequest request) {
    CompletableFuture<ItemId> answer = new CompletableFuture<>();
    ItemId id = site.journal.journal().nextId();
    Progress progress =
        request.startPaused()
            ? progress(Progress.NEW, Ending.paused(StateReason.BY_USER, ""), 0)
            : Progress.NEW;
    StoredItem stored =
        new StoredItem(
            id, request, site.options.clock().instant(), ++lastPlace, null, Spans.EMPTY, progress);
    site.journal.post(
        List.of(new JournalChange.Added(stored)),
        () -> {
          Item item = new Item(stored);
          items.put(id, item);
          listener.accept(new DownloadEvent.Added(views.of(item)));
          answer.complete(id);
          startNext();
        },
        failure -> answer.completeExceptionally(new IOException(failure.sentence())));
    return answer;
  }

  CompletableFuture<Void> pause(ItemId id) {
    Item item = item(id);
    item.silence();
    Ending why = Ending.paused(StateReason.BY_USER, "");
    if (item.run != null) {
      CompletableFuture<Void> stopped = stopped(item);
      item.run.stop(why);
      return stopped;
    }
    return item.state().isOver() ? done() : becomeSafely(item, why);
  }

  CompletableFuture<Void> resume(ItemId id) {
    Item item = item(id);
    item.silence();
    if (item.run != null && !item.run.isEnding()) {
      return done();
    }
    if (item.run != null) {
      return stopped(item).thenCompose(nothing -> resume(id));
    }
    if (item.state() == ItemState.COMPLETE) {
      return done();
    }
    CompletableFuture<Void> safe = becomeSafely(item, Ending.queued(""));
    startNext();
    return safe;
  }

  CompletableFuture<Void> restart(ItemId id) {
    Item item = item(id);
    item.silence();
    if (item.run != null) {
      CompletableFuture<Void> stopped = stopped(item);
      item.run.discard(Ending.queued(""));
      return stopped.thenCompose(nothing -> restart(id));
    }
    return forgetPart(item).thenCompose(nothing -> resume(id));
  }

  /// Deletes the part file of an item that does not run, and all that is known of it.
  private CompletableFuture<Void> forgetPart(Item item) {
    Identity identity = item.identity();
    if (identity == null) {
      return done();
    }
    CompletableFuture<Void> answer = new CompletableFuture<>();
    Runnable forget =
        () -> {
          item.identity(null);
          item.committed(Spans.EMPTY);
          site.journal.post(
              List.of(
                  new JournalChange.Committed(item.id, Spans.EMPTY),
                  new JournalChange.Identified(item.id, null)),
              () -> answer.complete(null));
        };
    if (item.state() == ItemState.COMPLETE) {
      forget.run();
    } else {
      site.disk.delete(
          identity.part(), identity.partKey(), site.loop::post, result -> forget.run());
    }
    return answer;
  }

  CompletableFuture<Void> remove(ItemId id, boolean deleteFile) {
    Item item = item(id);
    item.silence();
    if (item.run != null) {
      CompletableFuture<Void> stopped = stopped(item);
      item.run.discard(Ending.paused(StateReason.BY_USER, ""));
      return stopped.thenCompose(nothing -> remove(id, deleteFile));
    }
    CompletableFuture<Void> answer = new CompletableFuture<>();
    Runnable forget =
        () -> {
          items.remove(id);
          site.journal.post(
              List.of(new JournalChange.Removed(id)),
              () -> {
                listener.accept(new DownloadEvent.Removed(id));
                answer.complete(null);
              });
        };
    Identity identity = item.identity();
    if (identity == null || (item.state() == ItemState.COMPLETE && !deleteFile)) {
      forget.run();
    } else {
      site.disk.delete(
          item.state() == ItemState.COMPLETE ? identity.target() : identity.part(),
          identity.partKey(),
          site.loop::post,
          result -> forget.run());
    }
    return answer;
  }

  CompletableFuture<Void> decide(ItemId id, ChangedFile choice) {
    throw new UnsupportedOperationException("" + id + choice);
  }

  CompletableFuture<Void> replaceAddress(ItemId id, String url) {
    throw new UnsupportedOperationException("" + id + url);
  }

  CompletableFuture<Void> change(ItemId id, DownloadRequest request) {
    Item item = item(id);
    item.request(request);
    CompletableFuture<Void> safe = new CompletableFuture<>();
    site.journal.post(
        List.of(new JournalChange.Requested(id, request)),
        () -> safe.complete(null),
        failure -> safe.completeExceptionally(new IOException(failure.sentence())));
    return safe;
  }

  CompletableFuture<List<StoredItem>> stored() {
    return CompletableFuture.completedFuture(items.values().stream().map(Item::stored).toList());
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

  private Item item(ItemId id) {
    Item item = items.get(id);
    if (item == null) {
      throw new NoSuchElementException("There is no download " + id + " in the list");
    }
    return item;
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Void> stopped(Item item) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    whenStopped.computeIfAbsent(item.id, id -> new ArrayList<>()).add(answer);
    return answer;
  }

  // ---- runs -----------------------------------------------------------------------------------

  private void startNext() {
    if (closing) {
      return;
    }
    long running = items.values().stream().filter(item -> item.run != null).count();
    for (Item item : List.copyOf(items.values())) {
      if (running >= CONCURRENCY) {
        return;
      }
      if (item.state() == ItemState.QUEUED && item.run == null) {
        running++;
        become(item, new Ending(ItemState.RUNNING, StateReason.NONE, "", null));
        ItemRun run = new ItemRun(site, item, this);
        item.run = run;
        run.start();
      }
    }
  }

  @Override
  public void named(Item item) {
    listener.accept(new DownloadEvent.Named(views.of(item)));
  }

  @Override
  public void ended(Item item, Ending ending) {
    ItemRun run = item.run;
    item.run = null;
    Progress before = item.progress();
    long fetched = run == null ? 0 : run.fetchedBytes();
    item.progress(
        new Progress(
            before.state(),
            before.reason(),
            before.sentence(),
            before.until(),
            before.finished(),
            before.fetchedBytes() + fetched,
            fetched > 0 ? 0 : before.retries()));
    List<CompletableFuture<Void>> waiting = whenStopped.remove(item.id);
    becomeSafely(item, ending)
        .thenRun(
            () -> {
              if (waiting != null) {
                waiting.forEach(one -> one.complete(null));
              }
            });
    Instant until = ending.until();
    if (until != null && !closing) {
      long nanos =
          Math.max(0, java.time.Duration.between(site.options.clock().instant(), until).toNanos());
      item.alarm =
          site.loop.later(
              nanos,
              () -> {
                item.alarm = null;
                become(item, Ending.queued(""));
                startNext();
              });
    }
    startNext();
  }

  private void become(Item item, Ending ending) {
    becomeSafely(item, ending);
  }

  private CompletableFuture<Void> becomeSafely(Item item, Ending ending) {
    ItemState before = item.state();
    Progress next = progress(item.progress(), ending, ending.state() == ItemState.WAITING ? 1 : 0);
    item.progress(next);
    List<JournalChange> changes = new ArrayList<>();
    if (ending.state() == ItemState.COMPLETE) {
      changes.add(new JournalChange.Identified(item.id, item.identity()));
      Identity identity = item.identity();
      if (identity != null && identity.validators().length() > 0) {
        Spans all = Spans.of(new org.sluice.engine.range.Span(0, identity.validators().length()));
        item.committed(all);
        changes.add(new JournalChange.Committed(item.id, all));
      }
    }
    changes.add(new JournalChange.Progressed(item.id, next));
    CompletableFuture<Void> safe = new CompletableFuture<>();
    site.journal.post(
        changes,
        () -> safe.complete(null),
        failure -> safe.completeExceptionally(new IOException(failure.sentence())));
    listener.accept(new DownloadEvent.Changed(views.of(item), before));
    return safe;
  }

  private Progress progress(Progress before, Ending ending, int moreRetries) {
    boolean complete = ending.state() == ItemState.COMPLETE;
    return new Progress(
        ending.state(),
        ending.reason(),
        ending.sentence(),
        ending.until(),
        complete ? site.options.clock().instant() : null,
        before.fetchedBytes(),
        before.retries() + moreRetries);
  }

  private void journalFailed(JournalFailure failure) {
    listener.accept(new DownloadEvent.Notice(DownloadEvent.Topic.JOURNAL, failure.sentence()));
    for (Item item : items.values()) {
      if (item.run != null) {
        item.run.stop(Ending.paused(StateReason.JOURNAL_FAILED, failure.sentence()));
      }
    }
  }

  // ---- to look at -----------------------------------------------------------------------------

  DownloadsSnapshot snapshot() {
    return views.snapshot();
  }

  CompletableFuture<DownloadsSnapshot> freshSnapshot() {
    return ask(() -> CompletableFuture.completedFuture(views.take()));
  }

  void listener(Consumer<DownloadEvent> told) {
    listener = told;
  }

  SelectorLoop loop() {
    return site.loop;
  }

  // ---- the end --------------------------------------------------------------------------------

  void close() {
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    site.loop.post(() -> stopAll(stopped));
    if (site.loop.isRunning()) {
      stopped.join();
    }
    site.loop.close();
    site.disk.close();
    site.journal.journal().close();
  }

  private void stopAll(CompletableFuture<Void> stopped) {
    closing = true;
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Item item : items.values()) {
      item.silence();
      if (item.run != null) {
        all.add(stopped(item));
        item.run.stop(Ending.queued(""));
      }
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .whenComplete((nothing, problem) -> stopped.complete(null));
  }
}
