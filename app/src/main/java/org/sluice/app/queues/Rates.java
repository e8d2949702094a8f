package org.sluice.app.queues;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;

/// Speed limits as people write them, in powers of 1000.
///
/// **Units**: bytes a second; 0 for no limit.
public final class Rates {
  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
  private static final Pattern RATE = Pattern.compile("([0-9]{1,12}(?:[.,][0-9]{1,6})?)\\s*(.*)");

  /// Spaces that do not break a line, and marks of direction.
  private static final Pattern SPACES = Pattern.compile("[\\h\\u2066-\\u2069\\u200e\\u200f]+");

  private static final int MOST_PLACES = 3;

  private Rates() {}

  /// Without trailing zeros: `25 MB/s`, `1.5 MB/s`, `500 kB/s`, `no limit`.
  public static String text(long bytesPerSecond) {
    if (bytesPerSecond == 0) {
      return QueuesWords.text("limit.none");
    }
    double value = bytesPerSecond / 1000.0;
    int unit = 1;
    while (value >= 1000 && unit < UNITS.size() - 1) {
      value /= 1000;
      unit++;
    }
    return Amounts.perSecond(Amounts.with(value, places(value), UNITS.get(unit)));
  }

  private static int places(double value) {
    int places = 0;
    double scaled = value;
    while (places < MOST_PLACES && Math.abs(Math.rint(scaled) - scaled) > 1e-6) {
      scaled *= 10;
      places++;
    }
    return places;
  }

  /// Reads a number with or without its unit: `25` is 25 MB/s, `500k` is 500 kB/s; nothing at all, or
  /// the words for it, is no limit.
  ///
  /// @throws IllegalArgumentException with a sentence for a person
  public static long parse(String text) {
    String typed = SPACES.matcher(text).replaceAll(" ").strip();
    if (typed.isEmpty() || typed.equals("0") || typed.equals(QueuesWords.text("limit.none"))) {
      return 0;
    }
    Matcher matcher = RATE.matcher(typed);
    if (matcher.matches()) {
      double number = Double.parseDouble(matcher.group(1).replace(',', '.'));
      double factor = factor(matcher.group(2).strip());
      long bytes = Math.round(number * factor);
      if (factor > 0 && bytes > 0) {
        return bytes;
      }
    }
    throw new IllegalArgumentException(QueuesWords.text("limit.bad", typed));
  }

  /// Of `MB/s`, `m`, `kB`, …, also in the language that is spoken; mega where none stands there; 0 for
  /// no unit.
  private static double factor(String typed) {
    String unit = typed.isEmpty() ? "MB" : typed;
    double factor = 1;
    for (String each : UNITS) {
      String word = Messages.text("unit." + each);
      for (String known :
          List.of(each, each.substring(0, 1), word, each + "/s", Amounts.perSecond(word))) {
        if (known.toLowerCase(Locale.ROOT).equals(unit.toLowerCase(Locale.ROOT))) {
          return factor;
        }
      }
      factor *= 1000;
    }
    return 0;
  }
}
