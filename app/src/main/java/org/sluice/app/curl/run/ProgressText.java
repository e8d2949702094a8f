package org.sluice.app.curl.run;

import java.util.Locale;

/// The numbers of curl's progress meters: pure functions, each of a fixed width.
///
/// **Units**: bytes, bytes a second, seconds; k is 1024. **Source**: curl's manual, "PROGRESS METER".
final class ProgressText {
  static final String HEAD =
      """
        % Total    % Received % Xferd  Average Speed  Time    Time    Time   Current
                                       Dload  Upload  Total   Spent   Left   Speed
      """;
  static final String PARALLEL_HEAD =
      "DL% UL%  Dled  Uled  Xfers  Live Total     Current  Left    Speed\n";
  private static final String UNITS = "kMGTPE";
  private static final long PLAIN_BELOW = 100_000;
  private static final int BAR_REST = 7;

  private ProgressText() {}

  /// Six characters.
  static String six(long bytes) {
    if (bytes < PLAIN_BELOW) {
      return String.format(Locale.ROOT, "%6d", bytes);
    }
    int unit = 0;
    long rest = bytes;
    while (rest / 1024 >= 1000 && unit < UNITS.length() - 1) {
      rest /= 1024;
      unit++;
    }
    long whole = rest / 1024;
    long part = rest % 1024;
    return whole <= 99
        ? String.format(Locale.ROOT, "%2d.%02d%c", whole, part * 100 / 1024, UNITS.charAt(unit))
        : String.format(Locale.ROOT, "%3d.%d%c", whole, part * 10 / 1024, UNITS.charAt(unit));
  }

  /// Five characters.
  static String five(long bytes) {
    if (bytes < PLAIN_BELOW) {
      return String.format(Locale.ROOT, "%5d", bytes);
    }
    int unit = 0;
    long rest = bytes;
    while (rest / 1024 >= 10_000 && unit < UNITS.length() - 1) {
      rest /= 1024;
      unit++;
    }
    long whole = rest / 1024;
    return whole < 100
        ? String.format(Locale.ROOT, "%2d.%d%c", whole, rest % 1024 * 10 / 1024, UNITS.charAt(unit))
        : String.format(Locale.ROOT, "%4d%c", whole, UNITS.charAt(unit));
  }

  /// Seven characters, blank for nothing: `12:34` is minutes and seconds.
  static String seven(long seconds) {
    if (seconds <= 0) {
      return "       ";
    }
    long hours = seconds / 3600;
    if (hours == 0) {
      return String.format(Locale.ROOT, "  %02d:%02d", seconds / 60, seconds % 60);
    }
    if (hours <= 99) {
      return hours <= 9
          ? String.format(Locale.ROOT, "%1d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
          : String.format(Locale.ROOT, "%2dh %02dm", hours, seconds / 60 % 60);
    }
    long days = hours / 24;
    return days <= 99
        ? String.format(Locale.ROOT, "%2dd %02dh", days, hours % 24)
        : days <= 99_999 ? String.format(Locale.ROOT, "%6dd", days) : ">99999d";
  }

  /// Eight characters, blank for nothing.
  static String eight(long seconds) {
    if (seconds <= 0) {
      return "        ";
    }
    long hours = seconds / 3600;
    if (hours <= 99) {
      return String.format(Locale.ROOT, "%02d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
    }
    long days = hours / 24;
    return days <= 999 ? String.format(Locale.ROOT, "%3dd %02dh", days, hours % 24) : " >  999d";
  }

  /// Percent, 0 if there is nothing to compare with.
  static long percent(long part, long all) {
    return all > 10_000 ? part / (all / 100) : all > 0 ? part * 100 / all : 0;
  }

  /// A bar of `#` and its percentage, as wide as the terminal.
  ///
  /// @param columns of the terminal
  static String bar(long now, long all, int columns) {
    double part = all <= 0 ? 0 : Math.min(1, (double) now / all);
    int width = Math.clamp(columns, 20, 400) - BAR_REST;
    String done = "#".repeat((int) (width * part));
    return String.format(Locale.ROOT, "\r%-" + width + "s %5.1f%%", done, part * 100);
  }
}
