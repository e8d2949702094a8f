package org.sluice.app.downloads;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sluice.app.language.Isolate;
import org.sluice.app.said.StateLine;
import org.sluice.engine.download.ItemView;

/// What each column says of a download.
///
/// **Threads**: pure functions.
final class ColumnTexts {
  private ColumnTexts() {}

  /// @param now for the words of times
  static String text(Column column, DownloadRow row, Instant now, ZoneId zone) {
    ItemView item = row.item();
    RowHistory history = row.history();
    return switch (column) {
      case NAME -> Isolate.own(item.name());
      case PROGRESS -> ProgressWords.brief(item, row.queuePlace(), row.isVerified());
      case SIZE -> CellTexts.size(item.amount().length());
      case SPEED -> ProgressWords.speed(item);
      case ETA -> CellTexts.left(row.etaSeconds());
      case CONNECTIONS -> some(item.amount().connections());
      case ADDED -> CellTexts.moment(item.place().added(), now, zone);
      case STATUS -> StateLine.brief(item);
      case DONE -> CellTexts.size(item.amount().received());
      case AVERAGE -> CellTexts.speed(history == null ? 0 : history.averageBytesPerSecond());
      case QUEUE -> QueueNames.shown(item.place().queue());
      case NUMBER -> Long.toString(item.place().number());
      case PRIORITY -> Integer.toString(item.place().priority());
      case CATEGORY -> row.category().title();
      case HOST -> Isolate.leftToRight(CellTexts.host(item.address()));
      case FOLDER -> folder(row);
      case RESUMABLE -> GeneralWords.proof(item, false);
      case RETRIES -> some(item.standing().retries());
      case LAST_TRY -> CellTexts.moment(history == null ? null : history.lastTry(), now, zone);
      case FINISHED -> CellTexts.moment(item.standing().finished(), now, zone);
      case LIMIT -> limit(item.amount().limitBytesPerSecond());
      case ERROR -> error(row);
    };
  }

  private static String some(long number) {
    return number == 0 ? CellTexts.NONE : Long.toString(number);
  }

  private static String limit(long bytesPerSecond) {
    return bytesPerSecond == 0 ? CellTexts.NONE : CellTexts.limit(bytesPerSecond);
  }

  static String folder(DownloadRow row) {
    Path target = row.item().file().target();
    Path folder = target == null ? null : target.getParent();
    return folder == null ? CellTexts.NONE : Isolate.leftToRight(folder.toString());
  }

  static String error(DownloadRow row) {
    return row.group() == StateGroup.FAILED ? Trouble.of(row.item()).what() : "";
  }

  static long lastTryMillis(DownloadRow row) {
    RowHistory history = row.history();
    return millis(history == null ? null : history.lastTry());
  }

  static long finishedMillis(DownloadRow row) {
    return millis(row.item().standing().finished());
  }

  private static long millis(@Nullable Instant moment) {
    return moment == null ? 0 : moment.toEpochMilli();
  }
}
