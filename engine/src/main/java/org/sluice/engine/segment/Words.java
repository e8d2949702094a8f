package org.sluice.engine.segment;

import java.util.Locale;

/// Numbers as the reasons say them.
final class Words {
  private Words() {}

  static String bytes(double bytes) {
    if (bytes < 1024) {
      return Math.round(bytes) + " bytes";
    }
    String[] units = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double value = bytes / 1024;
    int unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }

  static String speed(double bytesPerSecond) {
    return bytes(bytesPerSecond) + "/s";
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
  }

  static String connections(int count) {
    return count == 1 ? "1 connection" : count + " connections";
  }
}
