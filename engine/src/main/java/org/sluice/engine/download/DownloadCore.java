package org.sluice.engine.download;

import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.sluice.engine.loop.Alarm;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Turn;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// The list at work.
///
/// **Threads**: confined to the loop, but for [#ask], [#snapshot], [#listener] and [#close].
final class DownloadCore implements ItemRun.Listener, TurnDesk.Starter {
  private static final System.Logger LOG = System.getLogger(DownloadCore.class.getName());

  private static final String GLOBAL_LIMIT = "limit.bytes-per-second";

  private final Map<ItemId, Item> items = new LinkedHashMap<>();
  private final Map<ItemId, List<CompletableFuture<Void>>> whenStopped = new LinkedHashMap<>();
  private final Site site;
  private final ViewDesk views;
  private final TurnDesk turns;
  private volatile Consumer<DownloadEvent> listener = event -> {};
  private @Nullable Alarm speedAlarm;
  private boolean closing;
  private long lastPlace;

  private DownloadCore(Site site, List<StoredItem> stored) {
    this.site = site;
    views = new ViewDesk(site, items);
    turns = new TurnDesk(site, items, site.queues, this);
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
            new QueueDesk(journal.contents()),
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
      if (site.options.turns().onlyAsked()) {
        turns.holdBack(item.id);
      }
      switch (item.state()) {
        case RUNNING, VERIFYING, WAITING -> become(item, Ending.queued(""));
        case QUEUED, PAUSED, COMPLETE, FAILED -> {}
      }
    }
    turns.ask();
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
          turns.ask();
        },
        failure -> answer.completeExceptionally(new IOException(failure.sentence())));
    return answer;
  }

  CompletableFuture<Void> pause(ItemId id) {
    Item item = item(id);
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
    turns.admit(id);
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
    turns.ask();
    return safe;
  }

  CompletableFuture<Void> restart(ItemId id) {
    Item item = item(id);
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
    CompletableFuture<Void> safe = ask(item(id), request);
    turns.ask();
    return safe;
  }

  CompletableFuture<List<StoredItem>> stored() {
    return CompletableFuture.completedFuture(items.values().stream().map(Item::stored).toList());
  }

  CompletableFuture<Verification> verify(ItemId id) {
    throw new UnsupportedOperationException("" + id);
  }

  CompletableFuture<Void> setLimit(ItemId id, long bytesPerSecond) {
    Item item = item(id);
    CompletableFuture<Void> safe =
        ask(item, item.request().fetch(item.request().fetch().limitBytesPerSecond(bytesPerSecond)));
    site.loop.limit(item.limit(), bytesPerSecond);
    if (item.run != null) {
      item.run.limitsChanged();
    }
    return safe;
  }

  CompletableFuture<Void> setPriority(ItemId id, int priority) {
    Item item = item(id);
    CompletableFuture<Void> safe = ask(item, item.request().priority(priority));
    turns.ask();
    return safe;
  }

  CompletableFuture<Void> setLimit(long bytesPerSecond) {
    site.loop.limit(site.limit, bytesPerSecond);
    return post(
        List.of(
            new JournalChange.SettingChanged(
                GLOBAL_LIMIT, bytesPerSecond == 0 ? null : Long.toString(bytesPerSecond))));
  }

  CompletableFuture<Void> openQueue(String name, boolean open) {
    QueueRules rules = queue(name);
    return putQueue(rules.running(open));
  }

  CompletableFuture<Void> putQueue(QueueRules rules) {
    CompletableFuture<Void> safe = post(site.queues.put(rules));
    queueSpeeds();
    turns.ask();
    return safe;
  }

  CompletableFuture<Void> removeQueue(String name) {
    if (name.equals(DownloadRequest.MAIN_QUEUE)) {
      throw new IllegalArgumentException("The queue " + name + " is always there");
    }
    queue(name);
    List<ItemId> in =
        items.values().stream()
            .filter(item -> item.request().queue().equals(name))
            .map(item -> item.id)
            .toList();
    CompletableFuture<Void> moved = move(in, DownloadRequest.MAIN_QUEUE, null);
    return moved.thenCompose(nothing -> post(site.queues.remove(name)));
  }

  List<QueueRules> queues() {
    return site.queues.all();
  }

  private QueueRules queue(String name) {
    QueueRules rules = site.queues.get(name);
    if (rules == null) {
      throw new NoSuchElementException("There is no queue " + name);
    }
    return rules;
  }

  /// Speed plans have hours: sets what holds now, and comes back when that changes.
  private void queueSpeeds() {
    ZonedDateTime now = ZonedDateTime.now(site.options.clock());
    site.queues
        .limits()
        .forEach((name, limit) -> site.loop.limit(limit, site.queues.limitAt(name, now)));
    if (speedAlarm != null) {
      speedAlarm.cancel();
    }
    ZonedDateTime next = site.queues.nextSpeedChange(now);
    if (next != null && !closing) {
      speedAlarm =
          site.loop.later(Duration.between(now, next).toNanos() + 1_000_000L, this::queueSpeeds);
    }
  }

  CompletableFuture<Void> move(List<ItemId> ids, String queue, @Nullable ItemId before) {
    queue(queue);
    List<Item> moving = ids.stream().map(this::item).toList();
    List<Item> line = new ArrayList<>();
    for (Item item : items.values()) {
      if (item.request().queue().equals(queue) && !moving.contains(item)) {
        line.add(item);
      }
    }
    line.sort(
        Comparator.comparingLong((Item item) -> item.place())
            .thenComparingLong(item -> item.id.value()));
    int at = before == null ? line.size() : line.indexOf(item(before));
    if (at < 0) {
      throw new NoSuchElementException("Download " + before + " is not in the queue " + queue);
    }
    line.addAll(at, moving);
    List<JournalChange> changes = new ArrayList<>();
    for (Item item : moving) {
      if (!item.request().queue().equals(queue)) {
        item.request(item.request().queue(queue));
        changes.add(new JournalChange.Requested(item.id, item.request()));
      }
    }
    long place = line.isEmpty() ? 0 : line.stream().mapToLong(item -> item.place()).min().orElse(0);
    for (Item item : line) {
      if (item.place() != place) {
        item.place(place);
        changes.add(new JournalChange.Moved(item.id, place));
      }
      lastPlace = Math.max(lastPlace, place);
      place++;
    }
    turns.ask();
    return post(changes);
  }

  /// The item wants something else from now on.
  private CompletableFuture<Void> ask(Item item, DownloadRequest request) {
    item.request(request);
    return post(List.of(new JournalChange.Requested(item.id, request)));
  }

  private CompletableFuture<Void> post(List<JournalChange> changes) {
    if (changes.isEmpty()) {
      return done();
    }
    CompletableFuture<Void> safe = new CompletableFuture<>();
    site.journal.post(
        changes,
        () -> safe.complete(null),
        failure -> safe.completeExceptionally(new IOException(failure.sentence())));
    return safe;
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

  @Override
  public void start(Item item) {
    become(item, new Ending(ItemState.RUNNING, StateReason.NONE, "", null));
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
    turns.ask();
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
        Spans all = Spans.of(new Span(0, identity.validators().length()));
        item.committed(all);
        changes.add(new JournalChange.Committed(item.id, all));
      }
    }
    changes.add(new JournalChange.Progressed(item.id, next));
    CompletableFuture<Void> safe = post(changes);
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
    turns.close();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Item item : items.values()) {
      if (item.run != null) {
        all.add(stopped(item));
        item.run.stop(Ending.queued(""));
      }
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .whenComplete((nothing, problem) -> stopped.complete(null));
  }
}
