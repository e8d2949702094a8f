package org.sluice.engine.download;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.item.ItemState;

/// Why a download waits, or is no faster: a sentence each.
///
/// **Threads**: confined to the loop.
final class Reasons {
  /// A speed below so much of a limit has another reason.
  private static final double NEAR = 0.85;

  private static final String[] UNITS = {" B/s", " kB/s", " MB/s", " GB/s"};

  private Reasons() {}

  /// @param speeds of all downloads: a limit that these do not reach slows nobody
  static List<String> of(Site site, Item item, SpeedSums speeds) {
    List<String> why = new ArrayList<>();
    if (item.state() == ItemState.RUNNING) {
      running(site, item, speeds, why);
    } else {
      add(why, item.progress().sentence());
      if (item.state() == ItemState.QUEUED || item.state() == ItemState.WAITING) {
        add(why, item.holdSentence());
      }
    }
    return why;
  }

  private static void running(Site site, Item item, SpeedSums speeds, List<String> why) {
    ItemRun run = item.run;
    if (run == null) {
      return;
    }
    String queue = item.request().queue();
    limit(why, "this download", item.limit().bytesPerSecond(), run.bytesPerSecond());
    limit(why, "its queue", site.queues.limitNow(queue), speeds.ofQueue(queue));
    limit(why, "all downloads", site.limit.bytesPerSecond(), speeds.all());
    add(why, run.obstacle());
  }

  private static void limit(
      List<String> why, String whom, long bytesPerSecond, long nowBytesPerSecond) {
    if (isReached(bytesPerSecond, nowBytesPerSecond)) {
      why.add("You limit " + whom + " to " + speed(bytesPerSecond));
    }
  }

  /// Whether a limit is why nothing is faster; 0 is none.
  static boolean isReached(long bytesPerSecond, long nowBytesPerSecond) {
    return bytesPerSecond > 0 && nowBytesPerSecond >= NEAR * bytesPerSecond;
  }

  /// In units of ten, as the window shows speeds: `25 MB/s`, `1.5 MB/s`, `800 B/s`.
  private static String speed(long bytesPerSecond) {
    int unit = 0;
    double number = bytesPerSecond;
    while (number >= 1_000 && unit < UNITS.length - 1) {
      number /= 1_000;
      unit++;
    }
    return BigDecimal.valueOf(number)
            .setScale(1, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + UNITS[unit];
  }

  private static void add(List<String> why, String sentence) {
    if (!sentence.isEmpty() && !why.contains(sentence)) {
      why.add(sentence);
    }
  }
}
