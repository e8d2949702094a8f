package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.handover.HandedCommand;
import org.sluice.app.handover.HandoverJson;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.instance.Instance;
import org.sluice.engine.instance.Instance.Second;
import org.sluice.engine.instance.InstanceException;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabServer;

/// A paused download outlives the window that shows it, whose process is killed.
@Timeout(500)
class PausedComesBackTest {
  private static final long SIZE = 12L << 20;
  private static final int PATIENCE_SECONDS = 150;

  @TempDir Path folder;

  @Test
  void aPausedDownloadComesBackAfterTheWindowWasKilled() throws Exception {
    Path data = WindowProcess.data(folder);
    Path file = WindowProcess.downloads(folder).resolve("paused.bin");
    try (LabServer lab = LabServer.start()) {
      String url = lab.http("/throttled?size=" + SIZE + "&rate=600k").toString();
      long before = pausedAt(url, file);
      int asked = lab.seen().size();

      try (WindowProcess window = WindowProcess.start(folder, folder.resolve("window.txt"))) {
        until("list in the window", () -> list(data).contains("paused.bin"));
        assertThat(list(data)).contains("\"paused\"");
        window.kill();
      }
      assertThat(lab.seen()).as("a paused one asks nobody").hasSize(asked);
      assertThat(file).doesNotExist();

      try (Downloads list = Downloads.open(DownloadsOptions.in(data))) {
        until("the list", () -> !list.snapshot().items().isEmpty());
        ItemView kept = list.snapshot().items().getFirst();
        assertThat(kept.state()).isEqualTo(ItemState.PAUSED);
        assertThat(kept.amount().received()).isEqualTo(before);
        list.resume(kept.id()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        until("its end", () -> list.snapshot().items().getFirst().state() == ItemState.COMPLETE);
      }
      assertThat(LabBytes.firstDifference(file, SIZE)).isEqualTo(-1);
      assertThat(lab.seen().subList(asked, lab.seen().size()))
          .isNotEmpty()
          .allMatch(request -> request.header("Range").isPresent());
    }
  }

  /// @return the bytes that are here
  private long pausedAt(String url, Path file) throws Exception {
    Files.createDirectories(WindowProcess.data(folder));
    try (Downloads list = Downloads.open(DownloadsOptions.in(WindowProcess.data(folder)))) {
      Path parent = Files.createDirectories(file.getParent());
      ItemId id =
          list.add(
                  DownloadRequest.of(
                      url, FileWish.into(parent).named(file.getFileName().toString())))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      until(
          "bytes",
          () ->
              list.snapshot()
                  .item(id)
                  .filter(item -> item.amount().received() > SIZE / 10)
                  .isPresent());
      list.pause(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      until("the pause", () -> view(list, id).state() == ItemState.PAUSED);
      assertThat(view(list, id).amount().received()).isLessThan(SIZE);
      return view(list, id).amount().received();
    }
  }

  private static ItemView view(Downloads list, ItemId id) {
    return list.snapshot().item(id).orElseThrow();
  }

  /// What the window says of the list; empty while it does not listen.
  private String list(Path data) throws Exception {
    if (!Files.exists(data.resolve("control.sock"))
        && !Files.exists(data.resolve("control.path"))) {
      return "";
    }
    if (Instance.claim(data) instanceof Second second) {
      byte[] command = HandoverJson.write(new HandedCommand(folder, List.of("list", "--json")));
      try {
        return HandoverJson.answer(second.client().ask(command, Duration.ofSeconds(30))).out();
      } catch (InstanceException busy) {
        return ""; // it is still starting; it is asked again until the patience is at its end
      }
    }
    throw new AssertionError("the window has no list: " + window());
  }

  private String window() throws Exception {
    Path output = folder.resolve("window.txt");
    return Files.exists(output) ? Files.readString(output) : "";
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void until(String what, Condition condition) throws Exception {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.holds()) {
      if (System.nanoTime() > deadlineNanos) {
        throw new AssertionError("no " + what + ": " + window());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}
