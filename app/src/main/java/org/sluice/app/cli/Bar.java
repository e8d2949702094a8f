package org.sluice.app.cli;

import org.sluice.app.words.Sizes;
import org.sluice.engine.multi.TransferInfo;

/// One file at work, as a line: name, bar, share, size, rate.
///
/// **Units**: nanoseconds of the system clock.
final class Bar {
  private static final int NAME_WIDTH = 28;
  private static final int BAR_WIDTH = 24;
  private static final double SMOOTHING = 0.3;

  private final String name;
  private long received;
  private long expected = -1;
  private long atNanos;
  private double bytesPerSecond;

  Bar(String name, long nowNanos) {
    this.name = fitted(name);
    atNanos = nowNanos;
  }

  void update(TransferInfo info, long nowNanos) {
    long elapsed = Math.max(1, nowNanos - atNanos);
    double rate = Math.max(0, info.received() - received) * 1e9 / elapsed;
    bytesPerSecond =
        bytesPerSecond == 0 ? rate : bytesPerSecond + SMOOTHING * (rate - bytesPerSecond);
    received = info.received();
    expected = info.expected();
    atNanos = nowNanos;
  }

  String line() {
    StringBuilder text = new StringBuilder(name).append(' ');
    if (expected > 0) {
      double share = Math.min(1, (double) received / expected);
      int full = (int) (share * BAR_WIDTH);
      text.repeat('█', full).repeat('░', BAR_WIDTH - full);
      String percent = (int) (share * 100) + "%";
      text.repeat(' ', 5 - percent.length()).append(percent).append("  ");
      text.append(Sizes.bytes(received)).append(" of ").append(Sizes.bytes(expected));
    } else {
      text.repeat('░', BAR_WIDTH).append("       ").append(Sizes.bytes(received));
    }
    return text.append(", ").append(Sizes.bytes((long) bytesPerSecond)).append("/s").toString();
  }

  /// The end of a path tells more than its beginning.
  private static String fitted(String name) {
    int length = name.length();
    return length <= NAME_WIDTH
        ? name + " ".repeat(NAME_WIDTH - length)
        : "…" + name.substring(length - NAME_WIDTH + 1);
  }
}
