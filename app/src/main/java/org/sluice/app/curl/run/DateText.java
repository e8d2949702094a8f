package org.sluice.app.curl.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as people write them after `-z`: words and numbers in any order, UTC unless said otherwise.
///
/// **Source**: curl_getdate(3).
final class DateText {
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
  private static final Pattern ZONE = Pattern.compile("([+-])(\\d{2}):?(\\d{2})");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private int year = -1;
  private int month = -1;
  private int day = -1;
  private LocalTime time = LocalTime.MIDNIGHT;
  private ZoneOffset zone = ZoneOffset.UTC;
  private boolean understood = true;

  private DateText() {}

  static Optional<Instant> parse(String text) {
    DateText date = new DateText();
    for (String word : text.strip().split("[\\s,]+", -1)) {
      date.take(word);
    }
    return date.instant();
  }

  private void take(String word) {
    Matcher clock = TIME.matcher(word);
    Matcher offset = ZONE.matcher(word);
    Matcher compact = COMPACT.matcher(word);
    try {
      if (clock.matches()) {
        String seconds = clock.group(3);
        time =
            LocalTime.of(
                Integer.parseInt(clock.group(1)),
                Integer.parseInt(clock.group(2)),
                seconds == null ? 0 : Integer.parseInt(seconds));
      } else if (offset.matches()) {
        int minutes = Integer.parseInt(offset.group(2)) * 60 + Integer.parseInt(offset.group(3));
        zone = ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes);
      } else if (compact.matches()) {
        year = Integer.parseInt(compact.group(1));
        month = Integer.parseInt(compact.group(2));
        day = Integer.parseInt(compact.group(3));
      } else if (word.indexOf('-') > 0) {
        for (String part : word.split("-", -1)) {
          take(part);
        }
      } else if (word.matches("\\d{1,9}")) {
        number(Integer.parseInt(word), word.length());
      } else {
        name(word.toLowerCase(Locale.ROOT));
      }
    } catch (DateTimeException e) {
      understood = false;
    }
  }

  private void number(int number, int digits) {
    if (digits <= 2 && day < 0 && (year < 0 || month >= 0)) {
      day = number;
    } else if (digits <= 2 && year >= 0 && month < 0) {
      month = number;
    } else if (year < 0) {
      year = digits > 2 ? number : number + (number < 70 ? 2000 : 1900);
    } else {
      understood = false;
    }
  }

  private void name(String word) {
    int found = word.length() >= 3 ? MONTHS.indexOf(word.substring(0, 3)) : -1;
    if (found >= 0) {
      month = found + 1;
    } else if (!word.matches("(mon|tue|wed|thu|fri|sat|sun)[a-z]*|gmt|utc|z?")) {
      understood = false;
    }
  }

  private Optional<Instant> instant() {
    if (!understood || year < 0 || month < 0 || day < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day).atTime(time).toInstant(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
