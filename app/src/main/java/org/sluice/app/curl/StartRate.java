package org.sluice.app.curl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often transfers may begin: `10/m`, `3/15s`; without a unit, by the hour.
public record StartRate(long millisBetween) {
  private static final Pattern RATE = Pattern.compile("(\\d{1,18})(?:/(\\d{0,9})([smhd]).*)?");

  /// @throws IllegalArgumentException if it is none
  public static StartRate parse(String text) {
    Matcher found = RATE.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException("is badly used here");
    }
    long count = Long.parseLong(found.group(1));
    String unit = found.group(3) == null ? "h" : found.group(3);
    String units = found.group(2) == null || found.group(2).isEmpty() ? "1" : found.group(2);
    long millis =
        Long.parseLong(units)
            * switch (unit) {
              case "s" -> 1_000L;
              case "m" -> 60_000L;
              case "d" -> 86_400_000L;
              default -> 3_600_000L;
            };
    if (count < 1) {
      throw new IllegalArgumentException("is badly used here");
    }
    if (count > millis) {
      throw new IllegalArgumentException(Numbers.TOO_LARGE);
    }
    return new StartRate(millis / count);
  }
}
