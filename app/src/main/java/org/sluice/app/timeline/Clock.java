package org.sluice.app.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments as a person reads them.
public final class Clock {
  private static final long SECOND = 1_000_000_000L;
  private static final ZoneId ZONE = ZoneId.systemDefault();
  private static final DateTimeFormatter TENTHS = format("HH:mm:ss.S");
  private static final DateTimeFormatter MILLIS = format("HH:mm:ss.SSS");
  private static final DateTimeFormatter MICROS = format("HH:mm:ss.SSSSSS");

  private Clock() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZONE);
  }

  /// For example `14:02:28.2`.
  public static String tenths(long wallNanos) {
    return TENTHS.format(at(wallNanos));
  }

  /// For example `14:02:28.207`.
  public static String millis(long wallNanos) {
    return MILLIS.format(at(wallNanos));
  }

  /// As precise as marks that are this far apart need it.
  public static String mark(long wallNanos, long apartNanos) {
    return apartNanos >= SECOND / 10
        ? tenths(wallNanos)
        : apartNanos >= SECOND / 1000 ? millis(wallNanos) : MICROS.format(at(wallNanos));
  }

  private static Instant at(long wallNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(wallNanos, SECOND), Math.floorMod(wallNanos, SECOND));
  }
}
