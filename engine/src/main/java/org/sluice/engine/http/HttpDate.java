package org.sluice.engine.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates as HTTP writes them.
///
/// **Threads**: any; the last second that was written is kept, because most answers share it.
///
/// **Source**: RFC 9110, 5.6.7.
public final class HttpDate {
  /// Longest value that is looked at; the longest of the three forms has 33 characters.
  private static final int MOST_CHARACTERS = 64;

  private static final int CENTURY = 100;
  private static final int YEARS_AHEAD = 50;

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  // The day's name is not compared with the date: it carries nothing, and some servers err there.
  private static final DateTimeFormatter IMF =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss uuuu", Locale.ENGLISH);
  private static final Pattern IMF_FORM =
      Pattern.compile("[A-Z][a-z]{2}, (\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2}) GMT");
  private static final Pattern RFC850_FORM =
      Pattern.compile("[A-Z][a-z]{5,8}, (\\d{2}-[A-Z][a-z]{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}) GMT");
  private static final Pattern ASCTIME_FORM =
      Pattern.compile("[A-Z][a-z]{2} ([A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2} \\d{4})");

  private record Second(long second, String text) {}

  private static volatile Second last = new Second(0, WRITTEN.format(Instant.EPOCH));

  private HttpDate() {}

  /// As it is to be sent.
  public static String format(Instant instant) {
    Second known = last;
    if (known.second() != instant.getEpochSecond()) {
      known = new Second(instant.getEpochSecond(), WRITTEN.format(instant));
      last = known;
    }
    return known.text();
  }

  /// Reads a date in any of the three forms; empty if it is none.
  ///
  /// @param now tells which century a year of two digits belongs to
  public static Optional<Instant> parse(String value, Instant now) {
    String text = value.strip();
    var rfc850 = RFC850_FORM.matcher(text);
    if (text.length() > MOST_CHARACTERS || !rfc850.matches()) {
      return parse(text);
    }
    int thisYear = now.atZone(ZoneOffset.UTC).getYear();
    Optional<ZonedDateTime> read =
        read(rfc850.group(1), twoDigits(thisYear + YEARS_AHEAD - CENTURY + 1));
    return read.map(
        date ->
            date.toInstant().isAfter(now.atZone(ZoneOffset.UTC).plusYears(YEARS_AHEAD).toInstant())
                ? date.minusYears(CENTURY).toInstant()
                : date.toInstant());
  }

  /// Reads a date that says its century; empty if it does not, or is no date.
  public static Optional<Instant> parse(String value) {
    String text = value.strip();
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    var imf = IMF_FORM.matcher(text);
    if (imf.matches()) {
      return read(imf.group(1), IMF).map(ZonedDateTime::toInstant);
    }
    var asctime = ASCTIME_FORM.matcher(text);
    if (asctime.matches()) {
      return read(asctime.group(1).replace("  ", " "), ASCTIME).map(ZonedDateTime::toInstant);
    }
    return Optional.empty();
  }

  private static DateTimeFormatter twoDigits(int firstYear) {
    return new DateTimeFormatterBuilder()
        .appendPattern("dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
        .appendPattern(" HH:mm:ss")
        .toFormatter(Locale.ENGLISH);
  }

  /// By itself the JDK takes the 31st of February for the 28th.
  private static DateTimeFormatter strict(DateTimeFormatter form) {
    return form.withZone(ZoneOffset.UTC).withResolverStyle(ResolverStyle.STRICT);
  }

  private static Optional<ZonedDateTime> read(String text, DateTimeFormatter form) {
    try {
      return Optional.of(ZonedDateTime.parse(text, strict(form)));
    } catch (DateTimeException e) {
      // the 32nd of a month, the 25th hour
      return Optional.empty();
    }
  }
}
