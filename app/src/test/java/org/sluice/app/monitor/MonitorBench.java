package org.sluice.app.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.sluice.app.bench.FrameMeter;
import org.sluice.app.bench.Named;
import org.sluice.app.fx.Fonts;
import org.sluice.app.fx.PngFile;
import org.sluice.app.fx.PulseFeed;
import org.sluice.app.fx.Theme;
import org.sluice.app.shell.LinkedSelection;

/// Measures the Monitor under load: frame times, CPU, memory, and whether a recording loses events.
///
/// Run by `app/bench-monitor.sh`; see `app/BENCHMARKS.md`. Arguments: `--sockets=`, `--events=` a
/// second, `--seconds=`, `--record=true`, `--warmup=` seconds, `--picture=` file.
public final class MonitorBench extends Application {
  private static final long SECOND = 1_000_000_000L;

  private final FrameMeter meter = new FrameMeter();
  private boolean measuring;

  @Override
  public void start(Stage stage) throws IOException {
    Map<String, String> named = getParameters().getNamed();
    Named numbers = new Named(named);
    int sockets = numbers.number("sockets", 100);
    int seconds = numbers.number("seconds", 60);
    Path folder = Files.createTempDirectory("sluice-bench-");

    Fonts.load();
    FloodFeed feed = new FloodFeed(sockets, numbers.number("events", 100_000));
    MonitorViewModel model = new MonitorViewModel(feed, folder);
    MonitorPerspective monitor =
        new MonitorPerspective(
            model, new LinkedSelection(), new AddingHere(() -> {}, () -> {}), () -> {});
    Scene scene = new Scene(monitor.root(), 1440, 900);
    Theme.LIGHT.applyTo(scene);
    stage.setScene(scene);
    stage.show();
    new PulseFeed(now -> monitor.pulse(now, true), now -> monitor.refresh(now, true)).start();
    feed.start();
    if (numbers.is("record")) {
      monitor.files().toggleRecording();
    }
    long begin = System.nanoTime() + numbers.number("warmup", 15) * SECOND;
    long end = begin + seconds * SECOND;
    new AnimationTimer() {
      private long fedBefore;

      @Override
      public void handle(long unused) {
        long now = System.nanoTime();
        if (now < begin) {
          return;
        }
        if (!measuring) {
          measuring = true;
          fedBefore = feed.published();
          meter.begin(now);
          return;
        }
        meter.frame(now);
        if (now >= end) {
          stop();
          double took = (now - begin) / 1e9;
          say(sockets, meter.report(now), (feed.published() - fedBefore) / took, feed, monitor);
          picture(named.get("picture"), scene);
          remove(folder); // ten minutes of recording are 9 GB
          Platform.exit();
          System.exit(0);
        }
      }
    }.start();
  }

  private static void say(
      int sockets, String frames, double perSecond, FloodFeed feed, MonitorPerspective monitor) {
    feed.close();
    System.out.printf(
        Locale.ROOT,
        "sockets %d, lanes %d, events/s %.0f%n%s%ndisplay missed %d events; recording: %s%n",
        sockets,
        monitor.lanes(),
        perSecond,
        frames,
        feed.missed(),
        monitor.files().endOfRecording());
  }

  private static void picture(@Nullable String file, Scene scene) {
    if (file != null) {
      try {
        PngFile.write(scene.snapshot(null), Path.of(file));
      } catch (IOException e) {
        System.err.println("no picture: " + e);
      }
    }
  }

  private static void remove(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      System.err.println("not removed: " + folder + ": " + e);
    }
  }
}
