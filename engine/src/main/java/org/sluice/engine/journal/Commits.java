package org.sluice.engine.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns posts into transactions: all that are given at once into one.
///
/// **Threads**: that of the [Database].
final class Commits {
  private final Database database;
  private final ItemStore rows;
  private State state;
  private long lastVersion;

  Commits(Database database, State state) {
    this.database = database;
    this.rows = new ItemStore(database);
    this.state = state;
    this.lastVersion = state.version();
  }

  /// As the last commit left it.
  State state() {
    return state;
  }

  /// Work within one transaction.
  private interface Work {
    void run(Changes changes) throws SQLException, DamagedException;
  }

  /// Commits all `posts` but those that are refused.
  ///
  /// **Errors**: if it throws, nothing of it was committed.
  ///
  /// @return for each post why it was refused, or null
  List<@Nullable JournalFailure> commit(List<Post> posts) throws SQLException, DamagedException {
    List<@Nullable JournalFailure> refused = new ArrayList<>(posts.size());
    transaction(
        changes -> {
          for (Post post : posts) {
            refused.add(apply(post, changes));
          }
        });
    return refused;
  }

  /// Forgets what was removed up to `version`.
  void forgetGone(long version) throws SQLException, DamagedException {
    if (database.number("SELECT count(*) FROM gone") > 0) {
      transaction(changes -> changes.forgetGone(version));
    }
  }

  private void transaction(Work work) throws SQLException, DamagedException {
    // A number that failed is not used again: the log may still have rows with it.
    Changes changes = new Changes(database, rows, state, ++lastVersion);
    database.execute("BEGIN IMMEDIATE");
    try {
      work.run(changes);
      rows.write();
      database.put(changes.after().row());
      database.execute("COMMIT");
    } catch (SQLException | DamagedException | RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
    state = changes.after();
  }

  private @Nullable JournalFailure apply(Post post, Changes changes)
      throws SQLException, DamagedException {
    // What changes rows of items is taken back before it is written; so is one change alone.
    boolean wide =
        post.changes().size() > 1 && !post.changes().stream().allMatch(Changes::isOfOneRow);
    Changes.Counts before = changes.counts();
    if (wide) {
      rows.write();
      database.execute("SAVEPOINT post");
    }
    try {
      for (JournalChange change : post.changes()) {
        changes.apply(change);
      }
    } catch (Refused | RuntimeException e) { // a fault in one post is not one of the others
      if (wide) {
        rows.reset();
        database.execute("ROLLBACK TO post");
        database.execute("RELEASE post");
      }
      rows.dropPost();
      changes.back(before);
      return e instanceof Refused refused ? refused.failure() : senseless(e);
    }
    if (wide) {
      rows.write();
      database.execute("RELEASE post");
    }
    rows.keepPost();
    return null;
  }

  private static JournalFailure senseless(Exception e) {
    return new JournalFailure(
        JournalFailure.Kind.SENSELESS,
        "A change cannot be kept by the journal ("
            + e.getClass().getSimpleName()
            + "): a fault of Sluice.",
        e);
  }

  private void rollBack(Throwable because) {
    rows.reset();
    try {
      database.execute("ROLLBACK");
    } catch (SQLException e) {
      because.addSuppressed(e); // SQLite has done it by itself after most errors
    }
  }
}
