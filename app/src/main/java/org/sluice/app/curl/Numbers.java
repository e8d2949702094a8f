package org.sluice.app.curl;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers of curl's options.
///
/// **Errors**: [IllegalArgumentException] with curl's words.
public final class Numbers {
  static final String NOT_A_NUMBER = "expected a proper numerical parameter";
  static final String TOO_LARGE = "too large number";
  static final String NEGATIVE = "expected a positive numerical parameter";

  private static final Pattern BYTES = Pattern.compile("(\\d+)(?:\\.(\\d+))?(.*)");
  private static final Pattern SECONDS = Pattern.compile("(\\d+)(?:\\.(\\d+))?.*");
  private static final String UNITS = "bkmgtp";

  private Numbers() {}

  /// A number that is not negative.
  public static long count(String text) {
    long number = signed(text);
    if (number < 0) {
      throw new IllegalArgumentException(NEGATIVE);
    }
    return number;
  }

  public static long signed(String text) {
    if (!text.matches("-?\\d+")) {
      throw new IllegalArgumentException(NOT_A_NUMBER);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(NOT_A_NUMBER, e);
    }
  }

  /// Seconds, with a fraction if need be.
  public static long millis(String text) {
    Matcher found = SECONDS.matcher(text);
    if (!found.matches() || found.group(1).length() > 15) {
      throw new IllegalArgumentException(NOT_A_NUMBER);
    }
    String fraction = found.group(2) == null ? "" : found.group(2);
    String thousandths = (fraction + "000").substring(0, 3);
    return Long.parseLong(found.group(1)) * 1000 + Long.parseLong(thousandths);
  }

  /// Bytes, such as `100`, `10k`, `1.5M`.
  public static long bytes(String text) {
    Matcher found = BYTES.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(NOT_A_NUMBER);
    }
    String unit = found.group(3).toLowerCase(Locale.ROOT);
    int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit);
    if (unit.length() > 1 || power < 0 || (power == 0 && found.group(2) != null)) {
      throw new IllegalArgumentException("is badly used here");
    }
    double times = Math.pow(1024, power);
    if (found.group(1).length() > 18 || Long.parseLong(found.group(1)) > Long.MAX_VALUE / times) {
      throw new IllegalArgumentException(TOO_LARGE);
    }
    long whole = Long.parseLong(found.group(1)) * (long) times;
    return found.group(2) == null
        ? whole
        : whole + (long) (Double.parseDouble("0." + found.group(2)) * times);
  }

  /// An octal number of permissions.
  public static int octal(String text) {
    if (!text.matches("[0-7]{1,4}")) {
      throw new IllegalArgumentException(NOT_A_NUMBER);
    }
    int value = Integer.parseInt(text, 8);
    if (value > 0777) {
      throw new IllegalArgumentException(TOO_LARGE);
    }
    return value;
  }
}
