package org.sluice.app.downloads;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/// A column of the table.
///
/// The order in which they are declared is that of a first start.
public enum Column {
  NAME(360, true, false, row -> row.item().name().toLowerCase(Locale.ROOT)),
  PROGRESS(314, true, true, row -> (double) CellTexts.percent(row.item())),
  SIZE(88, true, false, row -> row.item().amount().length()),
  SPEED(104, true, true, row -> row.item().amount().bytesPerSecond()),
  ETA(84, true, true, row -> left(row.etaSeconds())),
  CONNECTIONS(64, true, true, row -> row.item().amount().connections()),
  ADDED(146, true, false, row -> row.item().place().added()),
  STATUS(150, false, false, DownloadRow::group),
  DONE(88, false, true, row -> row.item().amount().received()),
  AVERAGE(96, false, true, row -> average(row)),
  QUEUE(110, false, false, row -> row.item().place().queue()),
  NUMBER(70, false, false, row -> row.item().place().number()),
  PRIORITY(70, false, false, row -> row.item().place().priority()),
  CATEGORY(110, false, false, row -> row.category().title()),
  HOST(170, false, false, row -> CellTexts.host(row.item().address())),
  FOLDER(220, false, false, ColumnTexts::folder),
  RESUMABLE(96, false, false, row -> row.item().proof().level()),
  RETRIES(70, false, false, row -> row.item().standing().retries()),
  LAST_TRY(124, false, false, ColumnTexts::lastTryMillis),
  FINISHED(124, false, false, ColumnTexts::finishedMillis),
  LIMIT(96, false, false, row -> row.item().amount().limitBytesPerSecond()),
  ERROR(260, false, false, ColumnTexts::error);

  private final double width;
  private final boolean usual;
  private final boolean live;

  @SuppressWarnings("ImmutableEnumChecker") // a comparator of getters only
  private final Comparator<DownloadRow> order;

  <T extends Comparable<? super T>> Column(
      double width, boolean usual, boolean live, Function<DownloadRow, T> key) {
    this.width = width;
    this.usual = usual;
    this.live = live;
    this.order = Comparator.comparing(key);
  }

  /// What is never known comes last.
  private static long left(long seconds) {
    return seconds < 0 ? Long.MAX_VALUE : seconds;
  }

  private static long average(DownloadRow row) {
    RowHistory history = row.history();
    return history == null ? 0 : history.averageBytesPerSecond();
  }

  public double width() {
    return width;
  }

  /// Whether it is shown at a first start.
  public boolean isUsual() {
    return usual;
  }

  /// Whether its values change while a download works.
  public boolean isLive() {
    return live;
  }

  public Comparator<DownloadRow> order() {
    return order;
  }

  /// Whether its values are numbers or times, which stand at the right.
  public boolean isNumeric() {
    return switch (this) {
      case SIZE,
          SPEED,
          ETA,
          CONNECTIONS,
          ADDED,
          DONE,
          AVERAGE,
          NUMBER,
          PRIORITY,
          RETRIES,
          LAST_TRY,
          FINISHED,
          LIMIT ->
          true;
      case NAME, PROGRESS, STATUS, QUEUE, CATEGORY, HOST, FOLDER, RESUMABLE, ERROR -> false;
    };
  }

  public String title() {
    return DownloadsWords.text("column." + name());
  }

  /// The name in node ids and settings, for example `last-try`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
