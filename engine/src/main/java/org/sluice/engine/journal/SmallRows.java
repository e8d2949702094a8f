package org.sluice.engine.journal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Queues, hosts and settings as rows, and back.
final class SmallRows {
  private SmallRows() {}

  static Row row(QueueRow queue) {
    return row(
        Table.QUEUE,
        EscapedText.escape(queue.name()),
        queue.place(),
        queue.running() ? 1L : 0L,
        (long) queue.concurrency(),
        (long) queue.connectionsPerHost(),
        queue.limitBytesPerSecond(),
        EscapedText.escape(queue.schedule()),
        EscapedText.escape(queue.afterFinish()));
  }

  static QueueRow queue(Row row) {
    return new QueueRow(
        text(row, 0),
        row.number(1),
        row.number(2) != 0,
        Math.toIntExact(row.number(3)),
        Math.toIntExact(row.number(4)),
        row.number(5),
        text(row, 6),
        text(row, 7));
  }

  static Row row(HostFacts host) {
    Set<String> traits = new TreeSet<>();
    host.traits().forEach(trait -> traits.add(trait.name()));
    return row(
        Table.HOST,
        EscapedText.escape(host.host()),
        (long) host.maxConnections(),
        String.join(" ", traits),
        host.singleBytesPerSecond(),
        host.manyBytesPerSecond(),
        StoredTime.text(host.learned()));
  }

  /// A trait that is not known here is left out.
  static HostFacts host(Row row) {
    Set<String> names = new HashSet<>(List.of(text(row, 2).split(" ", -1)));
    Set<HostFacts.Trait> traits = new HashSet<>();
    for (HostFacts.Trait trait : HostFacts.Trait.values()) {
      if (names.contains(trait.name())) {
        traits.add(trait);
      }
    }
    return new HostFacts(
        text(row, 0),
        Math.toIntExact(row.number(1)),
        traits,
        row.number(3),
        row.number(4),
        StoredTime.instant(text(row, 5)));
  }

  static Row setting(String key, String value) {
    return row(Table.SETTING, EscapedText.escape(key), EscapedText.escape(value));
  }

  static String settingKey(Row row) {
    return text(row, 0);
  }

  static String settingValue(Row row) {
    return text(row, 1);
  }

  private static Row row(Table table, @Nullable Object... values) {
    return new Row(table, 0, 0, Arrays.asList(values));
  }

  private static String text(Row row, int column) {
    return EscapedText.unescape(String.valueOf(row.text(column)));
  }
}
