package org.sluice.engine.journal;

import java.nio.file.Path;

/// The journal in SQLite.
final class SqliteJournal {
  private SqliteJournal() {}

  @SuppressWarnings("DoNotCallSuggester") // until the next commits fill it
  static Journal open(Path folder, JournalOptions options) throws JournalException {
    throw new UnsupportedOperationException("comes with the next commits: " + folder + options);
  }
}
