package org.sluice.engine.journal;

import java.util.List;

/// The row of table STATE.
///
/// @param version the commit that wrote it, which is the newest of all
/// @param schema of the whole journal
/// @param nextItem the number that the next new item may have
/// @param items how many there are
record State(long version, int schema, long nextItem, long items) {
  private static final long ID = 1;

  static State of(Row row) {
    return new State(row.version(), Math.toIntExact(row.number(0)), row.number(1), row.number(2));
  }

  Row row() {
    return new Row(Table.STATE, ID, version, List.of((long) schema, nextItem, items));
  }
}
