package org.sluice.app.monitor;

import java.io.IOException;
import java.nio.file.Path;
import org.sluice.app.fx.PngFile;
import org.sluice.app.timeline.TimeScale;
import org.sluice.app.timeline.TimeWindow;
import org.sluice.app.timeline.TimelineSvg;
import org.sluice.app.timeline.TimelineView;

/// Pictures of the timeline as it is shown.
final class TimelinePictures implements MonitorFiles.Pictures {
  private static final double LEAST_WIDTH = 1_000;

  private final TimelineView timeline;
  private final MonitorViewModel model;

  TimelinePictures(TimelineView timeline, MonitorViewModel model) {
    this.timeline = timeline;
    this.model = model;
  }

  @Override
  public void png(Path file) throws IOException {
    PngFile.write(timeline.snapshot(null, null), file);
  }

  @Override
  public String svg() {
    TimeWindow window = model.travel().window();
    return TimelineSvg.of(
        model.timeline().lanes(),
        model.timeline().timer(),
        new TimeScale(
            window.fromNanos(),
            window.toNanos(),
            Math.max(LEAST_WIDTH, timeline.getWidth()),
            model.wallOffsetNanos()));
  }
}
