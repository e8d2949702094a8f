package org.sluice.engine.download;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskLimits;
import org.sluice.engine.disk.DiskWriter;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalContents;
import org.sluice.engine.journal.JournalException;
import org.sluice.engine.journal.JournalOpening;
import org.sluice.engine.journal.JournalOptions;
import org.sluice.engine.loop.SelectorLoop;

/// Puts the core together when it is opened, and takes it apart again in order.
///
/// **Threads**: [#open], [#ask] and [#close] from any but the loop's; what is asked runs on the loop.
final class DownloadCore {
  private static final System.Logger LOG = System.getLogger(DownloadCore.class.getName());

  private static final long CLOSE_LOOK_MILLIS = 500;

  final ItemWishes items;
  final ListWishes list;
  final Runs runs;
  private final Site site;
  final Outside outside;

  private DownloadCore(Site site, World world, JournalContents contents, SpeedDesk speed) {
    this.site = site;
    runs = new Runs(site);
    for (StoredItem one : contents.items()) {
      Item item = new Item(one);
      item.verifyFirst = contents.verifyFirst().contains(one.id());
      runs.put(item);
    }
    items = new ItemWishes(site, runs);
    list = new ListWishes(site, runs, speed);
    outside = new Outside(site, runs, world);
  }

  static DownloadCore open(DownloadsOptions options, World world) throws IOException {
    Journal journal = journal(options, world);
    SelectorLoop loop = SelectorLoop.start(options.loop());
    DiskLimits limits =
        new DiskLimits(
            options.limits().diskBufferBytes(),
            DiskLimits.DEFAULT_PIECE_BYTES,
            DiskLimits.DEFAULT_WRITERS);
    JournalContents contents = journal.contents();
    HostDesk hosts =
        new HostDesk(
            options.limits().hostConnections(), loop.clock(), options.clock(), contents.hosts());
    Site site =
        new Site(
            loop,
            DiskWriter.start(world.files(), limits, loop.clock()),
            new JournalDesk(journal, loop::post, world.pace()),
            hosts,
            new QueueDesk(contents),
            options);
    SpeedDesk speed = SpeedDesk.of(options.limits().bytesPerSecond(), contents.settings());
    DownloadCore core = new DownloadCore(site, world, contents, speed);
    loop.onMessage(site::message);
    loop.post(core::begin);
    return core;
  }

  private static Journal journal(DownloadsOptions options, World world) throws IOException {
    try {
      return world
          .journals()
          .open(
              options.folder(),
              JournalOptions.of(
                  options.clock(),
                  failure ->
                      LOG.log(System.Logger.Level.WARNING, failure.sentence(), failure.cause())));
    } catch (JournalException e) {
      throw new IOException(e.failure().sentence(), e);
    }
  }

  /// What ran when the program ended, or was killed, goes on in its turn.
  private void begin() {
    site.journal.watch(runs);
    for (Item item : List.copyOf(runs.items.values())) {
      if (site.options.turns().onlyAsked()) {
        runs.turns.holdBack(item);
      }
      switch (item.state()) {
        case RUNNING, VERIFYING -> runs.put(item, Ending.queued(""));
        case QUEUED, WAITING, PAUSED, COMPLETE, FAILED -> {}
      }
    }
    list.setSpeeds();
    outside.begin();
    runs.turns.ask();
  }

  /// What is to be told of the journal to whoever listens first.
  @Nullable String journalNotice() {
    return site.journal.journal().opening() instanceof JournalOpening.Recovered recovered
        ? recovered.sentence()
        : null;
  }

  /// Runs a wish on the loop.
  <T extends @Nullable Object> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> wish) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    if (!site.loop.isRunning()) {
      answer.completeExceptionally(new IllegalStateException("The downloads are closed"));
      return answer;
    }
    site.loop.post(
        () -> {
          try {
            CompletableFuture<T> _ =
                wish.get().whenComplete((value, problem) -> Site.pass(answer, value, problem));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  void listener(Consumer<DownloadEvent> told) {
    runs.listener(told);
    String notice = journalNotice();
    if (notice != null) {
      site.loop.post(
          () -> told.accept(new DownloadEvent.Notice(DownloadEvent.Topic.JOURNAL, notice)));
    }
  }

  SelectorLoop loop() {
    return site.loop;
  }

  void close() {
    if (site.loop.isRunning()) {
      CompletableFuture<Void> stopped = new CompletableFuture<>();
      site.loop.post(() -> stopAll(stopped));
      awaitStop(stopped);
    }
    site.loop.close();
    site.disk.close();
    site.journal.journal().close();
  }

  /// A loop that has failed never stops anything.
  private void awaitStop(CompletableFuture<Void> stopped) {
    while (site.loop.isRunning() && !stopped.isDone()) {
      try {
        stopped.get(CLOSE_LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        LOG.log(System.Logger.Level.DEBUG, "the downloads are still stopping");
      } catch (ExecutionException e) {
        LOG.log(System.Logger.Level.WARNING, "the downloads did not stop well", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void stopAll(CompletableFuture<Void> stopped) {
    runs.turns.close();
    list.close();
    outside.close();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (ItemId id : List.copyOf(runs.items.keySet())) {
      Item item = runs.find(id);
      if (item != null) {
        all.add(runs.stopped(item, Ending.queued(""), false));
      }
    }
    CompletableFuture<Void> _ =
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
            .whenComplete((nothing, problem) -> stopped.complete(null));
  }
}
