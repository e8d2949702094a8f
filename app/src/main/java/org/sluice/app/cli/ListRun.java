package org.sluice.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// Takes orders into the list and follows them until each is complete or goes no further.
///
/// **Threads**: the main thread, but for [#tell] and [#halt].
///
/// **Limits**: [RunRules#mostOpen] downloads that have not ended; more orders wait until some have.
final class ListRun {
  private static final long TICK_MILLIS = 100;

  /// So long after a pause it is sure that it was none on the way out of the list.
  private static final Duration PAUSED = Duration.ofMillis(500);

  private final Downloads downloads;
  private final Door door;
  private final RunSource source;
  private final Takes takes;
  private final RunRules rules;
  private final RunReport report;
  private final InstantSource clock;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final NavigableMap<ItemId, Followed> open = new TreeMap<>();
  private final Map<ItemId, ItemView> early = new HashMap<>();
  private final RunCount count = new RunCount();
  private boolean exhausted;
  private int asked;

  /// How a run goes.
  ///
  /// @param skipsExisting whether a file that is there is as good as a download
  /// @param maxTime for each file from its start on; zero for none
  /// @param mostOpen downloads that have not ended: each of them costs the choice of the next ones, and
  ///   a list of orders may be longer than the memory
  record RunRules(boolean skipsExisting, Duration maxTime, int mostOpen) {
    private static final int AHEAD = 2;
    private static final int LEAST_OPEN = 64;

    /// As many as are needed to keep `atOnce` of them at work.
    static RunRules of(boolean skipsExisting, Duration maxTime, int atOnce) {
      return new RunRules(skipsExisting, maxTime, Math.max(LEAST_OPEN, AHEAD * atOnce));
    }
  }

  ListRun(
      OpenList list,
      RunSource source,
      Takes takes,
      RunRules rules,
      RunReport report,
      InstantSource clock) {
    downloads = list.downloads();
    door = list.door();
    this.source = source;
    this.takes = takes;
    this.rules = rules;
    this.report = report;
    this.clock = clock;
  }

  /// Something has happened.
  ///
  /// **Threads**: any.
  void tell(Told what) {
    told.add(what);
  }

  /// What is left of a run that was halted.
  ///
  /// @param open downloads that have not ended
  record Rest(Set<ItemId> open, RunSummary sum) {}

  /// Ends the run: nothing more is reported.
  ///
  /// **Threads**: any.
  CompletableFuture<Rest> halt() {
    CompletableFuture<Rest> rest = new CompletableFuture<>();
    tell(new Told.Halt(rest));
    return rest;
  }

  /// @return the exit code
  int run() throws InterruptedException {
    downloads.listener(event -> tell(new Told.Event(event)));
    door.open(this::tell);
    while (true) {
      fill();
      boolean last = isDone() && door.shut();
      Told next = told.poll(last ? 0 : TICK_MILLIS, TimeUnit.MILLISECONDS);
      if (next instanceof Told.Halt halt) {
        RunSummary sum = count.summary(open.size(), !exhausted, 0);
        halt.rest().complete(new Rest(Set.copyOf(open.keySet()), sum));
        return ExitCode.INTERRUPTED.number();
      }
      if (next != null) {
        take(next);
        continue; // what is known is worked off before anything is drawn
      }
      if (last) {
        int code = count.code();
        report.finished(count.summary(0, !exhausted, 0), code);
        return code;
      }
      tick();
    }
  }

  private boolean isDone() {
    return exhausted && asked == 0 && open.isEmpty();
  }

  private void fill() throws InterruptedException {
    while (!exhausted && asked + open.size() < rules.mostOpen()) {
      Order next = nextOrder();
      switch (next) {
        case null -> exhausted = true;
        case Order.Refused refused -> refuse(refused);
        case Order.Download download -> {
          asked++;
          takes.take(download, this::tell);
        }
        case Order.Known known -> {
          asked++;
          takes.take(known, this::tell);
        }
      }
    }
  }

  private @Nullable Order nextOrder() throws InterruptedException {
    try {
      return source.next();
    } catch (IOException e) {
      count.broken();
      report.complain("The list could not be read to its end: " + e);
      return null;
    }
  }

