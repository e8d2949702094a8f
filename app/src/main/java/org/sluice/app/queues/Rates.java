package org.sluice.app.queues;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Speed limits as people write them, in powers of 1000.
///
/// **Units**: bytes a second; 0 for no limit.
public final class Rates {
  private static final String UNITS = "kMGT";
  private static final Pattern RATE = Pattern.compile("([0-9]{1,12}(?:[.,][0-9]{1,6})?)\\s*(.*)");

  private Rates() {}

  /// Without trailing zeros: `25 MB/s`, `1.5 MB/s`, `500 kB/s`, `no limit`.
  public static String text(long bytesPerSecond) {
    if (bytesPerSecond == 0) {
      return QueuesWords.text("limit.none");
    }
    double value = bytesPerSecond / 1000.0;
    int unit = 0;
    while (value >= 1000 && unit < UNITS.length() - 1) {
      value /= 1000;
      unit++;
    }
    String number =
        Math.rint(value) == value
            ? String.format(Locale.ROOT, "%.0f", value)
            : Double.toString(Math.round(value * 1000) / 1000.0);
    return number + " " + UNITS.charAt(unit) + "B/s";
  }

  /// Reads a number with or without its unit: `25` is 25 MB/s, `500k` is 500 kB/s; nothing at all, or
  /// the words for it, is no limit.
  ///
  /// @throws IllegalArgumentException with a sentence for a person
  public static long parse(String text) {
    String typed = text.strip();
    if (typed.isEmpty() || typed.equals("0") || typed.equals(QueuesWords.text("limit.none"))) {
      return 0;
    }
    Matcher matcher = RATE.matcher(typed);
    if (matcher.matches()) {
      double number = Double.parseDouble(matcher.group(1).replace(',', '.'));
      double factor = factor(matcher.group(2).strip().toLowerCase(Locale.ROOT));
      long bytes = Math.round(number * factor);
      if (factor > 0 && bytes > 0) {
        return bytes;
      }
    }
    throw new IllegalArgumentException(QueuesWords.text("limit.bad", typed));
  }

  /// Of `MB/s`, `m`, `kB`, …; mega where none stands there; 0 for no unit.
  private static double factor(String unit) {
    if (unit.isEmpty()) {
      return 1e6;
    }
    String name = unit.endsWith("/s") ? unit.substring(0, unit.length() - 2) : unit;
    return switch (name) {
      case "b", "o" -> 1;
      case "k", "kb", "ko" -> 1e3;
      case "m", "mb", "mo" -> 1e6;
      case "g", "gb", "go" -> 1e9;
      case "t", "tb", "to" -> 1e12;
      default -> 0;
    };
  }
}
