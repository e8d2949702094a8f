package org.sluice.app.fx;

import java.util.List;
import java.util.Locale;
import org.sluice.app.language.Figures;
import org.sluice.app.language.Isolate;
import org.sluice.app.language.Language;

/// Numbers as a person reads them, in the language that is spoken: MB = 10⁶ bytes, one decimal, short
/// times.
///
/// **Threads**: any.
public final class Amounts {
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE_SECONDS = 60;
  private static final long HOUR_SECONDS = 60 * MINUTE_SECONDS;
  private static final long DAY_SECONDS = 24 * HOUR_SECONDS;

  private Amounts() {}

  /// For example `0 B`, `9.3 kB`, `519.0 MB`.
  public static String bytes(double count) {
    if (count < 1000) {
      return with((long) count, "B");
    }
    double value = count / 1000;
    int unit = 0;
    while (value >= 999.95 && unit < UNITS.size() - 1) {
      value /= 1000;
      unit++;
    }
    return with(value, 1, UNITS.get(unit));
  }

  /// For example `2.4 MB/s`; an en dash for nothing.
  public static String rate(double bytesPerSecond) {
    return bytesPerSecond < 1 ? "–" : perSecond(bytes(bytesPerSecond));
  }

  /// For example `2.4 MB/s` of `2.4 MB`.
  public static String perSecond(String amount) {
    return Isolate.leftToRight(
        Messages.text("unit.perSecond").replace("{0}", Isolate.plain(amount)));
  }

  /// A number with a unit of the words `unit.*`: B to EB, ms, s, min, h, d.
  public static String with(double value, int places, String unit) {
    return Isolate.leftToRight(number(value, places) + unitSpace() + Messages.text("unit." + unit));
  }

  /// The same of a whole number.
  public static String with(long value, String unit) {
    return Isolate.leftToRight(count(value) + unitSpace() + Messages.text("unit." + unit));
  }

  /// For example `1 234.5`, `1 234,5`.
  public static String number(double value, int places) {
    return Figures.decimal(Language.spoken(), value, places);
  }

  /// For example `62 %`.
  public static String percent(int hundredths) {
    return Messages.text("unit.percent").replace("{0}", Integer.toString(hundredths));
  }

  /// What stands between a number and its unit.
  private static String unitSpace() {
    return Language.spoken() == Language.ENGLISH ? " " : "\u00a0";
  }

  /// For example `0:07`, `49:10`, `1:02:03`.
  public static String age(long nanos) {
    return clock(Math.max(0, nanos) / SECOND);
  }

  /// For example `0:07`, `49:10`, `1:02:03`; the same in all languages.
  public static String clock(long seconds) {
    long hours = seconds / HOUR_SECONDS;
    if (hours > 0) {
      return String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
    }
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /// For example `2 d 4 h`.
  public static String days(long seconds) {
    return with(seconds / DAY_SECONDS, "d") + " " + with(seconds % DAY_SECONDS / HOUR_SECONDS, "h");
  }

  /// For example `4 ms`, `1.4 s`, `2:05`.
  public static String span(long nanos) {
    long millis = Math.max(0, nanos) / 1_000_000;
    if (millis < 1000) {
      return with(millis, "ms");
    }
    return millis < 60_000 ? with(millis / 1000.0, 1, "s") : age(nanos);
  }

  /// Whole numbers of any size, thousands apart.
  public static String count(double value) {
    return Figures.whole(Language.spoken(), Math.round(value));
  }
}
