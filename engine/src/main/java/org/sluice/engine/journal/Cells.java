package org.sluice.engine.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The values of an item's row, by column, with their Java types.
///
/// **Errors**: what a column can not mean is refused with an [IllegalArgumentException].
final class Cells {
  private final @Nullable Object[] values;

  Cells() {
    values = new @Nullable Object[ItemColumn.values().length];
  }

  Cells(Row row) {
    values = row.values().toArray();
  }

  List<@Nullable Object> values() {
    List<@Nullable Object> list = new ArrayList<>(values.length);
    Collections.addAll(list, values);
    return list;
  }

  boolean has(ItemColumn column) {
    return values[column.ordinal()] != null;
  }

  void number(ItemColumn column, long value) {
    values[column.ordinal()] = value;
  }

  long number(ItemColumn column) {
    return (Long) there(column);
  }

  void flag(ItemColumn column, boolean value) {
    number(column, value ? 1 : 0);
  }

  boolean flag(ItemColumn column) {
    return number(column) != 0;
  }

  /// Lines are escaped already.
  void raw(ItemColumn column, String value) {
    values[column.ordinal()] = value;
  }

  String raw(ItemColumn column) {
    return (String) there(column);
  }

  void text(ItemColumn column, @Nullable String value) {
    values[column.ordinal()] = value == null ? null : EscapedText.escape(value);
  }

  String text(ItemColumn column) {
    return EscapedText.unescape(raw(column));
  }

  @Nullable String textOrNull(ItemColumn column) {
    return has(column) ? text(column) : null;
  }

  void choice(ItemColumn column, Enum<?> value) {
    values[column.ordinal()] = value.name();
  }

  <E extends Enum<E>> E choice(ItemColumn column, Class<E> type) {
    return Enum.valueOf(type, raw(column));
  }

  void instant(ItemColumn column, @Nullable Instant value) {
    values[column.ordinal()] = value == null ? null : StoredTime.text(value);
  }

  @Nullable Instant instant(ItemColumn column) {
    return has(column) ? StoredTime.instant(raw(column)) : null;
  }

  void blob(ItemColumn column, byte[] value) {
    values[column.ordinal()] = value;
  }

  byte[] blob(ItemColumn column) {
    return (byte[]) there(column);
  }

  void clear(ItemColumn column) {
    values[column.ordinal()] = null;
  }

  private Object there(ItemColumn column) {
    Object value = values[column.ordinal()];
    if (value == null) {
      throw new IllegalArgumentException("nothing in column " + column);
    }
    return Objects.requireNonNull(value);
  }
}
