package org.sluice.engine.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A row of a table as it stands on the disk.
///
/// @param id of an item and of its pieces the item's number, else any
/// @param version the commit that wrote it
/// @param values of the columns that are the table's own: Long, String, byte[] or null
record Row(Table table, long id, long version, List<@Nullable Object> values) {
  /// More is refused: no address, header or list of spans of a sane download is that long.
  static final int MOST_BYTES = 1 << 20;

  Row {
    if (values.size() != table.valueCount()) {
      throw new IllegalArgumentException(
          table.valueCount() + " values make a row of " + table + ", not " + values.size());
    }
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  @Nullable String text(int column) {
    return (String) values.get(column);
  }

  long number(int column) {
    return (Long) Objects.requireNonNull(values.get(column), "a number that is null");
  }

  /// By what it is known again in another generation of the journal.
  String key() {
    return switch (table) {
      case ITEM, PIECES -> key(table, Long.toString(id));
      case STATE -> key(table, "");
      case QUEUE, HOST, SETTING, GONE -> key(table, String.valueOf(values.getFirst()));
    };
  }

  static String key(Table table, String name) {
    return table.sqlName() + " " + name;
  }

  Row at(long newId, long newVersion) {
    return new Row(table, newId, newVersion, values);
  }

  Row with(int column, @Nullable Object value) {
    List<@Nullable Object> changed = new ArrayList<>(values);
    changed.set(column, value);
    return new Row(table, id, version, changed);
  }

  /// How long the contents are.
  int bytes() {
    long sum = 0;
    for (Object value : values) {
      sum +=
          switch (value) {
            case null -> 0;
            case String text -> text.length(); // a lower bound is enough for a limit
            case byte[] blob -> blob.length;
            default -> Long.BYTES;
          };
    }
    return (int) Math.min(sum, Integer.MAX_VALUE);
  }

  /// The CRC-32C over the table's name, the id, the version and all values, each with its kind and length.
  long crc() {
    CRC32C crc = new CRC32C();
    ByteBuffer head = ByteBuffer.allocate(1 + Long.BYTES);
    add(crc, head, 't', table.sqlName().getBytes(StandardCharsets.UTF_8));
    add(crc, head, 'i', id);
    add(crc, head, 'i', version);
    for (Object value : values) {
      switch (value) {
        case null -> add(crc, head, 'n', 0);
        case Long number -> add(crc, head, 'i', number);
        case String text -> add(crc, head, 't', text.getBytes(StandardCharsets.UTF_8));
        case byte[] blob -> add(crc, head, 'b', blob);
        default -> throw new IllegalStateException("no value of a row: " + value.getClass());
      }
    }
    return crc.getValue();
  }

  private static void add(CRC32C crc, ByteBuffer head, char kind, byte[] content) {
    add(crc, head, kind, content.length);
    crc.update(content);
  }

  private static void add(CRC32C crc, ByteBuffer head, char kind, long number) {
    crc.update(head.clear().put((byte) kind).putLong(number).flip());
  }
}
