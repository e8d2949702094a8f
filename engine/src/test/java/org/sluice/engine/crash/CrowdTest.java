package org.sluice.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.queue.QueueRules;

/// 64 downloads with up to 8 segments each at the same time.
class CrowdTest {
  private static final int DOWNLOADS = 64;
  private static final int SEGMENTS = 8;
  private static final long SIZE = 8 << 20;
  private static final long RATE = 96 << 10;
  private static final long BOUND = 16L << 20;

  @TempDir Path temp;
  private int mostConnections;
  private int mostOfOne;

  @Test
  @Timeout(180)
  void sixtyFourTimesEightLoseNothingAndStayWithinTheirMemory() throws IOException {
    DownloadsOptions options =
        DownloadsOptions.in(temp.resolve("data"))
            .limits(DownloadsOptions.Limits.DEFAULT.diskBufferBytes(BOUND).hostConnections(0));
    try (LabServer lab = LabServer.start();
        Core core = new Core(Downloads.open(options))) {
      Core.get(
          core.downloads.putQueue(
              QueueRules.named("main").concurrency(DOWNLOADS).connectionsPerHost(0)));
      FileWish into = FileWish.into(temp.resolve("files"));
      List<CompletableFuture<ItemId>> added = new ArrayList<>();
      for (int i = 0; i < DOWNLOADS; i++) {
        String path = "/throttled?size=%d&rate=%d&key=%d".formatted(SIZE, RATE, i);
        added.add(
            core.downloads.add(
                DownloadRequest.of(lab.http(path).toString(), into.named("file" + i))
                    .fetch(FetchWish.DEFAULT.maxSegments(SEGMENTS))));
      }
      added.forEach(Core::get);
      DownloadsSnapshot end = core.await(this::over, "an end of all");
      System.out.printf(
          "crowd: at most %d connections, %d of one download, %d bytes buffered of %d%n",
          mostConnections, mostOfOne, end.total().diskMostBuffered(), end.total().diskBound());
      assertThat(end.items()).hasSize(DOWNLOADS);
      for (ItemView view : end.items()) {
        assertThat(view.state()).as("%s", view).isEqualTo(ItemState.COMPLETE);
        assertThat(LabBytes.firstDifference(view.file().target(), SIZE))
            .as("first wrong byte of %s", view.name())
            .isEqualTo(-1);
      }
      assertThat(temp.resolve("files").toFile().list()).hasSize(DOWNLOADS);
      assertThat(end.total().diskMostBuffered()).isPositive().isLessThanOrEqualTo(BOUND);
      assertThat(mostOfOne).as("segments of one download").isEqualTo(SEGMENTS);
      assertThat(mostConnections).as("at once").isGreaterThan(DOWNLOADS * SEGMENTS / 2);
    }
  }

  private boolean over(DownloadsSnapshot now) {
    assertThat(now.total().diskBuffered()).isLessThanOrEqualTo(BOUND);
    mostConnections = Math.max(mostConnections, now.total().connections());
    now.items().forEach(v -> mostOfOne = Math.max(mostOfOne, v.amount().connections()));
    return now.items().stream().allMatch(view -> view.state().isOver());
  }
}
