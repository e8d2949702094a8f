package org.sluice.app.fx;

import java.util.List;

/// A curve in words, for who does not see it: `2.2 megabytes a second, steady`.
///
/// **Threads**: pure functions.
public final class SpokenRate {
  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

  /// So many of the last values are compared with as many before them: five seconds of a row's curve.
  private static final int RECENT = 10;

  /// By how much a mean has to differ to be another one.
  private static final double NOTABLE = 0.2;

  private SpokenRate() {}

  /// Of bytes a second.
  public static String bytes(RateHistory history) {
    return said(history, rate(latest(history)));
  }

  /// Of things a second.
  public static String count(RateHistory history) {
    return said(history, Messages.text("spoken.count", Amounts.count(latest(history))));
  }

  /// For example `2.2 megabytes a second`.
  public static String rate(double bytesPerSecond) {
    double value = bytesPerSecond;
    int unit = 0;
    while (value >= 999.95 && unit < UNITS.size() - 1) {
      value /= 1000;
      unit++;
    }
    return Messages.text(
        "spoken.rate." + UNITS.get(unit), Amounts.number(value, unit == 0 ? 0 : 1));
  }

  private static String said(RateHistory history, String now) {
    return history.peak() < 1
        ? Messages.text("spoken.nothing")
        : Messages.text("spoken.curve", now, Messages.text("spoken." + course(history)));
  }

  private static double latest(RateHistory history) {
    return history.size() == 0 ? 0 : history.get(history.size() - 1);
  }

  /// `rising`, `falling` or `steady`: the mean of the last values beside that of those before.
  static String course(RateHistory history) {
    int recent = Math.min(RECENT, history.size() / 2);
    double now = mean(history, history.size() - recent, history.size());
    double before = mean(history, history.size() - 2 * recent, history.size() - recent);
    double larger = Math.max(now, before);
    if (larger == 0 || Math.abs(now - before) <= NOTABLE * larger) {
      return "steady";
    }
    return now > before ? "rising" : "falling";
  }

  private static double mean(RateHistory history, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += history.get(i);
    }
    return to > from ? sum / (to - from) : 0;
  }
}
