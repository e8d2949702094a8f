package org.sluice.engine.cookie;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as cookies have them, in whatever order: a pure function.
///
/// **Limits**: [#MOST_CHARACTERS]. **Source**: RFC 6265bis, 5.1.1.
final class CookieDate {
  static final int MOST_CHARACTERS = 79;

  private static final Pattern SEPARATOR =
      Pattern.compile("[\\x09\\x20-\\x2f\\x3b-\\x40\\x5b-\\x60\\x7b-\\x7e]+");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\D.*)?");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:\\D.*)?");
  private static final Pattern YEAR = Pattern.compile("(\\d{2,4})(?:\\D.*)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private int hour = -1;
  private int minute;
  private int second;
  private int day = -1;
  private int month = -1;
  private int year = -1;

  private CookieDate() {}

  static Optional<Instant> parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    CookieDate date = new CookieDate();
    for (String token : SEPARATOR.split(text, -1)) {
      date.take(token);
    }
    return date.instant();
  }

  private void take(String token) {
    Matcher time = TIME.matcher(token);
    Matcher days = DAY.matcher(token);
    Matcher years = YEAR.matcher(token);
    String start = token.length() < 3 ? "" : token.substring(0, 3).toLowerCase(Locale.ROOT);
    if (hour < 0 && time.matches()) {
      hour = Integer.parseInt(time.group(1));
      minute = Integer.parseInt(time.group(2));
      second = Integer.parseInt(time.group(3));
    } else if (day < 0 && days.matches()) {
      day = Integer.parseInt(days.group(1));
    } else if (month < 0 && MONTHS.contains(start)) {
      month = MONTHS.indexOf(start) + 1;
    } else if (year < 0 && years.matches()) {
      year = Integer.parseInt(years.group(1));
    }
  }

  private Optional<Instant> instant() {
    if (hour < 0 || day < 0 || month < 0 || year < 0) {
      return Optional.empty();
    }
    int full = year >= 70 && year <= 99 ? year + 1900 : year <= 69 ? year + 2000 : year;
    if (full < 1601) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(full, month, day, hour, minute, second).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      // the 31st of February, the 25th hour
      return Optional.empty();
    }
  }
}
