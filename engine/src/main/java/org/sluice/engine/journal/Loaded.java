package org.sluice.engine.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.StoredItem;

/// A database that was read from its first row to its last and found whole.
record Loaded(State state, JournalContents contents) {
  private static final System.Logger LOG = System.getLogger(Loaded.class.getName());

  /// @param mark null if it is not known how far the journal had got
  /// @throws NewerSchemaException if a newer Sluice wrote it
  static Loaded of(Database database, @Nullable Mark mark, Migrations migrations)
      throws SQLException, DamagedException, NewerSchemaException {
    checkSchema(database, migrations);
    List<String> faults = database.texts("PRAGMA quick_check(1)");
    if (!faults.equals(List.of("ok"))) {
      throw new DamagedException("its pages do not fit together");
    }
    State state = state(database);
    if (mark != null && state.version() < mark.version()) {
      throw new DamagedException(
          "its last " + (mark.version() - state.version()) + " commits are missing");
    }
    return new Loaded(state, contents(database, state));
  }

  private static void checkSchema(Database database, Migrations migrations)
      throws SQLException, DamagedException, NewerSchemaException {
    int found = (int) database.number("PRAGMA user_version");
    if (found != Schema.VERSION) {
      // The number alone may be a flipped bit, so the row that never changes its form decides.
      long stated = database.number("SELECT schema FROM state");
      if (stated != found) {
        throw new DamagedException("it says two things of its schema: " + found + ", " + stated);
      }
      if (found > Schema.VERSION) {
        throw new NewerSchemaException(found);
      }
      migrations.run(database, found);
    }
    Schema.check(database);
  }

  private static State state(Database database) throws SQLException, DamagedException {
    List<State> states = new ArrayList<>();
    database.each(Table.STATE, row -> states.add(State.of(row)));
    if (states.size() != 1) {
      throw new DamagedException("it has " + states.size() + " rows about itself instead of 1");
    }
    return states.getFirst();
  }

  private static JournalContents contents(Database database, State state)
      throws SQLException, DamagedException {
    List<StoredItem> items = new ArrayList<>();
    Set<ItemId> verifyFirst = new HashSet<>();
    Map<ItemId, String> unusable = new HashMap<>();
    Map<Long, PieceHashes> pieces = pieces(database);
    long[] newest = new long[2];
    database.each(
        Table.ITEM,
        row -> {
          newest[0] = Math.max(newest[0], row.id());
          newest[1] = Math.max(newest[1], row.version());
          try {
            items.add(with(pieces.get(row.id()), ItemRows.item(row)));
            if (ItemRows.verifyFirst(row)) {
              verifyFirst.add(new ItemId(row.id()));
            }
          } catch (IllegalArgumentException e) {
            unusable.put(new ItemId(row.id()), String.valueOf(e.getMessage()));
          }
        });
    if (items.size() + unusable.size() != state.items()) {
      throw new DamagedException(
          "it has " + items.size() + " downloads instead of " + state.items());
    }
    if (newest[0] >= state.nextItem() || newest[1] > state.version()) {
      throw new DamagedException("it has rows that are newer than itself");
    }
    items.sort(Comparator.comparingLong(StoredItem::place).thenComparing(StoredItem::id));
    List<QueueRow> queues = new ArrayList<>();
    database.each(Table.QUEUE, row -> queues.add(SmallRows.queue(row)));
    queues.sort(Comparator.comparingLong(QueueRow::place).thenComparing(QueueRow::name));
    List<HostFacts> hosts = new ArrayList<>();
    database.each(Table.HOST, row -> hosts.add(SmallRows.host(row)));
    Map<String, String> settings = new HashMap<>();
    database.each(
        Table.SETTING, row -> settings.put(SmallRows.settingKey(row), SmallRows.settingValue(row)));
    return new JournalContents(items, verifyFirst, unusable, queues, hosts, settings);
  }

  /// Those that make no sense here are left out: a file can do without.
  private static Map<Long, PieceHashes> pieces(Database database)
      throws SQLException, DamagedException {
    Map<Long, PieceHashes> pieces = new HashMap<>();
    database.each(
        Table.PIECES,
        row -> {
          try {
            pieces.put(row.id(), PieceRows.pieces(row));
          } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "the pieces of download " + row.id(), e);
          }
        });
    return pieces;
  }

  private static StoredItem with(@Nullable PieceHashes pieces, StoredItem item) {
    return pieces == null
        ? item
        : new StoredItem(
            item.id(),
            item.request().pieces(pieces),
            item.added(),
            item.place(),
            item.identity(),
            item.committed(),
            item.progress());
  }

  /// A newer Sluice wrote the journal.
  static final class NewerSchemaException extends Exception {
    private static final long serialVersionUID = 1L;

    NewerSchemaException(int found) {
      super(
          "A newer Sluice wrote this journal (schema "
              + found
              + ", this one knows "
              + Schema.VERSION
              + "). Nothing was changed. Use the newer Sluice, or another data folder.");
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }
}
