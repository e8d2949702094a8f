package org.sluice.engine.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table of the journal.
///
/// Each begins with the same three columns: `id` (for an item its number), `version` (the commit that
/// wrote the row) and `crc` (see [Row#crc]). No table has an index: an index could disagree with its
/// table, and [Salvage] could not use it. The few that are found by name are short.
enum Table {
  ITEM(Arrays.stream(ItemColumn.values()).map(ItemColumn::column).toList()),
  QUEUE(
      List.of(
          Column.text("name"),
          Column.integer("place"),
          Column.integer("running"),
          Column.integer("concurrency"),
          Column.integer("connections_per_host"),
          Column.integer("limit_bytes_per_second"),
          Column.text("schedule"),
          Column.text("after_finish"))),
  HOST(
      List.of(
          Column.text("name"),
          Column.integer("max_connections"),
          Column.text("traits"),
          Column.integer("single_bytes_per_second"),
          Column.integer("many_bytes_per_second"),
          Column.text("learned"))),
  /// Of items whose pieces are known; the id is that of the item.
  PIECES(
      List.of(
          Column.text("algorithm"),
          Column.integer("piece_length"),
          new Column("hashes", Column.BLOB))),
  SETTING(List.of(Column.text("name"), Column.text("value"))),
  /// What was removed since the second generation was written, which may still have it.
  GONE(List.of(Column.text("key"))),
  /// One row: what holds for the whole journal. Its form stays as it is in every schema to come, for by
  /// it a newer schema is told from a damaged one.
  STATE(List.of(Column.integer("schema"), Column.integer("next_item"), Column.integer("items")));

  /// Columns that all tables have.
  static final int COMMON_COLUMNS = 3;

  @SuppressWarnings("ImmutableEnumChecker") // List.of and toList make unmodifiable ones
  private final List<Column> columns;

  Table(List<Column> columns) {
    this.columns = columns;
  }

  String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How many columns there are besides the common ones.
  int valueCount() {
    return columns.size();
  }

  /// The statement as SQLite keeps it, to the letter.
  String createSql() {
    return "CREATE TABLE "
        + sqlName()
        + "(id INTEGER PRIMARY KEY,version INTEGER NOT NULL,crc INTEGER NOT NULL,"
        + columns.stream().map(c -> c.name() + " " + c.type()).collect(Collectors.joining(","))
        + ")";
  }

  String selectSql(String rest) {
    return "SELECT "
        + Stream.concat(Stream.of("id", "version", "crc"), columns.stream().map(Column::name))
            .collect(Collectors.joining(","))
        + " FROM "
        + sqlName()
        + rest;
  }

  String putSql() {
    return "INSERT OR REPLACE INTO "
        + sqlName()
        + " VALUES("
        + "?,".repeat(COMMON_COLUMNS + columns.size() - 1)
        + "?)";
  }

  String deleteSql() {
    return "DELETE FROM " + sqlName() + " WHERE id=?";
  }

  String findIdSql() {
    return "SELECT id FROM " + sqlName() + " WHERE " + columns.getFirst().name() + "=?";
  }
}
