package org.sluice.engine.download;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.journal.JournalFailure;
import org.sluice.engine.queue.Turn;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// The list, and what of it runs: begins runs and ends them, and lets no state change without the
/// journal and the listener hearing of it.
///
/// **Threads**: confined to the loop, but for [#listener].
final class Runs implements ItemRun.Listener, TurnDesk.Starter, JournalDesk.Watcher {
  /// Told of ends, besides the outside.
  interface Watcher {
    /// A run is over, and `ending` is the state of its item now.
    void ended(Item item, Ending ending);

    /// Nothing can be kept.
    default void journalFailed() {}
  }

  final Map<ItemId, Item> items = new LinkedHashMap<>();
  final ViewDesk views;
  final TurnDesk turns;
  private final Site site;
  private final Map<ItemId, List<CompletableFuture<Void>>> whenStopped = new LinkedHashMap<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private Runnable onFile = () -> {};
  private long lastPlace;
  private volatile Consumer<DownloadEvent> listener = event -> {};

  Runs(Site site) {
    this.site = site;
    site.room.over(items.values());
    site.leftOvers.over(items.values());
    views = new ViewDesk(site, items);
    turns = new TurnDesk(site, items, site.queues, this);
    site.proxies.onAnswer(turns::ask);
    views.before(turns::sayHolds);
  }

  /// Takes an item into the list.
  void put(Item item) {
    items.put(item.id, item);
    item.onTurn(this::placed);
    placed(item);
  }

  private void placed(Item item) {
    lastPlace = Math.max(lastPlace, item.place());
    turns.place(item);
  }

  /// Takes an item out of the list.
  void remove(ItemId id) {
    items.remove(id);
    turns.forget(id);
  }

  /// A place behind all others, in whichever queue.
  long nextPlace() {
    return ++lastPlace;
  }

  void listener(Consumer<DownloadEvent> told) {
    listener = told;
  }

  void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /// Run whenever a server gave what was asked for.
  void onFile(Runnable action) {
    onFile = action;
  }

  void tell(DownloadEvent event) {
    listener.accept(event);
  }

  // ---- beginning and ending -----------------------------------------------------------------

  @Override
  public void start(Item item) {
    if (!site.proxies.isReady(item.request().sources().stream().map(Source::url).toList())) {
      return; // its turn comes again with the answer
    }
    put(item, new Ending(ItemState.RUNNING, StateReason.NONE, "", null));
    ItemRun run = new ItemRun(site, item, this);
    item.run = run;
    run.start();
  }

  @Override
  public void stop(Item item, Turn.Stop why) {
    Ending ending =
        switch (why.why()) {
          case QUEUE_CLOSED, QUEUE_STOPPED ->
              Ending.paused(StateReason.QUEUE_CLOSED, why.sentence());
          case NO_QUEUE, QUEUE_FULL, HOST_FULL, HOST_BUSY, NOT_YET -> Ending.queued(why.sentence());
        };
    if (item.run != null) {
      item.run.stop(ending);
    }
  }

  /// Stops an item that may run.
  ///
  /// @return complete once everything that came is safe; at once if it does not run
  CompletableFuture<Void> stopped(Item item, Ending why, boolean discard) {
    ItemRun run = item.run;
    if (run == null) {
      return Site.done();
    }
    CompletableFuture<Void> answer = new CompletableFuture<>();
    whenStopped.computeIfAbsent(item.id, id -> new ArrayList<>()).add(answer);
    if (discard) {
      run.discard(why);
    } else {
      run.stop(why);
    }
    return answer;
  }

  /// Stops all that run and fit.
  void stopAll(Ending why) {
    for (Item item : List.copyOf(items.values())) {
      if (item.run != null) {
        item.run.stop(why);
      }
    }
  }

  /// Limits have been posted to the loop: tells the plans of those that run, behind them.
  void limitsChanged() {
    site.loop.post(
        () -> {
          for (Item item : items.values()) {
            if (item.run != null) {
              item.run.limitsChanged();
            }
          }
        });
  }

  @Override
  public void named(Item item) {
    tell(new DownloadEvent.Named(views.of(item)));
  }