  private void take(Told what) {
    switch (what) {
      case Told.Halt halt -> throw new IllegalStateException("not halted: " + halt);
      case Told.Event event -> happened(event.event());
      case Told.NotTaken not -> {
        asked--;
        refuse(not.order());
      }
      case Told.Taken taken -> {
        asked -= taken.own() ? 1 : 0;
        begin(taken);
      }
    }
  }

  private void refuse(Order.Refused order) {
    count.refused(order.code());
    report.refused(order);
  }

  private void begin(Told.Taken taken) {
    ItemView known = early.remove(taken.id());
    if (asked == 0) {
      early.clear();
    }
    ItemView item = known == null ? downloads.snapshot().item(taken.id()).orElse(null) : known;
    open.put(taken.id(), new Followed(taken.begun(), taken.own()));
    if (item != null) {
      follow(item);
    }
  }

  private void happened(DownloadEvent event) {
    switch (event) {
      case DownloadEvent.Added added -> follow(added.item());
      case DownloadEvent.Changed changed -> follow(changed.item());
      case DownloadEvent.Named named -> follow(named.item());
      case DownloadEvent.Removed removed -> removed(removed.id());
      case DownloadEvent.Notice notice -> report.notice(notice);
    }
  }

  /// What `item` is now.
  private void follow(ItemView item) {
    Followed followed = open.get(item.id());
    if (followed == null) {
      if (asked > 0) {
        early.put(
            item.id(), item); // perhaps it is one of those that are on their way into the list
      }
      return;
    }
    ItemView before = followed.last;
    followed.last = item;
    if (before == null) {
      report.begun(item, followed.begun);
    } else if (before.state() != item.state() && RunEnd.goesOn(item)) {
      report.changed(item);
    }
    if (item.state() != ItemState.QUEUED && followed.since == null) {
      followed.since = clock.instant();
    }
    if (RunEnd.goesOn(item)) {
      followed.leaving = null;
    } else if (item.standing().reason() == StateReason.BY_USER && !followed.late) {
      followed.leaving = clock.instant(); // what is removed is paused before
    } else {
      open.remove(item.id());
      boolean timedOut = followed.late && item.state() != ItemState.COMPLETE;
      end(followed, item, timedOut ? RunEnd.TIMED_OUT : RunEnd.of(item, rules.skipsExisting));
    }
  }

  private void removed(ItemId id) {
    Followed followed = open.remove(id);
    if (followed != null && followed.last != null) {
      end(followed, followed.last, RunEnd.REMOVED);
    }
  }

  /// Those that somebody has paused, and not in order to remove them.
  private void endPaused() {
    Instant before = clock.instant().minus(PAUSED);
    for (Map.Entry<ItemId, Followed> each : List.copyOf(open.entrySet())) {
      Followed followed = each.getValue();
      ItemView item = followed.last;
      if (item != null && followed.leaving != null && followed.leaving.isBefore(before)) {
        open.remove(each.getKey());
        end(followed, item, RunEnd.STOPPED);
      }
    }
  }

  private void end(Followed followed, ItemView item, RunEnd end) {
    EndCode code = EndCode.of(item, end);
    if (followed.own) {
      count.ended(item, end, code.number());
    }
    report.ended(item, end, code);
    takes.ended(item, end);
  }

  private void tick() {
    endPaused();
    List<ItemView> items = new ArrayList<>();
    long bytesPerSecond = 0;
    for (ItemView item : downloads.snapshot().items()) {
      Followed followed = open.get(item.id());
      if (followed != null) {
        items.add(item);
        bytesPerSecond += item.amount().bytesPerSecond();
        if (isLate(followed)) {
          followed.late = true;
          takes.stop(item.id());
        }
      }
    }
    report.tick(items, count.summary(open.size(), !exhausted, bytesPerSecond));
  }

  private boolean isLate(Followed followed) {
    return !rules.maxTime.isZero()
        && !followed.late
        && followed.since != null
        && followed.since.plus(rules.maxTime).isBefore(clock.instant());
  }

  /// One of this run that has not ended.
  private static final class Followed {
    private final Begun begun;
    private final boolean own;
    private @Nullable ItemView last;
    private @Nullable Instant since;
    private @Nullable Instant leaving;
    private boolean late;

    private Followed(Begun begun, boolean own) {
      this.begun = begun;
      this.own = own;
    }
  }
}
