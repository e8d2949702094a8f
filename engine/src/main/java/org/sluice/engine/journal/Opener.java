package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.claim.FileClaim;
import org.sluice.engine.journal.JournalFailure.Kind;
import org.sluice.engine.journal.JournalOpening.Recovered;
import org.sluice.engine.journal.Loaded.NewerSchemaException;
import org.sluice.engine.journal.Salvage.Salvaged;

/// Opens a journal: finds out whether it is whole, and rebuilds it if it is not.
///
/// **Limits**: of a log that is longer than [#MOST_LOG_BYTES] the rest is not salvaged; it takes a
/// commit of a hundred thousand items to make one.
final class Opener {
  static final int MOST_LOG_BYTES = 64 << 20;

  private final JournalFiles files;
  private final JournalOptions options;
  private final Migrations migrations;

  private Opener(Path folder, JournalOptions options, Migrations migrations) {
    this.files = new JournalFiles(folder.toAbsolutePath().normalize());
    this.options = options;
    this.migrations = migrations;
  }

  /// A journal that is open and nobody's yet.
  ///
  /// @param mark as it was found
  record Open(
      JournalFiles files,
      FileClaim lock,
      Database database,
      Loaded loaded,
      @Nullable Mark mark,
      JournalOpening opening) {}

  static Open open(Path folder, JournalOptions options, Migrations migrations)
      throws JournalException {
    Opener opener = new Opener(folder, options, migrations);
    try {
      opener.files.makeFolder();
      opener.files.makeIfMissing(opener.files.lock());
      // Before anything else: no journal in use is ever taken for a damaged one.
      FileClaim lock = FileClaim.take(opener.files.lock());
      if (lock == null) {
        throw new JournalException(
            new JournalFailure(
                Kind.IN_USE,
                "The journal is open in another Sluice. Use that one, or close it and try again.",
                null));
      }
      try {
        return opener.open(lock);
      } catch (JournalException | IOException | SQLException | RuntimeException | Error e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new JournalException(IoFailures.of(e, "be opened", opener.files.folder()));
    } catch (SQLException e) {
      throw new JournalException(SqlFailures.of(e, "be opened"));
    } catch (LinkageError e) {
      throw new JournalException(
          new JournalFailure(
              Kind.IO_ERROR,
              "The journal could not be opened: SQLite's library for this system cannot be loaded."
                  + " Install Sluice anew.",
              e));
    }
  }

  private Open open(FileClaim lock) throws JournalException, IOException, SQLException {
    boolean interrupted = Files.exists(files.rebuilt());
    Path earlier = finishRebuild(new byte[0]);
    List<Path> earlierAside = earlier == null ? List.of() : List.of(earlier);
    Mark mark = MarkFile.read(files.mark());
    if (isNew(mark)) {
      Rebuild.empty(files, files.database());
      return sound(lock, mark, new JournalOpening.New());
    }
    byte[] log = log();
    String how;
    Database database = null;
    try {
      DatabaseHeader.check(files.database());
      database = Database.open(files.database());
      Loaded loaded = Loaded.of(database, mark, migrations);
      JournalOpening opening =
          interrupted
              ? new Recovered(
                  loaded.contents().verifyFirst(),
                  "The list of downloads was found damaged at an earlier start and is rebuilt. "
                      + kept(earlierAside),
                  earlierAside)
              : new JournalOpening.Sound();
      return new Open(files, lock, database, loaded, mark, opening);
    } catch (DamagedException e) {
      how = e.how();
    } catch (NewerSchemaException e) {
      closeQuietly(database, e);
      throw new JournalException(new JournalFailure(Kind.NEWER_SCHEMA, e.sentence(), null));
    } catch (SQLException e) {
      if (SqlFailures.kind(e) != Kind.DAMAGED) {
        closeQuietly(database, e);
        throw e;
      }
      how = "SQLite cannot read it";
    }
    return recover(lock, mark, log, database, how);
  }

  private boolean isNew(@Nullable Mark mark) {
    return mark == null
        && !Files.exists(files.database())
        && !Files.exists(files.backup())
        && !Files.exists(files.log());
  }

  private Open recover(
      FileClaim lock, @Nullable Mark mark, byte[] log, @Nullable Database damaged, String how)
      throws JournalException, IOException, SQLException {
    Salvaged salvaged;
    try {
      salvaged = Salvage.of(files, log, mark);
      Rebuild.of(files, files.rebuilt(), salvaged, mark);
    } finally {
      // Not before: closing moves what is left of the log into the database and deletes it.
      closeQuietly(damaged, new DamagedException(how));
    }
    Path aside = finishRebuild(log);
    List<Path> setAside = aside == null ? List.of() : List.of(aside);
    Open open = sound(lock, mark, new JournalOpening.New());
    Recovered recovered =
        new Recovered(
            open.loaded().contents().verifyFirst(), sentence(how, salvaged, setAside), setAside);
    return new Open(files, lock, open.database(), open.loaded(), mark, recovered);
  }

  /// Opens what was just made.
  private Open sound(FileClaim lock, @Nullable Mark mark, JournalOpening opening)
      throws JournalException, IOException, SQLException {
    Database database = Database.open(files.database());
    try {
      return new Open(files, lock, database, Loaded.of(database, mark, migrations), mark, opening);
    } catch (DamagedException | NewerSchemaException e) {
      closeQuietly(database, e);
      throw new JournalException(
          new JournalFailure(
              Kind.IO_ERROR,
              "The journal was written and read back, and is not the same: the disk, or its file"
                  + " system, is faulty. The damaged files are kept. Use another data folder.",
              e));
    } catch (SQLException | RuntimeException | Error e) {
      closeQuietly(database, e);
      throw e;
    }
  }

  /// Puts a rebuilt database in its place, also one that an earlier process did not come to put there.
  ///
  /// @param log to keep beside the damaged database, if SQLite has deleted it
  /// @return where the damaged database is now; null if there was none
  private @Nullable Path finishRebuild(byte[] log) throws IOException {
    if (!Files.exists(files.rebuilt())) {
      return null;
    }
    Path aside = files.setAside(options.clock().instant());
    boolean any = false;
    if (Files.exists(files.log())) {
      Files.move(files.log(), JournalFiles.logOf(aside));
      any = true;
    } else if (log.length > 0) {
      files.makeEmpty(JournalFiles.logOf(aside));
      Files.write(JournalFiles.logOf(aside), log);
      any = true;
    }
    Files.deleteIfExists(files.sharedMemory());
    if (Files.exists(files.database())) {
      Files.move(files.database(), aside);
      any = true;
    }
    files.moveInto(files.rebuilt(), files.database());
    files.forgetOldest();
    return any ? aside : null;
  }

  private byte[] log() throws IOException {
    try (var in = Files.newInputStream(files.log())) {
      return in.readNBytes(MOST_LOG_BYTES);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  private static String sentence(String how, Salvaged salvaged, List<Path> setAside) {
    String found =
        salvaged.items() == 0
            ? "No download could be read, so the list is empty now; files that end in .part are"
                + " still in their folders. "
            : salvaged.items()
                + (salvaged.items() == 1 ? " download was" : " downloads were")
                + " recovered from it and from its copy; what is not complete is compared with its"
                + " server before it goes on. ";
    return "The list of downloads was damaged (" + how + "). " + found + kept(setAside);
  }

  private static String kept(List<Path> setAside) {
    return setAside.isEmpty()
        ? "There was nothing to set aside."
        : "The damaged file is kept as " + setAside.getFirst().getFileName() + ".";
  }

  private static void closeQuietly(@Nullable Database database, Throwable because) {
    if (database != null) {
      try {
        database.close();
      } catch (SQLException e) {
        because.addSuppressed(e);
      }
    }
  }
}
