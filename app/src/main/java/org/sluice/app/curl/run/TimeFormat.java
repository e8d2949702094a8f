package org.sluice.app.curl.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// `%time{…}`: the formats of `strftime`, in UTC.
final class TimeFormat {
  private static final Map<Character, String> PATTERNS =
      Map.ofEntries(
          Map.entry('Y', "yyyy"),
          Map.entry('m', "MM"),
          Map.entry('d', "dd"),
          Map.entry('e', "ppd"),
          Map.entry('H', "HH"),
          Map.entry('I', "hh"),
          Map.entry('M', "mm"),
          Map.entry('S', "ss"),
          Map.entry('y', "yy"),
          Map.entry('j', "DDD"),
          Map.entry('a', "EEE"),
          Map.entry('A', "EEEE"),
          Map.entry('b', "MMM"),
          Map.entry('h', "MMM"),
          Map.entry('B', "MMMM"),
          Map.entry('p', "a"),
          Map.entry('F', "yyyy-MM-dd"),
          Map.entry('T', "HH:mm:ss"),
          Map.entry('R', "HH:mm"),
          Map.entry('D', "MM/dd/yy"),
          Map.entry('c', "EEE MMM ppd HH:mm:ss yyyy"));

  private TimeFormat() {}

  static String format(String format, Instant now) {
    ZonedDateTime time = now.atZone(ZoneOffset.UTC);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 >= format.length()) {
        out.append(c);
        continue;
      }
      char letter = format.charAt(++i);
      String pattern = PATTERNS.get(letter);
      out.append(
          switch (letter) {
            case '%' -> "%";
            case 'f' -> "%06d".formatted(time.getNano() / 1000);
            case 's' -> Long.toString(now.getEpochSecond());
            case 'z' -> "+0000";
            case 'Z' -> "UTC";
            default ->
                pattern == null
                    ? "%" + letter
                    : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
          });
    }
    return out.toString();
  }
}
