package org.sluice.engine.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The steps from older schemas to this one.
///
/// @param steps in order of their numbers, without a gap, up to the newest
record Migrations(List<Step> steps) {
  static final Migrations ALL = new Migrations(List.of(new Step(1, Migrations::addPieces)));

  /// From one schema to the next.
  ///
  /// @param from the schema that it changes
  record Step(int from, Work work) {}

  /// What a step does, within a transaction.
  interface Work {
    void change(Database database) throws SQLException;
  }

  Migrations {
    steps = List.copyOf(steps);
    int next = Schema.VERSION - steps.size();
    for (Step step : steps) {
      if (step.from() != next++) {
        throw new IllegalArgumentException(
            "the migration from schema " + step.from() + " is out of order");
      }
    }
  }

  /// Schema 2 has a table more. Rows of the tables that there were stay as they are.
  private static void addPieces(Database database) throws SQLException {
    database.execute(Table.PIECES.createSql());
  }

  /// Brings `database` from schema `found` to the newest, all or nothing.
  ///
  /// @throws DamagedException if no Sluice ever wrote that schema
  void run(Database database, int found) throws SQLException, DamagedException {
    if (found < Schema.VERSION - steps.size()) {
      throw new DamagedException("there never was a schema " + found);
    }
    database.execute("BEGIN IMMEDIATE");
    try {
      for (Step step : steps) {
        if (step.from() >= found) {
          step.work().change(database);
        }
      }
      restate(database);
      database.execute("PRAGMA user_version=" + Schema.VERSION);
      database.execute("COMMIT");
    } catch (SQLException | DamagedException e) {
      database.execute("ROLLBACK");
      throw e;
    }
  }

  /// The journal's row about itself says which schema it has, too.
  private static void restate(Database database) throws SQLException, DamagedException {
    List<State> states = new ArrayList<>();
    database.each(Table.STATE, row -> states.add(State.of(row)));
    for (State old : states) {
      database.put(new State(old.version(), Schema.VERSION, old.nextItem(), old.items()).row());
    }
  }
}
