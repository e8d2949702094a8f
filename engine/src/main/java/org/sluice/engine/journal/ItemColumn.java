package org.sluice.engine.journal;

import java.util.Locale;

/// The columns of an item, in their order in the table; each is the field of [StoredItem] that it is
/// named after.
enum ItemColumn {
  PLACE(Column.INTEGER),
  /// 1 if the item came out of a damaged journal and was not verified since.
  VERIFY_FIRST(Column.INTEGER),
  ADDED(Column.TEXT),
  /// A line per source: priority, location, address.
  SOURCES(Column.TEXT),
  FOLDER(Column.TEXT),
  NAME(Column.TEXT),
  IF_EXISTS(Column.TEXT),
  PREALLOCATION(Column.TEXT),
  SERVER_TIME(Column.INTEGER),
  WEB_MARK(Column.INTEGER),
  /// A line per field: name, value.
  HEADERS(Column.TEXT),
  USER(Column.TEXT),
  PROXY(Column.TEXT),
  CA_FILE(Column.TEXT),
  MAX_SEGMENTS(Column.INTEGER),
  IN_ORDER(Column.INTEGER),
  LIMIT_BYTES_PER_SECOND(Column.INTEGER),
  /// A line per checksum: algorithm, hexadecimal digits.
  CHECKSUMS(Column.TEXT),
  QUEUE(Column.TEXT),
  PRIORITY(Column.INTEGER),
  START_PAUSED(Column.INTEGER),
  /// Null for all of these: there is no identity.
  TARGET(Column.TEXT),
  PART(Column.TEXT),
  PART_KEY(Column.TEXT),
  LENGTH(Column.INTEGER),
  ETAG(Column.TEXT),
  LAST_MODIFIED(Column.TEXT),
  DATE(Column.TEXT),
  CONTENT_TYPE(Column.TEXT),
  ADDRESS(Column.TEXT),
  PROOF_LEVEL(Column.TEXT),
  PROOF_REASON(Column.TEXT),
  /// A [SpansBlob].
  COMMITTED(Column.BLOB),
  STATE(Column.TEXT),
  REASON(Column.TEXT),
  SENTENCE(Column.TEXT),
  WAIT_UNTIL(Column.TEXT),
  FINISHED(Column.TEXT),
  FETCHED_BYTES(Column.INTEGER),
  RETRIES(Column.INTEGER);

  private final String type;

  ItemColumn(String type) {
    this.type = type;
  }

  Column column() {
    return new Column(name().toLowerCase(Locale.ROOT), type);
  }
}
