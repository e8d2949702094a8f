package org.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.journal.JournalChange.Added;
import org.sluice.engine.journal.JournalChange.Moved;
import org.sluice.engine.journal.JournalChange.Requested;
import org.sluice.engine.journal.JournalFailure.Kind;

/// Journals of other versions, and of other systems.
class OpeningTest extends JournalTestBase {
  private final StoredItem item = new Samples(3).item(new ItemId(1));

  @Test
  void aNewerSchemaIsRefusedAndLeftAlone() throws Exception {
    make();
    change(
        database -> {
          database.execute("PRAGMA user_version=7");
          database.execute("UPDATE state SET schema=7");
          database.execute("ALTER TABLE item ADD COLUMN flavour TEXT");
        });
    byte[] before = Files.readAllBytes(folder.resolve("journal.db"));
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> {
              assertThat(e.failure().kind()).isEqualTo(Kind.NEWER_SCHEMA);
              assertThat(e.failure().sentence()).contains("schema 7", "Nothing was changed");
            });
    assertThat(folder.resolve("journal.db")).hasBinaryContent(before);
    assertThat(names(folder)).noneMatch(name -> name.startsWith("journal-damaged"));
  }

  @Test
  void aVersionNumberThatIsAloneWithItsOpinionIsDamage() throws Exception {
    make();
    change(database -> database.execute("PRAGMA user_version=7"));
    try (Journal journal = open()) {
      assertThat(journal.opening()).isInstanceOf(JournalOpening.Recovered.class);
      assertThat(journal.contents().items()).containsExactly(item);
    }
  }

  /// As the first Sluice left it: one table fewer.
  private static void makeFirst(Database database) throws SQLException {
    database.execute("DROP TABLE pieces");
    long version = database.number("SELECT version FROM state");
    long nextItem = database.number("SELECT next_item FROM state");
    database.put(new State(version, 1, nextItem, 1).row());
    database.execute("PRAGMA user_version=1");
  }

  @Test
  void theFirstSchemaIsBroughtUpToDate() throws Exception {
    make();
    change(OpeningTest::makeFirst);
    PieceHashes pieces = new PieceHashes(Checksum.Algorithm.MD5, 5, List.of("0".repeat(32)));
    try (Journal journal = open()) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
      assertThat(journal.contents().items()).containsExactly(item);
      commit(journal, new Requested(item.id(), item.request().pieces(pieces)));
    }
    try (Journal journal = open()) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
      assertThat(journal.contents().items().getFirst().request().pieces()).isEqualTo(pieces);
    }
  }

  @Test
  void aFirstSchemaWithoutItsLastCommitsIsSalvaged() throws Exception {
    make();
    change(
        database -> {
          makeFirst(database);
          database.execute("UPDATE item SET crc=1");
        });
    try (Journal journal = open()) {
      assertThat(journal.opening()).isInstanceOf(JournalOpening.Recovered.class);
      assertThat(journal.contents().items()).containsExactly(item);
    }
  }

  @Test
  void anOlderSchemaThatNobodyWroteIsDamage() throws Exception {
    make();
    change(
        database -> {
          database.execute("UPDATE state SET schema=0");
          database.execute("PRAGMA user_version=0");
        });
    try (Journal journal = open()) {
      assertThat(journal.opening()).isInstanceOf(JournalOpening.Recovered.class);
      assertThat(journal.contents().items()).containsExactly(item);
    }
  }

  @Test
  void aTableTooManyOrTooFewIsDamage() throws Exception {
    for (String sql :
        List.of("CREATE TABLE x(y)", "DROP TABLE setting", "CREATE INDEX i ON item(place)")) {
      Path own = folder.resolve(Integer.toHexString(sql.hashCode()));
      make(own);
      change(own, database -> database.execute(sql));
      try (Journal journal = open(own)) {
        assertThat(journal.opening()).as(sql).isInstanceOf(JournalOpening.Recovered.class);
        assertThat(journal.contents().items()).as(sql).containsExactly(item);
      }
    }
  }

  @Test
  void anItemThatMeansNothingHereStaysInTheJournal() throws Exception {
    make();
    change(
        database -> {
          Row row = Objects.requireNonNull(find(database));
          database.put(row.with(ItemColumn.STATE.ordinal(), "LEVITATING"));
        });
    for (int round = 0; round < 2; round++) {
      try (Journal journal = open()) {
        assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
        assertThat(journal.contents().items()).isEmpty();
        assertThat(journal.contents().unusable()).containsOnlyKeys(item.id());
        assertThat(journal.contents().unusable().get(item.id())).contains("stays there");
        commit(journal, new Moved(item.id(), round));
      }
    }
  }

  private static @Nullable Row find(Database database) throws SQLException {
    try {
      return database.find(Table.ITEM, 1);
    } catch (DamagedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFolderThatIsAFileIsRefusedWithASentence() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("The journal could not be opened");
  }

  @Test
  void whoLooksIntoItFromOutsideIsNotTakenForDamage() throws Exception {
    make();
    try (Database other = Database.open(folder.resolve("journal.db"))) {
      other.execute("BEGIN IMMEDIATE");
      other.execute("DELETE FROM gone");
      assertThatThrownBy(this::open)
          .isInstanceOfSatisfying(
              JournalException.class, e -> assertThat(e.failure().kind()).isEqualTo(Kind.IN_USE));
      other.execute("ROLLBACK");
    }
    try (Journal journal = open()) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
      assertThat(journal.contents().items()).containsExactly(item);
    }
  }

  /// Changes the database behind the journal's back.
  private interface Change {
    void of(Database database) throws SQLException;
  }

  private void make() throws Exception {
    make(folder);
  }

  private void make(Path where) throws Exception {
    try (Journal journal = open(where)) {
      commit(journal, new Added(item));
    }
  }

  private void change(Change change) throws SQLException {
    change(folder, change);
  }

  private static void change(Path where, Change change) throws SQLException {
    try (Database database = Database.open(where.resolve("journal.db"))) {
      change.of(database);
    }
  }
}
