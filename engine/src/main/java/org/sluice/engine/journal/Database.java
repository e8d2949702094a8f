package org.sluice.engine.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// The one connection to SQLite, in rows.
///
/// **Threads**: one at a time.
///
/// **Source**: sqlite.org/pragma.html, sqlite.org/wal.html.
final class Database implements AutoCloseable {
  static final int PAGE_BYTES = 4096;

  /// What the log is cut to when SQLite begins it anew.
  static final long MOST_LOG_BYTES = 8L << 20;

  /// Waited for a program that looks into the journal at this moment.
  private static final int BUSY_MILLIS = 1_000;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private Database(Connection connection) {
    this.connection = connection;
  }

  /// @param file must be there; an empty one becomes a journal by [Schema#create]
  static Database open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setGetGeneratedKeys(false); // the driver would leave a query open, and VACUUM refuses
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI); // a question mark in a folder's name means nothing
    Database database = new Database(config.createConnection("jdbc:sqlite:" + file.toUri()));
    try {
      database.setUp();
    } catch (SQLException e) {
      database.closeAfter(e);
      throw e;
    }
    return database;
  }

  private void setUp() throws SQLException {
    execute("PRAGMA locking_mode=EXCLUSIVE"); // no shared memory file, and no second reader
    execute("PRAGMA page_size=" + PAGE_BYTES);
    execute("PRAGMA journal_mode=WAL");
    execute("PRAGMA synchronous=FULL");
    execute("PRAGMA fullfsync=ON"); // where fsync alone does not reach the disk: macOS
    execute("PRAGMA checkpoint_fullfsync=ON");
    execute("PRAGMA wal_autocheckpoint=0"); // the journal does it, and hears of failures
    execute("PRAGMA journal_size_limit=" + MOST_LOG_BYTES);
    execute("PRAGMA cache_spill=OFF"); // no page of an unfinished commit in the log before it ends
    execute(
        "PRAGMA secure_delete=ON"); // an address may be a secret, and Salvage reads what is left
    execute("PRAGMA cell_size_check=ON");
    execute("PRAGMA trusted_schema=OFF");
    execute("PRAGMA temp_store=MEMORY");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The first column of all rows.
  List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        texts.add(String.valueOf(result.getString(1)));
      }
    }
    return texts;
  }

  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  /// All rows, checked.
  void each(Table table, Consumer<Row> consumer) throws SQLException, DamagedException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(table.selectSql(""))) {
      while (result.next()) {
        consumer.accept(row(table, result));
      }
    }
  }

  @Nullable Row find(Table table, long id) throws SQLException, DamagedException {
    PreparedStatement statement = prepared(table.selectSql(" WHERE id=?"));
    statement.setLong(1, id);
    try (ResultSet result = statement.executeQuery()) {
      return result.next() ? row(table, result) : null;
    }
  }

  /// The row with `name` in its first own column; 0 if there is none.
  long findId(Table table, String name) throws SQLException {
    PreparedStatement statement = prepared(table.findIdSql());
    statement.setString(1, name);
    try (ResultSet result = statement.executeQuery()) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  /// Replaces the row of the same id.
  void put(Row row) throws SQLException {
    PreparedStatement statement = prepared(row.table().putSql());
    statement.setLong(1, row.id());
    statement.setLong(2, row.version());
    statement.setLong(3, row.crc());
    int at = Table.COMMON_COLUMNS;
    for (Object value : row.values()) {
      statement.setObject(++at, value);
    }
    statement.executeUpdate();
  }

  void delete(Table table, long id) throws SQLException {
    PreparedStatement statement = prepared(table.deleteSql());
    statement.setLong(1, id);
    statement.executeUpdate();
  }

  /// An id that no row has.
  long freeId(Table table) throws SQLException {
    return number("SELECT coalesce(max(id),0)+1 FROM " + table.sqlName());
  }

  /// Brings what stands in the log into the database itself.
  void checkpoint(String mode) throws SQLException {
    execute("PRAGMA wal_checkpoint(" + mode + ")");
  }

  /// Writes a whole, compact copy.
  void copyTo(Path emptyFile) throws SQLException {
    execute("VACUUM INTO '" + emptyFile.toUri().toString().replace("'", "''") + "'");
  }

  private static Row row(Table table, ResultSet result) throws SQLException, DamagedException {
    List<@Nullable Object> values = new ArrayList<>(table.valueCount());
    for (int i = 1; i <= table.valueCount(); i++) {
      Object value = result.getObject(Table.COMMON_COLUMNS + i);
      values.add(value instanceof Integer small ? Long.valueOf(small) : value);
    }
    long id = result.getLong(1);
    if (values.stream().anyMatch(Double.class::isInstance)) {
      throw new DamagedException("row " + id + " of table " + table.sqlName() + " has a fraction");
    }
    Row row = new Row(table, id, result.getLong(2), values);
    if (row.crc() != result.getLong(3)) {
      throw new DamagedException(
          "row " + id + " of table " + table.sqlName() + " fails its checksum");
    }
    return row;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  /// Closes because of `cause`, which is what matters.
  void closeAfter(Throwable cause) {
    try {
      close();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close(); // its statements with it
  }
}
