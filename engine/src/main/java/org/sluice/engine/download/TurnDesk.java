package org.sluice.engine.download;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.loop.Alarm;
import org.sluice.engine.queue.Candidate;
import org.sluice.engine.queue.HostLoad;
import org.sluice.engine.queue.NextItems;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Turn;

/// Has the choice made which downloads run, whenever something has changed that it depends on.
///
/// **Threads**: confined to the loop.
final class TurnDesk {
  /// Who starts and stops them.
  interface Starter {
    void start(Item item);

    void stop(Item item, Turn.Stop why);
  }

  /// However far the next change is, a look now and then does no harm.
  private static final Duration FARTHEST = Duration.ofHours(1);

  /// By so much more is shown if what was shown was not enough.
  private static final int FASTER = 8;

  private final Site site;
  private final Map<ItemId, Item> items;
  private final QueueDesk queues;
  private final Starter starter;
  private final TurnLines lines = new TurnLines();
  private final Map<String, String> restHolds = new HashMap<>();
  private Map<ItemId, Turn.Hold> holds = Map.of();
  private @Nullable Alarm alarm;
  private Supplier<String> closedBy = () -> "";
  private int most;
  private boolean asked;
  private boolean closed;

  TurnDesk(Site site, Map<ItemId, Item> items, QueueDesk queues, Starter starter) {
    this.site = site;
    this.items = items;
    this.queues = queues;
    this.starter = starter;
  }

  /// Leaves a download alone until it is [#admit]ted.
  void holdBack(Item item) {
    lines.holdBack(item);
  }

  /// Somebody wants this download to go on.
  void admit(Item item) {
    lines.admit(item);
  }

  /// A download is new, or its turn may come at another time now.
  void place(Item item) {
    lines.place(item);
  }

  /// A download is no longer in the list.
  void forget(ItemId id) {
    lines.forget(id);
  }

  /// Looks soon: once, however often it is asked meanwhile.
  void ask() {
    if (!asked && !closed) {
      asked = true;
      site.loop.post(this::look);
    }
  }

  /// Starts nothing while this says why not.
  void closedBy(Supplier<String> reason) {
    closedBy = reason;
  }

  /// Starts nothing any more.
  void close() {
    closed = true;
    if (alarm != null) {
      alarm.cancel();
    }
  }

  /// Of all queues together, from now on; 0 for no limit.
  void most(int atOnce) {
    most = atOnce;
    ask();
  }

  private void look() {
    asked = false;
    if (closed) {
      return;
    }
    ZonedDateTime at = ZonedDateTime.now(site.options.clock());
    NextItems.Choice choice = choose(at);
    String obstacle = closedBy.get();
    for (Item item : lines.others()) {
      Turn.Hold hold = holds.get(item.id);
      item.holdSentence(hold == null ? obstacle : hold.sentence());
    }
    for (Turn.Stop stop : choice.stops()) {
      Item item = items.get(stop.id());
      if (item != null) {
        starter.stop(item, stop);
      }
    }
    for (Turn.Start start : choice.starts()) {
      Item item = items.get(start.id());
      if (item != null && item.run == null && obstacle.isEmpty()) {
        starter.start(item);
      }
    }
    lookAgain(choice.lookAgain(), at);
  }

  /// Shows the choice the first of each queue, and more of them only while one of those behind could
  /// still start.
  private NextItems.Choice choose(ZonedDateTime at) {
    List<QueueRules> rules = rules();
    Map<String, HostLoad> loads = new HashMap<>();
    for (int more = 1; ; more *= FASTER) {
      List<Candidate> shown = new ArrayList<>();
      Map<String, Integer> free = new HashMap<>();
      rules.forEach(queue -> free.put(queue.name(), queue.concurrency()));
      for (Item item : lines.others()) {
        shown.add(item.candidate());
        if (item.state() == ItemState.RUNNING) {
          free.merge(item.request().queue(), -1, Integer::sum);
        }
      }
      Map<String, Candidate> lastShown = new HashMap<>();
      for (String queue : lines.queues()) {
        int atMost = Math.max(0, free.getOrDefault(queue, 0)) + 1;
        List<Candidate> first = lines.first(queue, atMost * more, atMost);
        shown.addAll(first);
        if (first.size() == atMost * more) {
          lastShown.put(queue, first.getLast());
        }
      }
      shown.forEach(one -> loads.computeIfAbsent(one.host(), site.hosts::load));
      NextItems.Choice choice = NextItems.choose(rules, shown, loads, most, at);
      if (areHeld(lastShown, choice)) {
        return choice;
      }
    }
  }

  /// Remembers who is held and why.
  ///
  /// @param lastShown of each queue that has more
  /// @return whether that holds for all behind them too
  private boolean areHeld(Map<String, Candidate> lastShown, NextItems.Choice choice) {
    Map<ItemId, Turn.Hold> held = new HashMap<>();
    choice.holds().forEach(hold -> held.put(hold.id(), hold));
    holds = held;
    restHolds.clear();
    for (Map.Entry<String, Candidate> last : lastShown.entrySet()) {
      Turn.Hold hold = held.get(last.getValue().id());
      if (hold == null || !holdsAllBehind(hold.why())) {
        return false;
      }
    }
    for (Turn.Hold hold : choice.holds()) {
      Item item = items.get(hold.id());
      if (item != null && holdsAllBehind(hold.why())) {
        restHolds.put(item.request().queue(), hold.sentence());
      }
    }
    return true;
  }

  private static boolean holdsAllBehind(Turn.Why why) {
    return switch (why) {
      case NO_QUEUE, QUEUE_CLOSED, QUEUE_STOPPED, QUEUE_FULL -> true;
      case HOST_FULL, HOST_BUSY, NOT_YET -> false;
    };
  }

  /// Tells the queued ones why they wait, as somebody is about to look at them.
  void sayHolds() {
    String obstacle = closedBy.get();
    for (Candidate one : lines.queued()) {
      Item item = items.get(one.id());
      if (item != null) {
        Turn.Hold hold = holds.get(one.id());
        item.holdSentence(
            hold == null ? restHolds.getOrDefault(one.queue(), obstacle) : hold.sentence());
      }
    }
  }

  /// The rules of the queues; if this process has its own wish, then without how many run at once and
  /// without a stop: their hours count all the same.
  private List<QueueRules> rules() {
    int atOnce = site.options.turns().atOnce();
    return atOnce == 0
        ? queues.all()
        : queues.all().stream()
            .map(
                rules ->
                    rules
                        .running(true)
                        .concurrency(atOnce)
                        .connectionsPerHost(hostConnections(rules.connectionsPerHost(), atOnce)))
            .toList();
  }

  /// So many downloads need one each; 0 is no limit.
  private static int hostConnections(int most, int atOnce) {
    return most == 0 ? 0 : Math.max(most, atOnce);
  }

  private void lookAgain(@Nullable Instant when, ZonedDateTime at) {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
    if (when != null) {
      Duration delay = Duration.between(at.toInstant(), when);
      delay = delay.compareTo(FARTHEST) > 0 ? FARTHEST : delay;
      // a little later than the moment, so that the clock surely shows it
      alarm = site.loop.later(Math.max(0, delay.toNanos()) + 1_000_000L, this::ask);
    }
  }
}
