package org.sluice.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;

/// Takes orders into the list and follows them until each is complete or goes no further.
///
/// **Threads**: the main thread, but for [#tell] and [#halt].
///
/// **Limits**: [RunRules#mostOpen] downloads that have not ended; more orders wait until some have.
final class ListRun implements FollowedItems.Listener {
  private static final long TICK_MILLIS = 100;

  private final Downloads downloads;
  private final Door door;
  private final RunSource source;
  private final Takes takes;
  private final RunRules rules;
  private final RunReport report;
  private final InstantSource clock;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final FollowedItems items;
  private final HeldWords held = new HeldWords();
  private final RunCount count = new RunCount();
  private boolean exhausted;
  private int asked;

  /// How a run goes.
  ///
  /// @param skipsExisting whether a file that is there is as good as a download
  /// @param maxTime for each file from its start on; zero for none
  /// @param mostWaits that a server may ask for, one after the other without a byte between them
  /// @param mostOpen downloads that have not ended: each of them costs the choice of the next ones,
  ///   and a list of orders may be longer than the memory
  record RunRules(boolean skipsExisting, Duration maxTime, int mostWaits, int mostOpen) {
    private static final int AHEAD = 4;
    private static final int LEAST_OPEN = 128;

    /// As many open ones as are needed to keep all at work that `tuning` wants.
    static RunRules of(boolean skipsExisting, Duration maxTime, ListTuning tuning) {
      int open = Math.max(LEAST_OPEN, AHEAD * tuning.atOnce());
      return new RunRules(skipsExisting, maxTime, tuning.retries(), open);
    }
  }

  /// What is left of a run that was halted.
  ///
  /// @param open downloads that have not ended
  record Rest(Set<ItemId> open, RunSummary sum) {}

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
    items = new FollowedItems(rules, this);
  }

  /// Something has happened.
  ///
  /// **Threads**: any.
  void tell(Told what) {
    told.add(what);
  }

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
      boolean last = exhausted && asked == 0 && items.isEmpty() && door.shut();
      Told next = told.poll(last ? 0 : TICK_MILLIS, TimeUnit.MILLISECONDS);
      if (next instanceof Told.Halt halt) {
        halt.rest().complete(new Rest(items.open(), sum(0)));
        return ExitCode.INTERRUPTED.number();
      }
      if (next != null) {
        take(next); // what is known is worked off before anything is drawn
      } else if (last) {
        int code = count.code();
        report.finished(sum(0), code);
        return code;
      } else {
        tick();
      }
    }
  }

  private RunSummary sum(long bytesPerSecond) {
    return count.summary(items.size(), !exhausted, bytesPerSecond);
  }

  private void fill() throws InterruptedException {
    while (!exhausted && asked + items.size() < rules.mostOpen()) {
      Order next = nextOrder();
      switch (next) {
        case null -> exhausted = true;
        case Order.Refused refused -> refuse(refused);
        case Order.Download download -> ask(download);
        case Order.Known known -> ask(known);
      }
    }
  }

  private void ask(Order order) {
    asked++;
    takes.take(order, this::tell);
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
        if (!items.add(taken, asked > 0, clock.instant())) {
          look(taken.id());
        }
      }
      case Told.Seen seen -> see(seen.item());
    }
  }

  /// The picture that is there may be older than what was heard, so a new one is taken.
  @SuppressWarnings(
      "FutureReturnValueIgnored") // it always ends in a telling, or the list is closed
  private void look(ItemId id) {
    downloads
        .freshSnapshot()
        .thenAccept(list -> list.item(id).ifPresent(item -> tell(new Told.Seen(item))));
  }

  private void refuse(Order.Refused order) {
    count.refused(order.code());
    report.refused(order);
  }

  private void happened(DownloadEvent event) {
    switch (event) {
      case DownloadEvent.Added added -> see(added.item());
      case DownloadEvent.Changed changed -> see(changed.item());
      case DownloadEvent.Named named -> see(named.item());
      case DownloadEvent.Removed removed -> items.removed(removed.id());
      case DownloadEvent.Notice notice -> report.notice(notice);
    }
  }

  private void see(ItemView item) {
    items.see(item, asked > 0, clock.instant());
  }

  private void tick() {
    List<ItemView> open = items.tick(downloads.snapshot().items(), clock.instant());
    String why = held.of(open, clock.instant());
    if (why != null) {
      report.complain(why);
    }
    long speed = open.stream().mapToLong(item -> item.amount().bytesPerSecond()).sum();
    report.tick(open, sum(speed));
  }

  // ---- of the items -----------------------------------------------------------------------------

  @Override
  public void begun(ItemView item, Begun begun) {
    report.begun(item, begun);
  }

  @Override
  public void changed(ItemView item) {
    report.changed(item);
  }

  @Override
  public void ended(ItemView item, RunEnd end, boolean own) {
    EndCode code = EndCode.of(item, end);
    if (own) {
      count.ended(item, end, code.number());
    }
    report.ended(item, end, code);
    takes.ended(item, end);
  }

  @Override
  public void late(ItemId id) {
    takes.stop(id);
  }
}
