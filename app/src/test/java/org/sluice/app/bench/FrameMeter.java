package org.sluice.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/// Measures frames: the distance of each from the one before, what it cost, and what memory it found.
///
/// **Threads**: JavaFX. **Units**: milliseconds; memory in MB of 2^20 bytes.
public final class FrameMeter {
  private static final double LATE_MILLIS = 100;

  private final float[] distances = new float[1 << 20];
  private final float[] work = new float[1 << 20];
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private int count;
  private long beginNanos;
  private long beforeNanos;
  private long workedNanos;
  private long processNanos;
  private long drawingNanos;
  private long peakHeap;

  /// Forgets all; the next frame is the first.
  public void begin(long nowNanos) {
    count = 0;
    peakHeap = 0;
    beginNanos = nowNanos;
    beforeNanos = nowNanos;
    workedNanos = threads.getCurrentThreadCpuTime();
    processNanos = system.getProcessCpuTime();
    drawingNanos = cpuOf("QuantumRenderer");
  }

  /// One more frame.
  public void frame(long nowNanos) {
    if (count < distances.length) {
      long cpuNow = threads.getCurrentThreadCpuTime();
      work[count] = (cpuNow - workedNanos) / 1e6f;
      workedNanos = cpuNow;
      distances[count++] = (nowNanos - beforeNanos) / 1e6f;
    }
    beforeNanos = nowNanos;
    if (count % 30 == 0) {
      Runtime runtime = Runtime.getRuntime();
      peakHeap = Math.max(peakHeap, runtime.totalMemory() - runtime.freeMemory());
    }
  }

  /// What was seen, in four lines; the memory that is really needed is counted last.
  public String report(long nowNanos) {
    double took = (nowNanos - beginNanos) / 1e9;
    double cores = (system.getProcessCpuTime() - processNanos) / 1e9 / took;
    double drawing = (cpuOf("QuantumRenderer") - drawingNanos) / 1e6 / Math.max(1, count);
    float[] frames = Arrays.copyOf(distances, count);
    Arrays.sort(frames);
    float[] worked = Arrays.copyOf(work, count);
    Arrays.sort(worked);
    long late = 0;
    for (float frame : frames) {
      late += frame > LATE_MILLIS ? 1 : 0;
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "seconds %.0f, frames/s %.1f, frame ms: median %.1f, 95%% %.1f, 99%% %.1f, 99.9%% %.1f,"
            + " longest %.1f; over 100 ms: %d of %d%nCPU %.2f cores, heap peak %d MB, after"
            + " collection %d MB%nCPU ms a frame, whatever else the machine does: JavaFX thread"
            + " median %.1f, 99%% %.1f, most %.1f; renderer mean %.1f",
        took,
        count / took,
        at(frames, 0.5),
        at(frames, 0.95),
        at(frames, 0.99),
        at(frames, 0.999),
        at(frames, 1),
        late,
        count,
        cores,
        peakHeap >> 20,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        at(worked, 0.5),
        at(worked, 0.99),
        at(worked, 1),
        drawing);
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
}
