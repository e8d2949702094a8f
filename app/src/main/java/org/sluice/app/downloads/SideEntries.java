package org.sluice.app.downloads;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sluice.app.fx.Moments;
import org.sluice.app.preferences.Category;
import org.sluice.app.preferences.CategoryRules;
import org.sluice.app.queues.QueueIcons;
import org.sluice.engine.queue.QueueRules;

/// The lines of the side bar, from the queues that there are.
///
/// **Threads**: pure functions.
final class SideEntries {

  private SideEntries() {}

  static List<Entry> of(CategoryRules categories, List<QueueRules> queues, Clock clock) {
    List<Entry> entries = new ArrayList<>();
    entries.add(Entry.heading(DownloadsWords.text("side.downloads")));
    entries.add(
        new Entry(
            new Filter.All(), DownloadsWords.text("side.all"), MaterialDesignT.TRAY_FULL, ""));
    for (StateGroup group :
        List.of(
            StateGroup.ACTIVE,
            StateGroup.QUEUED,
            StateGroup.PAUSED,
            StateGroup.DONE,
            StateGroup.FAILED)) {
      entries.add(
          new Entry(
              new Filter.InState(group),
              DownloadsWords.text("side." + group.name()),
              icon(group),
              ""));
    }
    entries.add(Entry.heading(DownloadsWords.text("side.categories")));
    for (Category category : categories.all()) {
      entries.add(
          new Entry(
              new Filter.InCategory(category.id()),
              category.title(),
              FileIcons.of(category.kind()),
              ""));
    }
    entries.add(Entry.heading(DownloadsWords.text("side.queues")));
    for (QueueRules rules : queues) {
      entries.add(
          new Entry(
              new Filter.InQueue(rules.name()),
              QueueNames.shown(rules.name()),
              QueueIcons.of(rules),
              note(rules, clock)));
    }
    return entries;
  }

  /// How many at once, when it opens or closes next, or that it is stopped.
  static String note(QueueRules rules, Clock clock) {
    if (!rules.running()) {
      return DownloadsWords.text("queue.stopped");
    }
    ZonedDateTime now = ZonedDateTime.now(clock);
    ZonedDateTime next = rules.schedule().nextChange(now);
    if (next != null) {
      return rules.isOpen(now)
          ? DownloadsWords.text("queue.until", Moments.time(next))
          : DownloadsWords.text("queue.from", Moments.time(next));
    }
    return DownloadsWords.text("queue.atOnce", Integer.toString(rules.concurrency()));
  }

  private static @Nullable Ikon icon(StateGroup group) {
    return switch (group) {
      case ACTIVE -> MaterialDesignP.PROGRESS_DOWNLOAD;
      case QUEUED -> MaterialDesignC.CLOCK_OUTLINE;
      case PAUSED -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
      case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
      case FAILED -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
    };
  }
}
