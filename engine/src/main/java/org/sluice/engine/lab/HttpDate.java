package org.sluice.engine.lab;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates as HTTP writes them; the last second is kept, because most answers share it.
///
/// **Source** RFC 9110, section 5.6.7.
final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private record Second(long second, String text) {}

  private static volatile Second last = new Second(0, FORMAT.format(Instant.EPOCH));

  private HttpDate() {}

  static String format(Instant instant) {
    Second known = last;
    if (known.second() != instant.getEpochSecond()) {
      known = new Second(instant.getEpochSecond(), FORMAT.format(instant));
      last = known;
    }
    return known.text();
  }
}
