package org.sluice.engine.journal;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.journal.JournalChange.Added;
import org.sluice.engine.journal.JournalChange.Committed;
import org.sluice.engine.journal.JournalChange.HostLearned;
import org.sluice.engine.journal.JournalChange.Identified;
import org.sluice.engine.journal.JournalChange.Moved;
import org.sluice.engine.journal.JournalChange.Progressed;
import org.sluice.engine.journal.JournalChange.QueueChanged;
import org.sluice.engine.journal.JournalChange.QueueRemoved;
import org.sluice.engine.journal.JournalChange.Removed;
import org.sluice.engine.journal.JournalChange.Requested;
import org.sluice.engine.journal.JournalChange.SettingChanged;
import org.sluice.engine.journal.JournalChange.Verified;
import org.sluice.engine.journal.JournalFailure.Kind;

/// Writes changes into the tables, within the transaction of one commit.
final class Changes {
  private final Database database;
  private final ItemStore rows;
  private final long version;
  private Counts counts;

  /// @param rows of this database
  /// @param before the state that the last commit left
  /// @param version of this commit
  Changes(Database database, ItemStore rows, State before, long version) {
    this.database = database;
    this.rows = rows;
    this.version = version;
    this.counts = new Counts(before.nextItem(), before.items());
  }

  State after() {
    return new State(version, Schema.VERSION, counts.nextItem, counts.items);
  }

  /// What the changes so far add up to.
  record Counts(long nextItem, long items) {}

  Counts counts() {
    return counts;
  }

  /// A post was undone.
  void back(Counts before) {
    counts = before;
  }

  /// Whether the list of downloads is another one by it, and not only how far one of them is.
  static boolean isOfTheList(JournalChange change) {
    return switch (change) {
      case Added _, Requested _, Moved _, Removed _ -> true;
      case QueueChanged _, QueueRemoved _, SettingChanged _ -> true;
      case Identified _, Committed _, Progressed _, Verified _, HostLearned _ -> false;
    };
  }

  /// Whether it changes the row of one item and nothing else, so that it can be taken back before it
  /// is written.
  static boolean isOfOneRow(JournalChange change) {
    return switch (change) {
      case Added(var item) -> item.request().pieces() == null;
      // it may have had pieces
      case Requested _ -> false;
      case Moved _, Identified _, Committed _, Progressed _, Verified _ -> true;
      case Removed _, QueueChanged _, QueueRemoved _, SettingChanged _, HostLearned _ -> false;
    };
  }

  void apply(JournalChange change) throws SQLException, DamagedException, Refused {
    switch (change) {
      case Added(var item) -> {
        add(ItemRows.row(item));
        pieces(item.id(), item.request().pieces());
      }
      case Requested(var id, var request) -> {
        edit(id, cells -> RequestCells.put(cells, request));
        pieces(id, request.pieces());
      }
      case Identified(var id, var identity) -> edit(id, cells -> ItemRows.put(cells, identity));
      case Committed(var id, var all) -> edit(id, cells -> ItemRows.put(cells, all));
      case Progressed(var id, var progress) -> edit(id, cells -> ItemRows.put(cells, progress));
      case Moved(var id, var place) -> edit(id, cells -> cells.number(ItemColumn.PLACE, place));
      case Verified(var id) -> edit(id, cells -> cells.flag(ItemColumn.VERIFY_FIRST, false));
      case Removed(var id) -> {
        Row row = item(id);
        rows.write();
        remove(row);
        pieces(id, null);
        rows.forget(row.id());
        counts = new Counts(counts.nextItem, counts.items - 1);
      }
      case QueueChanged(var queue) -> putNamed(SmallRows.row(queue));
      case QueueRemoved(var name) -> removeNamed(Table.QUEUE, name);
      case HostLearned(var facts) -> {
        putNamed(SmallRows.row(facts));
        forgetOldestHost();
      }
      case SettingChanged(var key, var value) -> {
        if (value == null) {
          removeNamed(Table.SETTING, key);
        } else {
          putNamed(SmallRows.setting(key, value));
        }
      }
    }
  }

  /// Forgets what was removed up to a commit, when the second generation is newer than that.
  void forgetGone(long upTo) throws SQLException {
    database.execute("DELETE FROM gone WHERE version<=" + upTo);
  }

  private void add(Row row) throws SQLException, DamagedException, Refused {
    if (row.id() < counts.nextItem && rows.find(row.id()) != null) {
      throw new Refused(Kind.DUPLICATE_ITEM, "There is a download " + row.id() + " already.");
    }
    put(row);
    counts = new Counts(Math.max(counts.nextItem, row.id() + 1), counts.items + 1);
  }

  private void edit(ItemId id, Consumer<Cells> edit)
      throws SQLException, DamagedException, Refused {
    Row row = item(id);
    Cells cells = new Cells(row);
    edit.accept(cells);
    put(new Row(Table.ITEM, row.id(), version, cells.values()));
  }

  private void pieces(ItemId id, @Nullable PieceHashes pieces)
      throws SQLException, DamagedException, Refused {
    Row old = database.find(Table.PIECES, id.value());
    if (pieces == null && old != null) {
      remove(old);
    } else if (pieces != null && (old == null || !PieceRows.pieces(old).equals(pieces))) {
      put(PieceRows.row(id, pieces));
    }
  }

  private Row item(ItemId id) throws SQLException, DamagedException, Refused {
    Row row = rows.find(id.value());
    if (row == null) {
      throw new Refused(Kind.UNKNOWN_ITEM, "There is no download " + id + " in the journal.");
    }
    return row;
  }

  private void putNamed(Row row) throws SQLException, Refused {
    long id = database.findId(row.table(), String.valueOf(row.text(0)));
    put(row.at(id == 0 ? database.freeId(row.table()) : id, version));
  }

  private void put(Row row) throws SQLException, Refused {
    if (row.bytes() > Row.MOST_BYTES) {
      throw new Refused(
          Kind.TOO_LARGE,
          "What the journal is to keep in one row of table "
              + row.table().sqlName()
              + " is longer than "
              + Row.MOST_BYTES
              + " bytes.");
    }
    Row stamped = row.at(row.id(), version);
    if (row.table() == Table.ITEM) {
      rows.put(stamped);
    } else {
      database.put(stamped);
    }
  }

  private void removeNamed(Table table, String name)
      throws SQLException, DamagedException, Refused {
    long id = database.findId(table, EscapedText.escape(name));
    Row row = id == 0 ? null : database.find(table, id);
    if (row != null) {
      remove(row);
    }
  }

  private void remove(Row row) throws SQLException, Refused {
    database.delete(row.table(), row.id());
    putNamed(Gone.row(row));
  }

  private void forgetOldestHost() throws SQLException {
    if (database.number("SELECT count(*) FROM host") > HostFacts.MOST_HOSTS) {
      database.execute("DELETE FROM host WHERE id=(SELECT id FROM host ORDER BY version LIMIT 1)");
    }
  }
}
