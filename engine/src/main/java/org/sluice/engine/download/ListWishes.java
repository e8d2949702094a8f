package org.sluice.engine.download;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.loop.Alarm;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.SpeedPlan;

/// What the user may want of the whole list and its queues.
///
/// **Threads**: confined to the loop. **Errors**: a queue that is not there is a
/// [NoSuchElementException].
final class ListWishes {
  private final Site site;
  private final Runs runs;
  private final SpeedDesk speed;
  private @Nullable Alarm speedAlarm;

  ListWishes(Site site, Runs runs, SpeedDesk speed) {
    this.site = site;
    this.runs = runs;
    this.speed = speed;
  }

  CompletableFuture<Void> setLimit(long bytesPerSecond) {
    return speedChanged(speed.byHand(bytesPerSecond, now()));
  }

  CompletableFuture<Void> setSpeed(SpeedPlan plan) {
    return speedChanged(speed.put(plan));
  }

  private CompletableFuture<Void> speedChanged(List<JournalChange> changes) {
    setSpeeds();
    return changes.isEmpty() ? Site.done() : runs.post(changes);
  }

  SpeedNow speed() {
    return speed.now(now());
  }

  private ZonedDateTime now() {
    return ZonedDateTime.now(site.options.clock());
  }

  CompletableFuture<Void> setNetwork(DownloadsOptions.Network network) {
    site.network(network);
    return Site.done();
  }

  CompletableFuture<Void> setHostConnections(int most) {
    site.hosts.mostConnections(most);
    runs.turns.ask();
    return Site.done();
  }

  CompletableFuture<Void> setAtOnce(int most) {
    runs.turns.most(most);
    return Site.done();
  }

  CompletableFuture<Void> openQueue(String name, boolean open) {
    return putQueue(queue(name).running(open));
  }

  CompletableFuture<Void> putQueue(QueueRules rules) {
    CompletableFuture<Void> safe = runs.post(site.queues.put(rules));
    setSpeeds();
    runs.turns.ask();
    return safe;
  }

  CompletableFuture<Void> removeQueue(String name) {
    if (name.equals(DownloadRequest.MAIN_QUEUE)) {
      throw new IllegalArgumentException("The queue " + name + " is always there");
    }
    queue(name);
    List<ItemId> inside = new ArrayList<>();
    for (Item item : runs.items.values()) {
      if (item.request().queue().equals(name)) {
        inside.add(item.id);
      }
    }
    return move(inside, DownloadRequest.MAIN_QUEUE, null)
        .thenCompose(nothing -> runs.post(site.queues.remove(name)));
  }

  CompletableFuture<Void> renameQueue(String name, String other) {
    QueueRules rules = queue(name);
    if (name.equals(DownloadRequest.MAIN_QUEUE)) {
      throw new IllegalArgumentException("The queue " + name + " keeps its name");
    }
    if (name.equals(other)) {
      return Site.done();
    }
    if (site.queues.get(other) != null) {
      throw new IllegalArgumentException("There is a queue " + other + " already");
    }
    List<JournalChange> changes = new ArrayList<>(site.queues.rename(rules, other));
    for (Item item : runs.items.values()) {
      if (item.request().queue().equals(name)) {
        item.request(item.request().queue(other));
        changes.add(new JournalChange.Requested(item.id, item.request()));
      }
    }
    runs.turns.ask();
    return runs.post(changes);
  }

  CompletableFuture<Void> placeQueue(String name, int place) {
    CompletableFuture<Void> safe = runs.post(site.queues.place(queue(name), place));
    runs.turns.ask();
    return safe;
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
  void setSpeeds() {
    ZonedDateTime now = now();
    SpeedNow all = speed.now(now);
    site.loop.limit(site.limit, all.limitBytesPerSecond());
    site.queues
        .limits()
        .forEach((name, limit) -> site.loop.limit(limit, site.queues.limitAt(name, now)));
    runs.limitsChanged();
    close();
    ZonedDateTime next = site.queues.nextSpeedChange(now);
    ZonedDateTime until = all.until();
    if (until != null && (next == null || until.isBefore(next))) {
      next = until;
    }
    if (next != null) {
      // a little later than the moment, so that the clock surely shows it
      long delayNanos = Math.max(0, Duration.between(now, next).toNanos()) + 1_000_000L;
      speedAlarm = site.loop.later(delayNanos, this::setSpeeds);
    }
  }

  /// Comes back no more.
  void close() {
    if (speedAlarm != null) {
      speedAlarm.cancel();
      speedAlarm = null;
    }
  }

  /// Puts downloads into a queue, in their order.
  ///
  /// @param before in front of which; null for the end
  CompletableFuture<Void> move(List<ItemId> ids, String queue, @Nullable ItemId before) {
    queue(queue);
    List<Item> moving = ids.stream().map(this::item).toList();
    List<Item> line = lineOf(queue, moving);
    int at = before == null ? line.size() : line.indexOf(item(before));
    if (at < 0) {
      throw new NoSuchElementException("Download " + before + " is not in the queue " + queue);
    }
    long place = line.isEmpty() ? 1 : line.getFirst().place();
    line.addAll(at, moving);
    List<JournalChange> changes = new ArrayList<>();
    for (Item item : moving) {
      if (!item.request().queue().equals(queue)) {
        item.request(item.request().queue(queue));
        changes.add(new JournalChange.Requested(item.id, item.request()));
      }
    }
    for (Item item : line) {
      if (item.place() < place || moving.contains(item)) {
        item.place(place);
        changes.add(new JournalChange.Moved(item.id, place));
      }
      place = item.place() + 1;
    }
    runs.turns.ask();
    return runs.post(changes);
  }

  private Item item(ItemId id) {
    Item item = runs.find(id);
    if (item == null) {
      throw new NoSuchElementException("There is no download " + id + " in the list");
    }
    return item;
  }

  /// All of a queue but those that move, in line.
  private List<Item> lineOf(String queue, List<Item> moving) {
    List<Item> line = new ArrayList<>();
    for (Item item : runs.items.values()) {
      if (item.request().queue().equals(queue) && !moving.contains(item)) {
        line.add(item);
      }
    }
    line.sort(
        Comparator.comparingLong((Item item) -> item.place())
            .thenComparingLong(item -> item.id.value()));
    return line;
  }
}
