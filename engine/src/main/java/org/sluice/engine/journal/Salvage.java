package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what can be read of a damaged journal and of its second generation, row by row.
///
/// Of each row the newest version counts. A row of the log that no valid commit reaches counts if
/// the mark says that its commit was reported, so a fault in the middle of the log does not cost what
/// comes after it; else it does not, for it may belong to a commit that never succeeded.
final class Salvage {
  private final Map<String, Row> rows = new HashMap<>();
  private final @Nullable Mark mark;
  private long newest;

  private Salvage(@Nullable Mark mark) {
    this.mark = mark;
  }

  /// @param log what the log was before SQLite opened the database; empty for none
  static Salvaged of(JournalFiles files, byte[] log, @Nullable Mark mark) throws IOException {
    Salvage salvage = new Salvage(mark);
    salvage.file(files.backup(), new byte[0]);
    int ofBackup = salvage.items();
    salvage.file(files.database(), log);
    return salvage.result(ofBackup);
  }

  private int items() {
    return (int) rows.values().stream().filter(row -> row.table() == Table.ITEM).count();
  }

  private void file(Path path, byte[] logBytes) throws IOException {
    RawLog log = RawLog.of(logBytes);
    Map<Long, Integer> frames = new HashMap<>();
    try (RawFile file = RawFile.open(path)) {
      for (long number = 1; number <= file.pages(); number++) {
        byte[] page = file.page(number);
        if (page != null) {
          RawLeaf.rows(page, file, this::take);
        }
      }
      log(log, frames, file);
    } catch (NoSuchFileException e) {
      log(log, frames, number -> null);
    }
  }

  private void log(RawLog log, Map<Long, Integer> frames, PageImages below) {
    PageImages images =
        number -> {
          Integer frame = frames.get(number);
          return frame == null ? below.page(number) : log.page(frame);
        };
    for (int frame = 0; frame < log.frames(); frame++) {
      frames.put(log.pageNumber(frame), frame);
      boolean committed = frame < log.committed();
      RawLeaf.rows(
          log.page(frame),
          images,
          row -> {
            if (committed || isReported(row)) {
              take(row);
            }
          });
    }
  }

  private boolean isReported(Row row) {
    return mark != null && mark.exact() && row.version() <= mark.version();
  }

  private void take(Row row) {
    newest = Math.max(newest, row.version());
    rows.merge(row.key(), row, (a, b) -> b.version() >= a.version() ? b : a);
  }

  private Salvaged result(int itemsOfBackup) {
    for (Row gone : rows.values().stream().filter(r -> r.table() == Table.GONE).toList()) {
      Row row = rows.get(Gone.key(gone));
      if (row != null && row.version() < gone.version()) {
        rows.remove(row.key());
      }
    }
    return new Salvaged(List.copyOf(rows.values()), newest, items(), itemsOfBackup);
  }

  /// What was found.
  ///
  /// @param newest version of all rows
  /// @param items how many downloads there are
  /// @param itemsOfBackup how many were in the second generation
  record Salvaged(List<Row> rows, long newest, int items, int itemsOfBackup) {}
}
