package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Path;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.engine.lab.LabServer;

/// What there is to see in the pictures: downloads in many states, and single acts by name.
final class PictureScenes {
  private PictureScenes() {}

  static void fill(LiveEngine engine, LabServer lab, Path folder) throws IOException {
    add(engine, lab, "/throttled?size=40m&rate=900k", folder, "debian-13.2.0-amd64-DVD-1.iso", 6);
    add(
        engine,
        lab,
        "/throttled?size=9m&rate=700k",
        folder,
        "linux-source-6.12_6.12.57-1_all.deb",
        3);
    add(
        engine,
        lab,
        "/throttled?size=20m&rate=600k",
        folder,
        "firmware-nonfree_20250917.orig.tar.xz",
        2);
  }

  private static void add(
      LiveEngine engine, LabServer lab, String path, Path folder, String name, int segments) {
    var _ = engine.add(PictureRun.download(lab, path, folder, name).maxSegments(segments));
  }

  static void act(SluiceWindow window, LiveEngine engine, LabServer lab, Path folder, String act) {
    if (act.startsWith("run=")) {
      window.shell().commands().get(act.substring(4)).run();
    }
  }
}
