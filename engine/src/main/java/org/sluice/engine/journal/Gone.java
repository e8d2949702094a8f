package org.sluice.engine.journal;

import java.util.List;

/// Rows that say that another row was removed.
final class Gone {
  private static final String ITEM = Row.key(Table.ITEM, "");

  private Gone() {}

  static Row row(Row removed) {
    return new Row(Table.GONE, 0, 0, List.of(removed.key()));
  }

  /// The [Row#key] of what was removed.
  static String key(Row row) {
    return String.valueOf(row.text(0));
  }

  /// The number of the item that was removed; 0 if it was none.
  static long itemNumber(Row row) {
    String key = key(row);
    return key.startsWith(ITEM) ? Long.parseLong(key.substring(ITEM.length())) : 0;
  }
}
