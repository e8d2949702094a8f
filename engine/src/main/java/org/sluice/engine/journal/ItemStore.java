package org.sluice.engine.journal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of items on their way into the database: several changes of one item within a commit are
/// written once, and the rows that changed last need not be read again.
///
/// Three layers, the newest first: what the post at work has changed, what the posts before it in the
/// same commit have, and what the last commits left.
///
/// **Threads**: that of the [Database].
///
/// **Limits**: [#MOST_KNOWN] rows are remembered after a commit.
final class ItemStore {
  /// About two kilobytes each; more downloads than that hardly run at once.
  static final int MOST_KNOWN = 512;

  private final Database database;
  private final Map<Long, Row> ofPost = new HashMap<>();
  private final Map<Long, Row> ofCommit = new LinkedHashMap<>();
  private final LinkedHashMap<Long, Row> known = new LinkedHashMap<>(MOST_KNOWN, 0.75f, true);

  ItemStore(Database database) {
    this.database = database;
  }

  @Nullable Row find(long id) throws SQLException, DamagedException {
    Row row = ofPost.get(id);
    if (row == null) {
      row = ofCommit.get(id);
    }
    if (row == null) {
      row = known.get(id);
    }
    return row == null ? database.find(Table.ITEM, id) : row;
  }

  void put(Row row) {
    ofPost.put(row.id(), row);
  }

  /// A row is gone from the database; what was to be written must be there already.
  void forget(long id) {
    ofPost.remove(id);
    known.remove(id);
  }

  /// The post at work is done.
  void keepPost() {
    ofCommit.putAll(ofPost);
    ofPost.clear();
  }

  /// The post at work is refused.
  void dropPost() {
    ofPost.clear();
  }

  /// Writes all that has changed.
  void write() throws SQLException {
    keepPost();
    for (Row row : ofCommit.values()) {
      database.put(row);
      known.put(row.id(), row);
    }
    ofCommit.clear();
    while (known.size() > MOST_KNOWN) {
      known.pollFirstEntry();
    }
  }

  /// Nothing of this commit counts, and what the database has must be read again.
  void reset() {
    ofPost.clear();
    ofCommit.clear();
    known.clear();
  }
}
