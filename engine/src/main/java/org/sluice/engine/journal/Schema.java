package org.sluice.engine.journal;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// The form of the database: which tables, and which number the whole has.
final class Schema {
  /// `PRAGMA user_version`, and [State#schema].
  static final int VERSION = 2;

  /// `PRAGMA application_id`: "Slce".
  static final int APPLICATION_ID = 0x536c_6365;

  private Schema() {}

  /// Makes an empty database a journal.
  static void create(Database database) throws SQLException {
    database.execute("BEGIN IMMEDIATE");
    createTables(database);
    database.execute("PRAGMA application_id=" + APPLICATION_ID);
    database.execute("PRAGMA user_version=" + VERSION);
    database.execute("COMMIT");
  }

  static void createTables(Database database) throws SQLException {
    for (Table table : Table.values()) {
      database.execute(table.createSql());
    }
  }

  /// @throws DamagedException if the tables are not those of this schema
  static void check(Database database) throws SQLException, DamagedException {
    List<String> found = database.texts("SELECT sql FROM sqlite_schema ORDER BY sql");
    List<String> wanted = Arrays.stream(Table.values()).map(Table::createSql).sorted().toList();
    if (!found.equals(wanted)) {
      throw new DamagedException("its tables are not those of a journal");
    }
  }
}
