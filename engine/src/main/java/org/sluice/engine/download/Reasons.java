package org.sluice.engine.download;

import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.item.ItemState;

/// Why a download waits, or is no faster: a sentence each.
///
/// **Threads**: confined to the loop.
final class Reasons {
  private Reasons() {}

  static List<String> of(Site site, Item item) {
    List<String> why = new ArrayList<>();
    if (item.state() == ItemState.RUNNING) {
      running(site, item, why);
    } else {
      add(why, item.progress().sentence());
      if (item.state() == ItemState.QUEUED || item.state() == ItemState.WAITING) {
        add(why, item.holdSentence());
      }
    }
    return why;
  }

  private static void running(Site site, Item item, List<String> why) {
    limit(why, "this download", item.limit().bytesPerSecond());
    limit(why, "its queue", site.queues.limitNow(item.request().queue()));
    limit(why, "all downloads", site.limit.bytesPerSecond());
    ItemRun run = item.run;
    if (run != null) {
      add(why, run.obstacle());
    }
  }

  private static void limit(List<String> why, String whom, long bytesPerSecond) {
    if (bytesPerSecond > 0) {
      why.add("You limit " + whom + " to " + bytesPerSecond + " bytes a second");
    }
  }

  private static void add(List<String> why, String sentence) {
    if (!sentence.isEmpty() && !why.contains(sentence)) {
      why.add(sentence);
    }
  }
}
