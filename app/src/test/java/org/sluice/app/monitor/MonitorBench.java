package org.sluice.app.monitor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
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
  private static final double LATE_MILLIS = 100;

  private final float[] frames = new float[1 << 20];
  private int count;
  private long before;
  private long peakHeap;
  private long drawing;
  private boolean measuring;
  private final float[] work = new float[1 << 20];
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Override
  public void start(Stage stage) throws IOException {
    Map<String, String> named = getParameters().getNamed();
    int sockets = number(named, "sockets", 100);
    int events = number(named, "events", 100_000);
    int seconds = number(named, "seconds", 60);
    int warmup = number(named, "warmup", 15);
    boolean record = Boolean.parseBoolean(named.getOrDefault("record", "false"));
    Path folder = Files.createTempDirectory("sluice-bench-");

    Fonts.load();
    FloodFeed feed = new FloodFeed(sockets, events);
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
    if (record) {
      monitor.files().toggleRecording();
    }
    long begin = System.nanoTime() + warmup * SECOND;
    long end = begin + seconds * SECOND;
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    new AnimationTimer() {
      private long cpu;
      private long fedBefore;
      private long worked;

      @Override
      public void handle(long unused) {
        long now = System.nanoTime();
        if (now < begin) {
          return;
        }
        if (!measuring) {
          measuring = true;
          cpu = system.getProcessCpuTime();
          fedBefore = feed.published();
          before = now;
          drawing = cpuOf("QuantumRenderer");
          worked = threads.getCurrentThreadCpuTime();
          return;
        }
        if (count < frames.length) {
          long cpuNow = threads.getCurrentThreadCpuTime();
          work[count] = (cpuNow - worked) / 1e6f;
          worked = cpuNow;
          frames[count++] = (now - before) / 1e6f;
        }
        before = now;
        if (count % 30 == 0) {
          Runtime runtime = Runtime.getRuntime();
          peakHeap = Math.max(peakHeap, runtime.totalMemory() - runtime.freeMemory());
        }
        if (now >= end) {
          stop();
          double took = (now - begin) / 1e9;
          double cores = (system.getProcessCpuTime() - cpu) / 1e9 / took;
          drawing = cpuOf("QuantumRenderer") - drawing;
          say(sockets, took, cores, (feed.published() - fedBefore) / took, feed, monitor);
          picture(named.get("picture"), scene);
          remove(folder); // ten minutes of recording are 9 GB
          Platform.exit();
          System.exit(0);
        }
      }
    }.start();
  }

  private void say(
      int sockets,
      double took,
      double cores,
      double perSecond,
      FloodFeed feed,
      MonitorPerspective monitor) {
    float[] sorted = Arrays.copyOf(frames, count);
    Arrays.sort(sorted);
    float[] work = Arrays.copyOf(this.work, count);
    Arrays.sort(work);
    long late = 0;
    for (float frame : sorted) {
      late += frame > LATE_MILLIS ? 1 : 0;
    }
    feed.close();
    String recorded = monitor.files().endOfRecording();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "sockets %d, lanes %d, events/s %.0f, seconds %.0f%nframes/s %.1f, frame ms: median %.1f,"
            + " 95%% %.1f, 99%% %.1f, 99.9%% %.1f, longest %.1f; over 100 ms: %d of %d%nCPU %.2f"
            + " cores (the engine that is played included), heap peak %d MB, after collection %d"
            + " MB%nCPU ms a frame, whatever else the machine does: JavaFX thread median %.1f, 99%%"
            + " %.1f, most %.1f; renderer mean %.1f%ndisplay missed %d events; recording: %s%n",
        sockets,
        monitor.lanes(),
        perSecond,
        took,
        count / took,
        at(sorted, 0.5),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 0.999),
        at(sorted, 1),
        late,
        count,
        cores,
        peakHeap >> 20,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        at(work, 0.5),
        at(work, 0.99),
        at(work, 1),
        drawing / 1e6 / Math.max(1, count),
        feed.missed(),
        recorded);
  }

  /// The CPU time of the threads of a name.
  private long cpuOf(String name) {
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().startsWith(name)) {
        sum += Math.max(0, threads.getThreadCpuTime(id));
      }
    }
    return sum;
  }

  private static float at(float[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
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

  private static int number(Map<String, String> named, String name, int otherwise) {
    return Integer.parseInt(named.getOrDefault(name, Integer.toString(otherwise)));
  }
}
