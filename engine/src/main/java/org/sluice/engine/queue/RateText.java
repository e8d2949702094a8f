package org.sluice.engine.queue;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes and reads speeds exactly: `none`, `1500`, `500K`, `2M`, `1G` in powers of 1024.
final class RateText {
  private static final Pattern SPEED = Pattern.compile("([0-9]{1,19})([KMG]?)");
  private static final String UNITS = "KMG";

  private RateText() {}

  static String write(long bytesPerSecond) {
    if (bytesPerSecond == 0) {
      return "none";
    }
    long number = bytesPerSecond;
    int unit = 0;
    while (unit < UNITS.length() && number % 1024 == 0) {
      number /= 1024;
      unit++;
    }
    return unit == 0 ? Long.toString(number) : number + UNITS.substring(unit - 1, unit);
  }

  /// @throws IllegalArgumentException with a sentence that says what was not understood
  static long read(String text) {
    String speed = text.strip().toUpperCase(Locale.ROOT);
    if (speed.equals("NONE")) {
      return 0;
    }
    Matcher matcher = SPEED.matcher(speed);
    if (matcher.matches()) {
      int unit = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
      BigInteger bytes = new BigInteger(matcher.group(1)).shiftLeft(10 * unit);
      if (bytes.bitLength() < Long.SIZE) {
        return bytes.longValueExact();
      }
    }
    throw new IllegalArgumentException(
        "\"" + text.strip() + "\" is no speed; write bytes a second like 1500, 500K, 2M or none");
  }
}
