package org.sluice.app.cli;

import java.util.Locale;

/// Numbers of bytes as people read them.
final class Sizes {
  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

  private Sizes() {}

  /// For example `13 bytes`, `9.5 MiB`.
  static String bytes(long count) {
    if (count < 1024) {
      return count == 1 ? "1 byte" : count + " bytes";
    }
    double value = count;
    int unit = 0;
    while (value >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }
}
