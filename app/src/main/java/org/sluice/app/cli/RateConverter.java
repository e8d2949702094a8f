package org.sluice.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads bytes a second: a number, with k, M or G for the powers of 1,024.
final class RateConverter implements ITypeConverter<Long> {
  private static final String UNITS = "kmg";

  RateConverter() {}

  @Override
  public Long convert(String given) {
    int last = given.length() - 1;
    int unit = last < 0 ? -1 : UNITS.indexOf(Character.toLowerCase(given.charAt(last)));
    String digits = unit < 0 ? given : given.substring(0, last);
    try {
      long rate = Math.multiplyExact(Long.parseLong(digits), 1L << (10 * (unit + 1)));
      if (rate > 0) {
        return rate;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw refused(given);
    }
    throw refused(given);
  }

  private static TypeConversionException refused(String given) {
    return new TypeConversionException(
        "\"" + given + "\" is not a rate; give bytes a second, for example 500k or 2M");
  }
}
