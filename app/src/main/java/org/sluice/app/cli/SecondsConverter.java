package org.sluice.app.cli;

import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads seconds, with a fraction if need be: `30`, `0.5`.
final class SecondsConverter implements ITypeConverter<Duration> {
  private static final long MOST_SECONDS = 1_000_000_000L;

  SecondsConverter() {}

  @Override
  public Duration convert(String given) {
    try {
      BigDecimal seconds = new BigDecimal(given);
      if (seconds.signum() > 0 && seconds.compareTo(BigDecimal.valueOf(MOST_SECONDS)) <= 0) {
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
      }
    } catch (NumberFormatException e) {
      throw refused(given);
    }
    throw refused(given);
  }

  private static TypeConversionException refused(String given) {
    return new TypeConversionException("\"" + given + "\" is not a time in seconds");
  }
}
