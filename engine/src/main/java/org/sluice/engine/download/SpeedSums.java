package org.sluice.engine.download;

import java.util.HashMap;
import java.util.Map;

/// How fast all downloads are together, and those of each queue, at one moment.
///
/// **Units**: bytes a second.
record SpeedSums(long all, Map<String, Long> queues) {
  static final SpeedSums NONE = new SpeedSums(0, Map.of());

  SpeedSums {
    queues = Map.copyOf(queues);
  }

  /// **Threads**: confined to the loop.
  static SpeedSums of(Iterable<Item> items) {
    long all = 0;
    Map<String, Long> queues = new HashMap<>();
    for (Item item : items) {
      ItemRun run = item.run;
      if (run != null) {
        long speed = run.bytesPerSecond();
        all += speed;
        queues.merge(item.request().queue(), speed, Long::sum);
      }
    }
    return new SpeedSums(all, queues);
  }

  long ofQueue(String name) {
    return queues.getOrDefault(name, 0L);
  }
}
