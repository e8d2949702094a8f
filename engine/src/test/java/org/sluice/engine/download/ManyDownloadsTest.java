package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.queue.QueueRules;

/// Many downloads at once, and very many in the list.
@Timeout(300)
class ManyDownloadsTest extends DownloadsTestBase {
  private static final long BOUND = 16L << 20;

  @Override
  DownloadsOptions options() {
    return super.options()
        .limits(DownloadsOptions.Limits.DEFAULT.diskBufferBytes(BOUND).hostConnections(0));
  }

  @Test
  void sixtyFourTimesEightSegmentsLoseNothing() {
    get(downloads.putQueue(QueueRules.named("main").concurrency(64).connectionsPerHost(0)));
    List<ItemId> ids = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      ids.add(add("/bytes/" + (4 << 20)));
    }
    for (ItemId id : ids) {
      assertThat(LabFiles.difference(complete(id))).as("download " + id).isEqualTo(-1);
    }
    DownloadsSnapshot snapshot = get(downloads.freshSnapshot());
    assertThat(snapshot.total().diskMostBuffered()).isPositive().isLessThanOrEqualTo(BOUND);
    assertThat(snapshot.items()).allMatch(view -> view.state() == ItemState.COMPLETE);
  }

  @Test
  void anEmptyListIsKnownToBeEmptyOnceItWasLookedAt() {
    DownloadsSnapshot none =
        new DownloadsSnapshot(
            java.time.Instant.EPOCH,
            List.of(),
            List.of(),
            new DownloadsSnapshot.Total(0, 0, 0, 0, 0, 0, 0),
            List.of());
    assertThat(none.isKnown()).isFalse();
    assertThat(get(downloads.freshSnapshot()).items()).isEmpty();
    assertThat(get(downloads.freshSnapshot()).isKnown()).isTrue();
  }

  @Test
  void tenThousandWaitAndTheSnapshotReusesThem() throws Exception {
    get(downloads.stopQueue("main"));
    List<CompletableFuture<ItemId>> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(downloads.add(request("/bytes/" + i)));
    }
    all.forEach(DownloadsTestBase::get);
    DownloadsSnapshot one = get(downloads.freshSnapshot());
    DownloadsSnapshot two = get(downloads.freshSnapshot());
    assertThat(one.items()).hasSize(10_000);
    for (int i = 0; i < 10_000; i += 999) {
      assertThat(two.items().get(i)).isSameAs(one.items().get(i));
    }
    reopen();
    assertThat(get(downloads.freshSnapshot()).items()).hasSize(10_000);
    try (var files = Files.list(data)) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes).isLessThan(50L << 20);
    }
  }

  /// What is wrong with a file of the lab.
  private static final class LabFiles {
    static long difference(ItemView view) {
      return org.sluice.engine.lab.LabBytes.firstDifference(
          java.util.Objects.requireNonNull(view.file().target()), view.amount().length());
    }
  }
}
