package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// The second generation of the journal: a whole copy, made anew from time to time.
///
/// It is written beside the old one, forced and renamed, so that one of the two is always whole.
final class Backup {
  private final JournalFiles files;
  private final Database database;

  Backup(JournalFiles files, Database database) {
    this.files = files;
    this.database = database;
  }

  void write() throws IOException, SQLException {
    Path unfinished = files.unfinished(files.backup());
    try {
      files.makeEmpty(unfinished);
      database.copyTo(unfinished);
      files.moveInto(unfinished, files.backup());
    } catch (IOException | SQLException e) {
      Files.deleteIfExists(unfinished); // on a full disk it would be in the way
      throw e;
    }
  }
}
