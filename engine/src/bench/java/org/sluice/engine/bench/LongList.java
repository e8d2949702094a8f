package org.sluice.engine.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.item.Validators;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.journal.JournalOptions;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// What a long list costs: the size of its journal, the time to open it, the memory to hold it.
///
/// `LongList ITEMS [FOLDER]` makes two lists and opens each in a process of its own: one in which a
/// quarter each is complete, paused with committed spans, queued, and failed; and one in which every
/// download was committed many times and is complete.
public final class LongList {
  private static final int COMMITS = 20;
  private static final int RUNS = 5;
  private static final int WATCH_MILLIS = 2_500;
  private static final int PERIOD_MILLIS = 250;
  private static final int SPANS = 12;
  private static final long LENGTH = 700L << 20;
  private static final int MOST_POSTS = 2_000;

  /// As the distribution starts it.
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmn24m",
          "-XX:+UseCompactObjectHeaders",
          "--enable-native-access=ALL-UNNAMED");

  private LongList() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("open")) {
      open(Path.of(args[1]));
      return;
    }
    int items = Integer.parseInt(args[0]);
    Path scratch =
        args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("sluice-long-list");
    for (boolean allComplete : new boolean[] {false, true}) {
      Path folder = scratch.resolve(allComplete ? "complete" : "mixed");
      long begun = System.nanoTime();
      fill(folder, items, allComplete);
      System.out.printf(
          "%s: %,d items written in %.1f s; journal %.1f MB, second generation %.1f MB, all %.1f MB%n",
          folder.getFileName(),
          items,
          (System.nanoTime() - begun) / 1e9,
          megabytes(folder.resolve("journal.db")),
          megabytes(folder.resolve("journal.bak")),
          allMegabytes(folder));
      for (int i = 0; i < RUNS; i++) {
        process(folder);
      }
    }
    if (args.length == 1) {
      try (Stream<Path> files = Files.walk(scratch)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  // ---- the list -------------------------------------------------------------------------------

  private static void fill(Path folder, int items, boolean allComplete) throws Exception {
    Semaphore room = new Semaphore(MOST_POSTS);
    try (Journal journal =
        Journal.open(
            folder, JournalOptions.of(Clock.systemUTC(), failure -> System.err.println(failure)))) {
      List<ItemId> ids = new ArrayList<>();
      for (int i = 0; i < items; i++) {
        ItemId id = journal.nextId();
        ids.add(id);
        StoredItem item =
            new StoredItem(
                id, request(i), Instant.now(), i + 1L, null, Spans.EMPTY, Progress.NEW);
        post(journal, room, List.of(new JournalChange.Added(item)));
      }
      for (int round = 0; round <= COMMITS; round++) {
        for (int i = 0; i < items; i++) {
          List<JournalChange> changes = changes(ids.get(i), i, round, allComplete ? 0 : i % 4);
          if (!changes.isEmpty()) {
            post(journal, room, changes);
          }
        }
      }
    }
  }

  private static void post(Journal journal, Semaphore room, List<JournalChange> changes) {
    room.acquireUninterruptibly();
    journal.post(
        changes,
        room::release,
        failure -> {
          System.err.println(failure);
          room.release();
        });
  }

  private static DownloadRequest request(int i) {
    return DownloadRequest.of(
        "https://mirror" + i % 50 + ".example.org/pub/releases/2026.11/images/disk-" + i + ".iso",
        FileWish.into(Path.of("/home/user/Downloads")));
  }

  private static List<JournalChange> changes(ItemId id, int i, int round, int kind) {
    if (kind == 2) {
      return List.of(); // queued
    }
    if (round == 0) {
      return List.of(new JournalChange.Identified(id, identity(i)));
    }
    if (round < COMMITS) {
      return List.of(new JournalChange.Committed(id, spans(round)));
    }
    return switch (kind) {
      case 0 ->
          List.of(
              new JournalChange.Committed(id, Spans.of(new Span(0, LENGTH))),
              new JournalChange.Progressed(
                  id, progress(ItemState.COMPLETE, StateReason.NONE, "", Instant.now())));
      case 1 ->
          List.of(
              new JournalChange.Progressed(
                  id, progress(ItemState.PAUSED, StateReason.BY_USER, "", null)));
      default ->
          List.of(
              new JournalChange.Progressed(
                  id,
                  progress(
                      ItemState.FAILED,
                      StateReason.REFUSED,
                      "mirror.example.org answered 403 (Forbidden)",
                      null)));
    };
  }

  private static Progress progress(
      ItemState state, StateReason reason, String sentence, Instant finished) {
    return new Progress(state, reason, sentence, null, finished, LENGTH, 0);
  }

  private static Identity identity(int i) {
    Path target = Path.of("/home/user/Downloads/disk-" + i + ".iso");
    return new Identity(
        target,
        Path.of(target + ".part"),
        "ino=" + (1_000_000 + i) + ";born=1763800000000",
        new Validators(
            LENGTH,
            "\"2bc00000-" + Integer.toHexString(i) + "\"",
            "Sun, 22 Nov 2026 10:00:00 GMT",
            "Sun, 22 Nov 2026 19:00:00 GMT",
            "application/x-iso9660-image"),
        "https://cdn.example.net/pub/releases/2026.11/images/disk-" + i + ".iso",
        Proof.NOT_NEEDED);
  }

  /// As several segments leave it.
  private static Spans spans(int round) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < SPANS; i++) {
      long from = LENGTH / SPANS * i;
      spans.add(new Span(from, from + (LENGTH / SPANS) * round / (COMMITS + 1)));
    }
    return Spans.of(spans);
  }

  // ---- a process that holds it ----------------------------------------------------------------

  private static void process(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(FLAGS);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            LongList.class.getName(),
            "open",
            folder.toString()));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException("the process with the list ended with " + code);
    }
  }

  private static void open(Path folder) throws Exception {
    long begun = System.nanoTime();
    // what waits is left alone, so that nothing is asked of the network
    DownloadsOptions options =
        DownloadsOptions.in(folder).turns(new DownloadsOptions.Turns(true, 0));
    try (Downloads downloads = Downloads.open(options)) {
      long opened = System.nanoTime();
      int items = downloads.freshSnapshot().get(1, TimeUnit.MINUTES).items().size();
      long seen = System.nanoTime();
      long cpu = cpuMillis();
      double sinceStart = cpu;
      for (int i = 0; i < WATCH_MILLIS / PERIOD_MILLIS; i++) {
        downloads.snapshot();
        Thread.sleep(PERIOD_MILLIS);
      }
      System.out.printf(
          "  %,d items: open %.0f ms, first snapshot %.0f ms later, %.0f ms of CPU since the JVM began;"
              + " four snapshots a second take %.1f ms of CPU each; RSS %s, at most %s%n",
          items,
          (opened - begun) / 1e6,
          (seen - opened) / 1e6,
          sinceStart,
          (cpuMillis() - cpu) / (double) (WATCH_MILLIS / PERIOD_MILLIS),
          status("VmRSS"),
          status("VmHWM"));
    }
  }

  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }

  private static String status(String field) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "?";
    }
    for (String line : Files.readAllLines(status, StandardCharsets.UTF_8)) {
      if (line.startsWith(field + ":")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB";
      }
    }
    return "?";
  }

  private static double megabytes(Path file) throws IOException {
    return Files.size(file) / 1e6;
  }

  private static double allMegabytes(Path folder) throws IOException {
    double sum = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        sum += megabytes(file);
      }
    }
    return sum;
  }
}
