package org.sluice.app.cli;

import org.sluice.app.words.Sizes;

/// What became of all downloads of a run so far.
///
/// @param saved complete
/// @param skipped there already
/// @param failed all others that have ended
/// @param open that have not ended
/// @param more whether there are some that were not begun
/// @param bytes of those that are complete
/// @param bytesPerSecond now
record RunSummary(
    long saved,
    long skipped,
    long failed,
    long open,
    boolean more,
    long bytes,
    long bytesPerSecond) {
  long ended() {
    return saved + skipped + failed;
  }

  /// 0 as long as it is not known how many there are.
  long all() {
    return more ? 0 : ended() + open;
  }

  /// For example `3 files, 1.0 MiB; 1 failed`.
  String words() {
    StringBuilder text = new StringBuilder();
    text.append(saved).append(saved == 1 ? " file, " : " files, ").append(Sizes.bytes(bytes));
    if (skipped > 0) {
      text.append("; ").append(skipped).append(skipped == 1 ? " was" : " were").append(" there");
    }
    if (failed > 0) {
      text.append("; ").append(failed).append(" failed");
    }
    return text.toString();
  }
}
