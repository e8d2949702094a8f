package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.journal.Salvage.Salvaged;

/// Makes a database of rows, in a file of its own that gets its name when it is complete.
final class Rebuild {
  /// Left out between the numbers of items when nobody can say which were given.
  static final long UNKNOWN_NUMBERS = 1_000;

  private Rebuild() {}

  /// An empty journal.
  static void empty(JournalFiles files, Path target) throws IOException, SQLException {
    write(files, target, List.of(), new State(1, Schema.VERSION, 1, 0));
  }

  /// What was salvaged; the items are to be verified before they go on, unless they are complete.
  static void of(JournalFiles files, Path target, Salvaged salvaged, @Nullable Mark mark)
      throws IOException, SQLException {
    long next = 1;
    for (Row row : salvaged.rows()) {
      next = Math.max(next, nextAfter(row));
    }
    next = mark == null ? next + UNKNOWN_NUMBERS : Math.max(next, mark.nextItem());
    long version = Math.max(salvaged.newest(), mark == null ? 0 : mark.version()) + 1;
    write(
        files,
        target,
        salvaged.rows().stream()
            .filter(row -> row.table() != Table.STATE)
            .map(Rebuild::verifyFirst)
            .toList(),
        new State(version, Schema.VERSION, next, salvaged.items()));
  }

  private static long nextAfter(Row row) {
    return switch (row.table()) {
      case ITEM -> row.id() + 1;
      case STATE -> State.of(row).nextItem();
      case GONE -> Gone.itemNumber(row) + 1;
      case QUEUE, HOST, PIECES, SETTING -> 1;
    };
  }

  private static Row verifyFirst(Row row) {
    return row.table() == Table.ITEM
            && !ItemState.COMPLETE.name().equals(row.text(ItemColumn.STATE.ordinal()))
        ? row.with(ItemColumn.VERIFY_FIRST.ordinal(), 1L)
        : row;
  }

  private static void write(JournalFiles files, Path target, List<Row> rows, State state)
      throws IOException, SQLException {
    Path unfinished = files.unfinished(target);
    Files.deleteIfExists(JournalFiles.logOf(unfinished));
    files.makeEmpty(unfinished);
    try (Database database = Database.open(unfinished)) {
      Schema.create(database);
      database.execute("BEGIN IMMEDIATE");
      Map<Table, Long> ids = new EnumMap<>(Table.class);
      for (Row row : rows) {
        // Of the two generations, rows without a number of their own may have the same id.
        boolean numbered = row.table() == Table.ITEM || row.table() == Table.PIECES;
        long id = numbered ? row.id() : ids.merge(row.table(), 1L, Long::sum);
        database.put(row.at(id, row.version()));
      }
      database.put(state.row());
      database.execute("COMMIT");
      database.checkpoint("TRUNCATE");
    }
    files.moveInto(unfinished, target);
  }
}
