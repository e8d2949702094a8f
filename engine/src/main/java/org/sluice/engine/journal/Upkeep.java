package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What keeps the journal safe beside its commits: mark, checkpoints, second generation, reserve.
///
/// **Threads**: that of the [Database].
///
/// **Errors**: what fails here loses nothing, so it is told once, until it works again, and tried again
/// later.
final class Upkeep implements AutoCloseable {
  /// After so many changes the log goes into the database.
  static final int CHECKPOINT_CHANGES = 1_000;

  /// After so many new numbers the second generation is due: fewer than a rebuild leaves out.
  static final int BACKUP_ITEMS = (int) Rebuild.UNKNOWN_NUMBERS / 2;

  private final JournalFiles files;
  private final Database database;
  private final Commits commits;
  private final JournalOptions options;
  private final Reserve reserve;
  private final Backup backup;
  private final Set<Task> failing = EnumSet.noneOf(Task.class);

  private @Nullable MarkFile markFile;
  private long backupVersion;
  private long backupNextItem;
  private boolean exact;
  private int changesInLog;
  private boolean listInLog;
  private int commitsSinceBackup;

  private enum Task {
    MARK("write its mark"),
    CHECKPOINT("bring its log into its database"),
    BACKUP("write its second generation"),
    RESERVE("take its reserve of room");

    private final String words;

    Task(String words) {
      this.words = words;
    }
  }

  /// A task that may fail.
  private interface Work {
    void run() throws IOException, SQLException, DamagedException;
  }

  Upkeep(Opener.Open open, Commits commits, JournalOptions options) {
    this.files = open.files();
    this.database = open.database();
    this.commits = commits;
    this.options = options;
    this.reserve = new Reserve(files);
    this.backup = new Backup(files, database);
    Mark found = open.mark();
    boolean sound = open.opening() instanceof JournalOpening.Sound && Files.exists(files.backup());
    this.backupVersion = sound && found != null ? found.backupVersion() : 0;
    this.backupNextItem = commits.state().nextItem();
  }

  /// Brings everything to the state in which it is between commits.
  void begin() {
    // What an earlier process left in the log is in the way of telling which rows were committed.
    exact = attempt(Task.CHECKPOINT, () -> database.checkpoint("TRUNCATE"));
    mark();
    takeReserve();
    if (backupVersion < commits.state().version()) {
      backUp();
    }
  }

  /// A commit has succeeded: comes before anybody hears of it.
  void committed() {
    mark();
  }

  /// A commit has failed, so the log may have rows that nobody wanted.
  void failed() {
    exact = false;
    mark();
  }

  /// Gives the journal the room that was kept for a full disk.
  ///
  /// @return whether there was any
  boolean releaseReserve() {
    try {
      return reserve.release();
    } catch (IOException e) {
      options.onTrouble().accept(IoFailures.of(e, "release its reserve of room", files.folder()));
      return false;
    }
  }

  /// Everybody has heard of the commit.
  ///
  /// @param changes how many there were
  /// @param ofTheList whether downloads came, went or changed, so that the log alone should not have it
  void after(int changes, boolean ofTheList) {
    changesInLog += changes;
    listInLog |= ofTheList;
    commitsSinceBackup++;
    if (changesInLog >= CHECKPOINT_CHANGES) {
      checkpoint();
    }
    if (commitsSinceBackup >= options.backupCommits()
        || commits.state().nextItem() - backupNextItem >= BACKUP_ITEMS) {
      backUp();
    }
  }

  /// Nothing is waiting at this moment.
  void pause() {
    if (listInLog) {
      checkpoint();
    }
  }

  /// Nothing has come for a while.
  void idle() {
    takeReserve();
    if (commitsSinceBackup > 0 || failing.contains(Task.BACKUP)) {
      backUp();
    }
  }

  private void checkpoint() {
    if (attempt(Task.CHECKPOINT, () -> database.checkpoint("PASSIVE"))) {
      changesInLog = 0;
    }
    listInLog = false; // also if it failed: the next change of the list tries again
  }

  private void backUp() {
    commitsSinceBackup = 0; // also if it fails: the next attempt comes in its time
    backupNextItem = commits.state().nextItem();
    takeReserve();
    long version = commits.state().version();
    if (attempt(Task.BACKUP, backup::write)) {
      backupVersion = version;
      attempt(Task.CHECKPOINT, () -> commits.forgetGone(version));
      mark();
    }
  }

  private void takeReserve() {
    attempt(Task.RESERVE, reserve::take);
  }

  private void mark() {
    State state = commits.state();
    attempt(
        Task.MARK,
        () -> {
          if (markFile == null) {
            markFile = MarkFile.open(files);
          }
          markFile.write(new Mark(state.version(), state.nextItem(), backupVersion, exact));
        });
  }

  private boolean attempt(Task task, Work work) {
    JournalFailure failure;
    try {
      work.run();
      failing.remove(task);
      return true;
    } catch (SQLException e) {
      failure = SqlFailures.of(e, task.words);
    } catch (IOException e) {
      failure = IoFailures.of(e, task.words, files.folder());
    } catch (DamagedException e) {
      failure = SqlFailures.damaged(e, task.words);
    }
    if (failing.add(task)) {
      options.onTrouble().accept(failure);
    }
    return false;
  }

  @Override
  public void close() {
    if (backupVersion < commits.state().version()) {
      backUp();
    }
    attempt(Task.CHECKPOINT, () -> database.checkpoint("TRUNCATE"));
    MarkFile open = markFile;
    if (open != null) {
      attempt(Task.MARK, open::close);
    }
  }
}
