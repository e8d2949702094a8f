package org.sluice.engine.journal;

import java.time.InstantSource;
import java.util.function.Consumer;

/// How a journal is opened.
///
/// @param clock for the names of what is set aside
/// @param onTrouble is told of what failed but lost nothing: a second generation that could not be
///   written, a reserve that could not be made; comes on `sluice-journal` or the opening thread
/// @param backupCommits after how many commits the second generation is written anew
/// @param backupIdleMillis after how long without a commit it is
public record JournalOptions(
    InstantSource clock,
    Consumer<JournalFailure> onTrouble,
    int backupCommits,
    int backupIdleMillis) {
  public static final int DEFAULT_BACKUP_COMMITS = 600;
  public static final int DEFAULT_BACKUP_IDLE_MILLIS = 60_000;

  public JournalOptions {
    if (backupCommits < 1 || backupIdleMillis < 1) {
      throw new IllegalArgumentException(
          "a backup comes after 1 commit or 1 ms at the earliest, not "
              + backupCommits
              + " and "
              + backupIdleMillis);
    }
  }

  public static JournalOptions of(InstantSource clock, Consumer<JournalFailure> onTrouble) {
    return new JournalOptions(clock, onTrouble, DEFAULT_BACKUP_COMMITS, DEFAULT_BACKUP_IDLE_MILLIS);
  }
}
