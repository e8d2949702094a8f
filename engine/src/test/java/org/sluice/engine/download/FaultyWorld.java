package org.sluice.engine.download;

import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.sluice.engine.disk.FileLayer;
import org.sluice.engine.journal.Journal;

/// Opens the core over files and a journal that can be made to fail, for tests of other packages.
///
/// @param journals puts something around the real journal
/// @param mostBytes that came and are not safe yet
/// @param interval how old they may be
public record FaultyWorld(
    FileLayer files, UnaryOperator<Journal> journals, long mostBytes, Duration interval) {

  /// Commits far more often than a user wants, so that there is much to fail.
  public static FaultyWorld hasty(FileLayer files, UnaryOperator<Journal> journals) {
    return new FaultyWorld(files, journals, 128 << 10, Duration.ofMillis(40));
  }

  public Downloads open(DownloadsOptions options) throws IOException {
    return Downloads.open(
        options,
        World.real()
            .files(files)
            .journals((folder, how) -> journals.apply(Journal.open(folder, how)))
            .pace(new CommitPace(mostBytes, interval.toNanos())));
  }
}
