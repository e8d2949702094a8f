package org.sluice.engine.crash;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemState;

/// The process that is killed: goes on with what its journal has, else adds what it is told, and
/// says all the time how far it is.
///
/// Lines: `OPEN id name committed state` once for each item of the journal, `GO`, then
/// `AT millis id received` for each item at work, and at the end `OVER id state file`.
final class CrashChild {
  private static final long SAMPLE_NANOS = Duration.ofMillis(20).toNanos();
  private static final int SEGMENTS = 4;

  private CrashChild() {}

  /// @param args the folder of the journal, the folder of the files, a file with the addresses
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Downloads downloads = Downloads.open(DownloadsOptions.in(Path.of(args[0])))) {
      List<ItemView> found = downloads.freshSnapshot().join().items();
      for (ItemView item : found) {
        out.println(
            "OPEN %s %s %d %s"
                .formatted(item.id(), item.name(), item.amount().committed(), item.state()));
      }
      Set<String> known = found.stream().map(ItemView::name).collect(Collectors.toSet());
      FileWish file = FileWish.into(Path.of(args[1]));
      for (String line : Files.readAllLines(Path.of(args[2]))) {
        String[] urlAndName = line.split("\t", -1);
        if (!known.contains(urlAndName[1])) { // the first process may have come no further
          downloads
              .add(
                  DownloadRequest.of(urlAndName[0], file.named(urlAndName[1]))
                      .fetch(FetchWish.DEFAULT.maxSegments(SEGMENTS)))
              .join();
        }
      }
      out.println("GO");
      follow(downloads, out);
    }
  }

  private static void follow(Downloads downloads, PrintStream out) {
    long start = System.nanoTime();
    while (true) {
      DownloadsSnapshot now = downloads.freshSnapshot().join();
      long millis = (System.nanoTime() - start) / 1_000_000;
      boolean over = true;
      StringBuilder lines = new StringBuilder();
      for (ItemView item : now.items()) {
        if (!item.state().isOver()) {
          over = false;
        }
        if (item.state() == ItemState.RUNNING) {
          lines.append("AT %d %s %d%n".formatted(millis, item.id(), item.amount().received()));
        }
      }
      out.print(lines);
      out.flush();
      if (over) {
        now.items()
            .forEach(
                i -> out.println("OVER %s %s %s".formatted(i.id(), i.state(), i.file().target())));
        return;
      }
      LockSupport.parkNanos(SAMPLE_NANOS);
    }
  }
}
