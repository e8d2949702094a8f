package org.sluice.app.fx;

import java.util.Locale;

/// Numbers as a person reads them: MB = 10⁶ bytes, one decimal, short times.
public final class Amounts {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};
  private static final long SECOND = 1_000_000_000L;

  private Amounts() {}

  /// For example `0 B`, `9.3 kB`, `519.0 MB`.
  public static String bytes(double count) {
    if (count < 1000) {
      return String.format(Locale.ROOT, "%d B", (long) count);
    }
    double value = count / 1000;
    int unit = 0;
    while (value >= 999.95 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }

  /// For example `2.4 MB/s`; an en dash for nothing.
  public static String rate(double bytesPerSecond) {
    return bytesPerSecond < 1 ? "–" : bytes(bytesPerSecond) + "/s";
  }

  /// For example `0:07`, `49:10`, `1:02:03`.
  public static String age(long nanos) {
    long seconds = Math.max(0, nanos) / SECOND;
    long hours = seconds / 3600;
    if (hours > 0) {
      return String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
    }
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /// For example `4 ms`, `1.4 s`, `2:05`.
  public static String span(long nanos) {
    long millis = Math.max(0, nanos) / 1_000_000;
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    return age(nanos);
  }

  /// Whole numbers of any size, thousands apart by a thin space.
  public static String count(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', '\u2009');
  }
}
