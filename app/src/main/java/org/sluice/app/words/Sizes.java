package org.sluice.app.words;

import java.util.Locale;

/// Numbers of bytes as people read them.
public final class Sizes {
  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

  private Sizes() {}

  /// For example `13 bytes`, `9.5 MiB`.
  public static String bytes(long count) {
    if (count < 1024) {
      return count == 1 ? "1 byte" : count + " bytes";
    }
    double value = count;
    int unit = 0;
    while (value >= 1023.95 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }

  /// For example `2.5 MiB/s`.
  public static String rate(long bytesPerSecond) {
    return bytes(bytesPerSecond) + "/s";
  }

  /// For example `4.3 of 10.0 MiB`: the unit once where it is the same.
  public static String of(long part, long whole) {
    String all = bytes(whole);
    String some = bytes(part);
    String unit = all.substring(all.indexOf(' '));
    return (some.endsWith(unit) ? some.substring(0, some.length() - unit.length()) : some)
        + " of "
        + all;
  }
}
