package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Path;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;
import org.sluice.engine.queue.SpeedPlan;

/// What there is to see in the pictures: downloads in many states, and single acts by name.
final class PictureScenes {
  private static final long STEP_MILLIS = 250;

  private PictureScenes() {}

  static void fill(LiveEngine engine, LabServer lab, Path folder) throws IOException {
    if (Boolean.getBoolean("empty")) {
      return;
    }
    var _ = engine.list().putQueue(QueueRules.named("main").concurrency(5));
    var _ =
        engine
            .list()
            .putQueue(QueueRules.named("Overnight").schedule(Schedule.parse("22:00-06:00")));
    var _ =
        engine
            .list()
            .putQueue(
                QueueRules.named("Lab")
                    .concurrency(16)
                    .schedule(
                        Schedule.parse(
                            "Mon-Fri 00:00-08:00; Mon-Fri 12:00-13:00; Mon-Fri 18:00-24:00;"
                                + " Sat,Sun 00:00-24:00"))
                    .speed(
                        SpeedPlan.parse(
                            0,
                            "Mon-Fri 06:00-08:00 = 25000000; Mon-Fri 12:00-13:00 = 25000000;"
                                + " Mon-Fri 18:00-22:00 = 25000000; Sat,Sun 09:00-23:00 ="
                                + " 25000000")));
    add(engine, lab, "/small", folder, "gcc-14.3.0-doc-html.zip", 1);
    add(engine, lab, "/100k", folder, "ca-bundle-2026-11-04.pem", 1);
    add(engine, lab, "/1m", folder, "kernel-handbook.pdf", 1);
    add(engine, lab, "/404", folder, "backports-snapshot-20261119.tar.zst", 1);
    add(engine, lab, "/close-mid", folder, "conference-keynote-2160p.webm", 1);
    add(engine, lab, "/throttled?size=19m&rate=300k", folder, "basemap-tiles-2026-11.mbtiles", 1);
    add(engine, lab, "/throttled?size=22m&rate=600k", folder, "sensor-readings-2026.parquet", 1);
    add(
        engine,
        lab,
        "/throttled?size=20m&rate=500k",
        folder,
        "firmware-nonfree_20250917.orig.tar.xz",
        2);
    add(
        engine,
        lab,
        "/throttled?size=30m&rate=500k",
        folder,
        "linux-source-6.12_6.12.57-1_all.deb",
        3);
    add(engine, lab, "/throttled?size=80m&rate=900k", folder, "debian-13.2.0-amd64-DVD-1.iso", 6);
    add(engine, lab, "/throttled?size=9m&rate=700k", folder, "debian-13.2.0-arm64-netinst.iso", 3);
    add(engine, lab, "/throttled?size=2m&rate=600k", folder, "manual-pages-6.9.1.tar.xz", 2);
    var _ =
        engine
            .list()
            .add(
                request(lab, "/throttled?size=2m&rate=600k", folder, "some-novel.epub", 1)
                    .startPaused(true));
  }

  private static DownloadRequest request(
      LabServer lab, String path, Path folder, String name, int segments) {
    return DownloadRequest.of(lab.http(path).toString(), FileWish.into(folder).named(name))
        .fetch(FetchWish.DEFAULT.maxSegments(segments));
  }

  private static void add(
      LiveEngine engine, LabServer lab, String path, Path folder, String name, int segments) {
    var _ = engine.list().add(request(lab, path, folder, name, segments));
  }

  static void act(SluiceWindow window, LiveEngine engine, LabServer lab, Path folder, String act) {
    if (act.startsWith("run=")) {
      window.shell().commands().get(act.substring(4)).run();
    } else if (act.startsWith("select=")) {
      select(window, act.substring(7));
    } else if (act.startsWith("tab=")) {
      ((javafx.scene.control.ToggleButton) window.scene().lookup("#tab-" + act.substring(4)))
          .fire();
    } else if (act.startsWith("steps=")) {
      steps(window, Integer.parseInt(act.substring(6)));
    } else if (act.startsWith("page=")) {
      window.shell().openPreferences(act.substring(5));
    } else if (act.startsWith("row=")) {
      var rows = (javafx.scene.control.TableView<?>) window.scene().lookup("#queues");
      rows.getSelectionModel().select(Integer.parseInt(act.substring(4)));
    } else if (act.equals("close")) {
      window.shell().dialogs().close();
    } else if (act.startsWith("type=")) {
      var field = (javafx.scene.control.TextInputControl) window.scene().getFocusOwner();
      field.setText(act.substring(5).replace("LAB", lab.http("").toString()));
    }
  }

  /// How long the acts take.
  static long millis(String[] acts) {
    long steps = 0;
    for (String act : acts) {
      steps += act.startsWith("steps=") ? Integer.parseInt(act.substring(6)) : 0;
    }
    return steps * STEP_MILLIS;
  }

  /// Steps through the lesson, each time that the engine stands again.
  private static void steps(SluiceWindow window, int left) {
    if (left > 0) {
      window.shell().commands().get("learn.step").run();
      PictureRun.after(STEP_MILLIS, () -> steps(window, left - 1));
    }
  }

  @SuppressWarnings("unchecked")
  private static void select(SluiceWindow window, String part) {
    var table = (javafx.scene.control.TableView<Object>) window.scene().lookup("#downloads");
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).toString().contains(part)) {
        table.getSelectionModel().clearAndSelect(i);
      }
    }
  }
}
