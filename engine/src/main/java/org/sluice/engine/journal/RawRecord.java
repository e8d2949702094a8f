package org.sluice.engine.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record of SQLite, read without SQLite.
///
/// **Source**: sqlite.org/fileformat2.html, 2.1 "Record Format".
final class RawRecord {
  private static final int BLOB = 12;
  private static final int TEXT = 13;

  /// Bytes of an integer by its serial type; 0 for the types that need none.
  private static final int[] INTEGER_BYTES = {0, 1, 2, 3, 4, 6, 8};

  private RawRecord() {}

  /// @return the row of the journal that this is, its checksum compared; null if it is none
  static @Nullable Row row(byte[] payload, long id) {
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    List<Long> types = types(buffer);
    if (types == null) {
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>(types.size());
    for (long type : types) {
      if (!value(buffer, type, values)) {
        return null;
      }
    }
    // The first is the id, which SQLite keeps outside of the record.
    if (buffer.hasRemaining()
        || values.size() <= Table.COMMON_COLUMNS
        || values.get(0) != null
        || !(values.get(1) instanceof Long version)
        || !(values.get(2) instanceof Long crc)) {
      return null;
    }
    List<@Nullable Object> own = values.subList(Table.COMMON_COLUMNS, values.size());
    for (Table table : Table.values()) {
      if (table.valueCount() == own.size()) {
        Row row = new Row(table, id, version, own);
        if (row.crc() == crc) {
          return row;
        }
      }
    }
    return null;
  }

  private static @Nullable List<Long> types(ByteBuffer buffer) {
    long headerBytes = varint(buffer);
    if (headerBytes < 1 || headerBytes > buffer.limit()) {
      return null;
    }
    List<Long> types = new ArrayList<>();
    while (buffer.position() < headerBytes) {
      types.add(varint(buffer));
    }
    return buffer.position() == headerBytes ? types : null;
  }

  private static boolean value(ByteBuffer buffer, long type, List<@Nullable Object> values) {
    if (type == 0) {
      return values.add(null);
    }
    if (type == 8 || type == 9) {
      return values.add(type - 8);
    }
    if (type > 0 && type < INTEGER_BYTES.length) {
      int bytes = INTEGER_BYTES[(int) type];
      if (bytes > buffer.remaining()) {
        return false;
      }
      long number = buffer.get(); // with its sign
      for (int i = 1; i < bytes; i++) {
        number = (number << 8) | (buffer.get() & 0xff);
      }
      return values.add(number);
    }
    long bytes = (type - BLOB) / 2;
    if (type < BLOB || bytes > buffer.remaining()) {
      return false;
    }
    byte[] content = new byte[(int) bytes];
    buffer.get(content);
    return values.add(type % 2 == TEXT % 2 ? new String(content, StandardCharsets.UTF_8) : content);
  }

  /// @return -1 if there is none
  static long varint(ByteBuffer buffer) {
    long value = 0;
    for (int i = 0; i < 9; i++) {
      if (!buffer.hasRemaining()) {
        return -1;
      }
      byte next = buffer.get();
      if (i == 8) {
        return (value << 8) | (next & 0xff);
      }
      value = (value << 7) | (next & 0x7f);
      if (next >= 0) {
        return value;
      }
    }
    return value;
  }
}