  @Override
  public void fed() {
    onFile.run();
  }

  @Override
  public void changed(Item item, Ending now) {
    put(item, now);
  }

  @Override
  public void ended(Item item, Ending ending) {
    ItemRun run = item.run;
    item.run = null;
    Progress before = item.progress();
    if (run != null) {
      item.progress(
          new Progress(
              before.state(),
              before.reason(),
              before.sentence(),
              before.until(),
              before.finished(),
              before.fetchedBytes() + run.fetchedBytes(),
              run.tries()));
    }
    List<CompletableFuture<Void>> waiting = whenStopped.remove(item.id);
    CompletableFuture<Void> _ =
        become(item, ending)
            .whenComplete(
                (nothing, problem) -> {
                  if (waiting != null) {
                    waiting.forEach(one -> end(one, problem));
                  }
                });
    watchers.forEach(watcher -> watcher.ended(item, ending));
    turns.ask();
  }

  private static void end(CompletableFuture<Void> waiting, @Nullable Throwable problem) {
    if (problem == null) {
      waiting.complete(null);
    } else {
      waiting.completeExceptionally(problem);
    }
  }

  // ---- states -----------------------------------------------------------------------------------

  /// Puts an item into another state; nobody waits for the journal. A post that fails is told to
  /// all.
  void put(Item item, Ending now) {
    CompletableFuture<Void> _ = become(item, now);
  }

  /// Puts an item into another state.
  ///
  /// @return complete once the journal has it
  CompletableFuture<Void> become(Item item, Ending now) {
    ItemState before = item.state();
    Progress next = progress(item.progress(), now);
    item.progress(next);
    List<JournalChange> changes = new ArrayList<>();
    Identity identity = item.identity();
    DownloadRequest plain = Secrets.without(item.request());
    if (now.state() == ItemState.COMPLETE && !plain.equals(item.request())) {
      item.request(plain);
      changes.add(new JournalChange.Requested(item.id, plain));
    }
    if (now.state() == ItemState.COMPLETE && identity != null) {
      changes.add(new JournalChange.Identified(item.id, identity));
      long length = identity.validators().length();
      if (length > 0) {
        item.committed(Spans.of(new Span(0, length)));
        changes.add(new JournalChange.Committed(item.id, item.committed()));
      }
    }
    if (before != ItemState.QUEUED || now.state() != ItemState.RUNNING) {
      // one that runs is queued again at the next opening: the journal need not know the difference
      changes.add(new JournalChange.Progressed(item.id, next));
    }
    CompletableFuture<Void> safe = post(changes);
    tell(new DownloadEvent.Changed(views.of(item), before));
    return safe;
  }

  Progress progress(Progress before, Ending now) {
    return new Progress(
        now.state(),
        now.reason(),
        now.sentence(),
        now.until(),
        now.state() == ItemState.COMPLETE ? site.options.clock().instant() : null,
        before.fetchedBytes(),
        before.retries());
  }

  /// @return complete once the journal has them
  CompletableFuture<Void> post(List<JournalChange> changes) {
    if (changes.isEmpty()) {
      return Site.done();
    }
    CompletableFuture<Void> safe = new CompletableFuture<>();
    site.journal.post(
        changes,
        () -> safe.complete(null),
        failure -> safe.completeExceptionally(new IOException(failure.sentence())));
    return safe;
  }

  /// Nothing may go on that cannot be remembered.
  @Override
  public void failed(JournalFailure failure, boolean isNews) {
    if (isNews) {
      tell(new DownloadEvent.Notice(DownloadEvent.Topic.JOURNAL, failure.sentence()));
    }
    stopAll(
        Ending.paused(
            failure.kind() == JournalFailure.Kind.DISK_FULL
                ? StateReason.DISK_FULL
                : StateReason.JOURNAL_FAILED,
            failure.sentence()));
    watchers.forEach(Watcher::journalFailed);
  }

  @Override
  public void works() {
    turns.ask();
  }

  @Nullable Item find(ItemId id) {
    return items.get(id);
  }
}
