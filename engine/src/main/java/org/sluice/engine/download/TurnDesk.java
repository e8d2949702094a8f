package org.sluice.engine.download;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.loop.Alarm;
import org.sluice.engine.queue.Candidate;
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

  private final Site site;
  private final Map<ItemId, Item> items;
  private final QueueDesk queues;
  private final Starter starter;
  private final Map<ItemId, Item> unfinished = new LinkedHashMap<>();
  private final Set<ItemId> heldBack = new HashSet<>();
  private @Nullable Alarm alarm;
  private Supplier<String> closedBy = () -> "";
  private boolean asked;
  private boolean closed;

  TurnDesk(Site site, Map<ItemId, Item> items, QueueDesk queues, Starter starter) {
    this.site = site;
    this.items = items;
    this.queues = queues;
    this.starter = starter;
  }

  /// `item` is new, or has another state: those that are over are not looked at, however many.
  void note(Item item) {
    if (item.state().isOver()) {
      unfinished.remove(item.id);
    } else {
      unfinished.put(item.id, item);
    }
  }

  /// It is not in the list any more.
  void forget(ItemId id) {
    unfinished.remove(id);
    heldBack.remove(id);
  }

  /// Leaves a download alone until it is [#admit]ted.
  void holdBack(ItemId id) {
    heldBack.add(id);
  }

  /// Somebody wants this download to go on.
  void admit(ItemId id) {
    heldBack.remove(id);
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

  private void look() {
    asked = false;
    if (closed) {
      return;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Item item : unfinished.values()) {
      if (item.wantsTurns() && !heldBack.contains(item.id)) {
        candidates.add(item.candidate());
      }
    }
    ZonedDateTime at = ZonedDateTime.now(site.options.clock());
    NextItems.Choice choice = NextItems.choose(rules(), candidates, site.hosts.loads(), at);
    String obstacle = closedBy.get();
    Map<ItemId, Turn.Hold> held = new HashMap<>();
    choice.holds().forEach(hold -> held.put(hold.id(), hold));
    for (Candidate one : candidates) {
      Item item = items.get(one.id());
      Turn.Hold hold = held.get(one.id());
      if (item != null) {
        item.holdSentence(hold == null ? obstacle : hold.sentence());
      }
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
