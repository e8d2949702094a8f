package org.sluice.engine.download;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.journal.JournalContents;
import org.sluice.engine.journal.QueueRow;
import org.sluice.engine.queue.AfterFinish;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;
import org.sluice.engine.queue.SpeedPlan;
import org.sluice.engine.request.RateLimit;

/// The queues, in their order, and the speed that each of them shares.
///
/// **Threads**: confined to the loop.
final class QueueDesk {
  private static final System.Logger LOG = System.getLogger(QueueDesk.class.getName());

  /// The journal keeps the hours of a speed plan as a setting of this name and the queue's.
  private static final String SPEED_HOURS = "queue.speed-hours.";

  private final Map<String, QueueRules> queues = new LinkedHashMap<>();
  private final Map<String, RateLimit> limits = new HashMap<>();

  QueueDesk(JournalContents contents) {
    String main = DownloadRequest.MAIN_QUEUE;
    if (contents.queues().stream().noneMatch(row -> row.name().equals(main))) {
      queues.put(main, QueueRules.named(main)); // nobody has changed it or moved it from its place
    }
    for (QueueRow row : contents.queues()) {
      queues.put(row.name(), rules(row, contents.settings()));
    }
  }

  /// What cannot be read any more is as if it had not been said; the queue itself stays.
  private static QueueRules rules(QueueRow row, Map<String, String> settings) {
    QueueRules plain = QueueRules.named(row.name()).running(row.running());
    try {
      String hours = settings.getOrDefault(SPEED_HOURS + row.name(), "");
      return plain
          .concurrency(row.concurrency())
          .connectionsPerHost(row.connectionsPerHost())
          .speed(SpeedPlan.parse(row.limitBytesPerSecond(), hours))
          .schedule(Schedule.parse(row.schedule()))
          .afterFinish(AfterFinish.parse(row.afterFinish()));
    } catch (IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "queue " + row.name() + " has its defaults again", e);
      return plain;
    }
  }

  List<QueueRules> all() {
    return List.copyOf(queues.values());
  }

  @Nullable QueueRules get(String name) {
    return queues.get(name);
  }

  /// @return what the journal is to keep
  List<JournalChange> put(QueueRules rules) {
    queues.put(rules.name(), rules);
    List<JournalChange> changes = new ArrayList<>();
    changes.add(row(rules));
    String hours = rules.speed().hoursText();
    changes.add(
        new JournalChange.SettingChanged(
            SPEED_HOURS + rules.name(), hours.isEmpty() ? null : hours));
    return changes;
  }

  private JournalChange.QueueChanged row(QueueRules rules) {
    return new JournalChange.QueueChanged(
        new QueueRow(
            rules.name(),
            List.copyOf(queues.keySet()).indexOf(rules.name()),
            rules.running(),
            rules.concurrency(),
            rules.connectionsPerHost(),
            rules.speed().limitBytesPerSecond(),
            rules.schedule().text(),
            rules.afterFinish().text()));
  }

  /// Gives a queue another name, at the same place. What runs in it stays under its limit.
  ///
  /// @return what the journal is to keep
  List<JournalChange> rename(QueueRules rules, String name) {
    List<QueueRules> line = new ArrayList<>(queues.values());
    QueueRules renamed = rules.name(name);
    line.set(line.indexOf(rules), renamed);
    RateLimit limit = limits.remove(rules.name());
    if (limit != null) {
      limits.put(name, limit);
    }
    putInLine(line);
    List<JournalChange> changes = new ArrayList<>(put(renamed));
    changes.add(new JournalChange.QueueRemoved(rules.name()));
    changes.add(new JournalChange.SettingChanged(SPEED_HOURS + rules.name(), null));
    return changes;
  }

  /// Puts a queue at another place: those in front have the first choice of what all queues share.
  ///
  /// @return what the journal is to keep
  List<JournalChange> place(QueueRules rules, int place) {
    List<QueueRules> line = new ArrayList<>(queues.values());
    line.remove(rules);
    line.add(Math.clamp(place, 0, line.size()), rules);
    putInLine(line);
    List<JournalChange> changes = new ArrayList<>();
    line.forEach(each -> changes.add(row(each)));
    return changes;
  }

  private void putInLine(List<QueueRules> line) {
    queues.clear();
    line.forEach(each -> queues.put(each.name(), each));
  }

  /// @return what the journal is to keep
  List<JournalChange> remove(String name) {
    queues.remove(name);
    limits.remove(name);
    List<JournalChange> changes = new ArrayList<>();
    changes.add(new JournalChange.QueueRemoved(name));
    changes.add(new JournalChange.SettingChanged(SPEED_HOURS + name, null));
    queues.values().forEach(behind -> changes.add(row(behind))); // their places have changed
    return changes;
  }

  /// What all transfers of a queue share.
  RateLimit limit(String name, ZonedDateTime at) {
    return limits.computeIfAbsent(name, n -> new RateLimit(limitAt(n, at)));
  }

  /// The speed that `name` may have now; 0 for any.
  long limitAt(String name, ZonedDateTime at) {
    QueueRules rules = queues.get(name);
    return rules == null ? RateLimit.NONE : rules.speed().limitAt(at);
  }

  /// The speed that the transfers of `name` share at this moment; 0 for any.
  long limitNow(String name) {
    RateLimit limit = limits.get(name);
    return limit == null ? RateLimit.NONE : limit.bytesPerSecond();
  }

  /// When the speed of any queue changes next; null if none does.
  @Nullable ZonedDateTime nextSpeedChange(ZonedDateTime at) {
    ZonedDateTime nearest = null;
    for (QueueRules rules : queues.values()) {
      ZonedDateTime change = rules.speed().nextChange(at);
      if (change != null && (nearest == null || change.isBefore(nearest))) {
        nearest = change;
      }
    }
    return nearest;
  }

  Map<String, RateLimit> limits() {
    return limits;
  }
}
