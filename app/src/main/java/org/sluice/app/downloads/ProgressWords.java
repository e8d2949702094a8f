package org.sluice.app.downloads;

import java.time.Instant;
import java.time.ZoneId;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Moments;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;

/// The word beside a progress bar, which never speaks alone, and the sentence for a screen reader.
///
/// **Threads**: pure functions.
final class ProgressWords {
  private ProgressWords() {}

  /// For example `62 %`, `Queued · 1st`, `Failed`, `Verified`.
  ///
  /// @param queuePlace empty if it is not known
  /// @param verified whether a hash says that the file is right
  static String brief(ItemView item, String queuePlace, boolean verified) {
    return switch (StateGroup.of(item)) {
      case ACTIVE -> active(item);
      case QUEUED ->
          queuePlace.isEmpty()
              ? DownloadsWords.text("progress.queued")
              : DownloadsWords.text("progress.queued.place", queuePlace);
      case PAUSED ->
          item.amount().received() == 0
              ? DownloadsWords.text("progress.paused")
              : percentOr(item, DownloadsWords.text("progress.paused"));
      case DONE -> DownloadsWords.text(verified ? "progress.verified" : "progress.done");
      case FAILED -> DownloadsWords.text("progress.failed");
    };
  }

  private static String active(ItemView item) {
    if (item.state() == ItemState.VERIFYING) {
      return DownloadsWords.text("progress.checking");
    }
    if (item.state() != ItemState.RUNNING) {
      return waiting(item);
    }
    return isAsked(item)
        ? DownloadsWords.text("progress.probing")
        : percentOr(item, CellTexts.size(item.amount().received()));
  }

  /// Whether its server is being asked what it has.
  static boolean isAsked(ItemView item) {
    return item.state() == ItemState.RUNNING
        && item.amount().received() == 0
        && item.amount().length() < 0;
  }

  /// What it waits for, where a word says it.
  private static String waiting(ItemView item) {
    Instant until = item.standing().until();
    return switch (item.standing().reason()) {
      case DISK_FULL -> DownloadsWords.text("progress.waiting.disk");
      case CAPTIVE_PORTAL -> DownloadsWords.text("progress.waiting.signIn");
      case SERVER_BUSY ->
          until == null
              ? DownloadsWords.text("progress.waiting")
              : DownloadsWords.text(
                  "progress.waiting.until", Moments.time(until.atZone(ZoneId.systemDefault())));
      case NONE,
          BY_USER,
          QUEUE_CLOSED,
          RETRY,
          NETWORK_CHANGED,
          NEEDS_ADDRESS,
          FILE_CHANGED,
          WEB_PAGE,
          NEEDS_CREDENTIALS,
          NOT_TRUSTED,
          NAME_TAKEN,
          CANNOT_WRITE,
          WRONG_CHECKSUM,
          NOT_REACHED,
          REFUSED,
          BAD_REQUEST,
          JOURNAL_FAILED ->
          DownloadsWords.text("progress.waiting");
    };
  }

  private static String percentOr(ItemView item, String otherwise) {
    int percent = CellTexts.percent(item);
    return percent < 0 ? otherwise : Amounts.percent(percent);
  }

  /// What stands in the column of the speed of one that does not move.
  static String speed(ItemView item) {
    if (StateGroup.of(item) == StateGroup.PAUSED) {
      return DownloadsWords.text("progress.paused");
    }
    return item.state() == ItemState.VERIFYING // all is here: the last rate says nothing now
        ? CellTexts.NONE
        : CellTexts.speed(item.amount().bytesPerSecond());
  }

  /// For example "62 percent, 6 segments, receiving".
  static String spoken(ItemView item) {
    int percent = CellTexts.percent(item);
    int segments = item.segments().size();
    return DownloadsWords.text(
        "progress.spoken",
        percent < 0
            ? CellTexts.size(item.amount().received())
            : DownloadsWords.text("progress.percent", percent),
        DownloadsWords.text("progress.segments", segments),
        DownloadsWords.text("spoken." + StateGroup.of(item)));
  }
}
