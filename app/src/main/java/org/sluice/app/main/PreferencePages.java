package org.sluice.app.main;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.preferences.RemotePage;
import org.sluice.app.preferences.Section;
import org.sluice.app.queues.QueuesPage;
import org.sluice.app.queues.SpeedPage;
import org.sluice.app.shell.DialogLayer;

/// What stands on the pages of the preferences that is no mere setting.
final class PreferencePages {
  private PreferencePages() {}

  static Map<Section, Supplier<Region>> of(Workbench workbench, DialogLayer dialogs) {
    DownloadsViewModel downloads = workbench.downloads();
    Clock clock = Clock.system(ZoneId.systemDefault());
    return Map.of(
        Section.QUEUES,
        () ->
            new QueuesPage(
                downloads.queues(),
                downloads::waiting,
                downloads.snapshotProperty(),
                dialogs,
                clock),
        Section.SPEED,
        () -> new SpeedPage(downloads.speed(), downloads.queues(), clock),
        Section.REMOTE,
        RemotePage::new);
  }
}
