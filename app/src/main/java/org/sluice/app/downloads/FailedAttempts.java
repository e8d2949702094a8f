package org.sluice.app.downloads;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.sluice.app.tape.Attempt;

/// Takes out of the Monitor's record how downloads failed, before it is forgotten there.
///
/// **Threads**: JavaFX. **Limits**: [#AT_ONCE] with each look, and none is begun after [#LOOK_NANOS]: a
/// busy engine's record is long; [#MOST_KEPT] altogether. Of the others the log remains.
final class FailedAttempts {
  static final int AT_ONCE = 4;
  static final int MOST_KEPT = 200;
  static final long LOOK_NANOS = 5_000_000L;

  private final LongSupplier clock;
  private final Deque<DownloadRow> fresh = new ArrayDeque<>();
  private final Deque<DownloadRow> due = new ArrayDeque<>();
  private final Deque<DownloadRow> kept = new ArrayDeque<>();
  private AttemptSource source = (_, _) -> null;

  FailedAttempts(LongSupplier clock) {
    this.clock = clock;
  }

  void from(AttemptSource other) {
    source = other;
  }

  /// A download is seen that has failed.
  void saw(DownloadRow row) {
    long transfer = transfer(row);
    if (row.attempted() != transfer) {
      row.attempt(transfer, null);
      if (transfer != 0) {
        fresh.add(row);
      }
    }
  }

  /// A transfer that failed before, and was tried again, is not why a file is wrong, has no name or
  /// cannot be written.
  private static long transfer(DownloadRow row) {
    return switch (row.item().standing().reason()) {
      case WRONG_CHECKSUM, NAME_TAKEN, CANNOT_WRITE, JOURNAL_FAILED -> 0;
      default -> row.item().standing().transfer();
    };
  }

  /// With the next look its last events have been taken in as well; ten times a second.
  void look() {
    long began = clock.getAsLong();
    for (int i = 0; i < AT_ONCE && !due.isEmpty(); i++) {
      if (clock.getAsLong() - began > LOOK_NANOS) {
        break;
      }
      DownloadRow row = due.removeFirst();
      long transfer = row.attempted();
      Attempt found = transfer == 0 ? null : source.find(row.id(), transfer);
      if (found != null) {
        row.attempt(transfer, found);
        kept.remove(row);
        kept.add(row);
      }
    }
    while (kept.size() > MOST_KEPT) {
      DownloadRow oldest = kept.removeFirst();
      oldest.attempt(oldest.attempted(), null);
    }
    due.addAll(fresh);
    fresh.clear();
  }
}
