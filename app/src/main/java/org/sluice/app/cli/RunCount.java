package org.sluice.app.cli;

import org.sluice.engine.download.ItemView;

/// Counts how the downloads of a run end, and knows the exit code.
final class RunCount {
  private long saved;
  private long skipped;
  private long failed;
  private long bytes;
  private int lastCode;
  private boolean broken;

  RunCount() {}

  void ended(ItemView item, RunEnd end, int code) {
    switch (end) {
      case SAVED -> {
        saved++;
        bytes += item.amount().received();
      }
      case SKIPPED -> skipped++;
      case STOPPED, TIMED_OUT, REMOVED -> failed++;
    }
    lastCode = code;
  }

  /// It is in the list of another process, which follows it.
  void given() {
    saved++;
    lastCode = ExitCode.OK.number();
  }

  void refused(int code) {
    failed++;
    lastCode = code;
  }

  /// The list of orders could not be read to its end.
  void broken() {
    broken = true;
  }

  /// That of the only one; else whether any failed.
  int code() {
    if (broken) {
      return ExitCode.FAILED.number();
    }
    if (saved + skipped + failed == 1) {
      return lastCode;
    }
    return failed > 0 ? ExitCode.FAILED.number() : ExitCode.OK.number();
  }

  RunSummary summary(long open, boolean more, long bytesPerSecond) {
    return new RunSummary(saved, skipped, failed, open, more, bytes, bytesPerSecond);
  }
}
