package org.sluice.app.downloads;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Moments;
import org.sluice.engine.download.ItemView;

/// Numbers, times and addresses of a download as the table shows them.
///
/// **Threads**: pure functions. **Units**: MB = 10⁶ bytes.
public final class CellTexts {
  /// Nothing to show.
  public static final String NONE = "–";

  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};
  private static final long DAY_SECONDS = 24 * 60 * 60;

  private CellTexts() {}

  /// Three digits that count: `3.72 GB`, `18.4 MB`, `598 MB`, `226 kB`, `13 B`.
  public static String size(long bytes) {
    if (bytes < 0) {
      return NONE;
    }
    if (bytes < 1000) {
      return Amounts.with(bytes, "B");
    }
    double value = bytes / 1000.0;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    int places = unit == 0 ? 0 : value < 9.995 && unit > 1 ? 2 : value < 99.95 ? 1 : 0;
    return Amounts.with(value, places, UNITS[unit]);
  }

  /// One decimal: `10.9 MB/s`, `512.0 kB/s`.
  public static String speed(long bytesPerSecond) {
    if (bytesPerSecond <= 0) {
      return NONE;
    }
    if (bytesPerSecond < 1000) {
      return Amounts.perSecond(Amounts.with(bytesPerSecond, "B"));
    }
    double value = bytesPerSecond / 1000.0;
    int unit = 0;
    while (value >= 499.95 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return Amounts.perSecond(Amounts.with(value, unit == 0 ? 0 : 1, UNITS[unit]));
  }

  /// Without trailing zeros, for a limit: `25 MB/s`, `1.5 MB/s`, `500 kB/s`.
  public static String limit(long bytesPerSecond) {
    double value = bytesPerSecond / 1000.0;
    int unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return Amounts.perSecond(Amounts.with(value, Math.rint(value) == value ? 0 : 1, UNITS[unit]));
  }

  /// `2:10`, `3:49:00`, `2 d 4 h`; at most as exact as it can be known.
  public static String left(long seconds) {
    if (seconds < 0) {
      return NONE;
    }
    return seconds >= DAY_SECONDS ? Amounts.days(seconds) : Amounts.clock(seconds);
  }

  /// `Today 13:58`, `Yesterday 18:12`, `12 Nov 09:30`, `12 Nov 2025`.
  public static String moment(@Nullable Instant moment, Instant now, ZoneId zone) {
    if (moment == null) {
      return NONE;
    }
    ZonedDateTime at = moment.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    if (at.toLocalDate().equals(today)) {
      return DownloadsWords.text("time.today", Moments.time(at));
    }
    if (at.toLocalDate().equals(today.minusDays(1))) {
      return DownloadsWords.text("time.yesterday", Moments.time(at));
    }
    return at.getYear() == today.getYear() ? Moments.day(at) : Moments.year(at);
  }

  /// Thousands apart by a thin space.
  public static String count(long value) {
    return Amounts.count(value);
  }

  /// Hundredths of the whole, rounded down, so that 100 is all of it; -1 if the length is unknown.
  public static int percent(ItemView item) {
    long length = item.amount().length();
    if (length < 0) {
      return -1;
    }
    return length == 0 ? 100 : percent(item.amount().received(), length);
  }

  static int percent(long part, long whole) {
    return (int) Math.clamp(Math.floor(100.0 * part / whole), 0, 100);
  }

  /// The server's name; the address itself if it has none.
  public static String host(String address) {
    try {
      String host = URI.create(address).getHost();
      return host == null ? address : host;
    } catch (IllegalArgumentException notAUri) {
      int from = address.indexOf("://") + 3;
      int to = address.indexOf('/', from);
      return from < 3 || to < 0 ? address : address.substring(from, to);
    }
  }
}
