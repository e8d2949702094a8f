package org.sluice.engine.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;

/// A core to wait for.
final class Core implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final int LOOK_MILLIS = 10;

  final Downloads downloads;
  private final List<String> notices = new ArrayList<>();
  private final Object told = new Object();

  Core(Downloads downloads) {
    this.downloads = downloads;
    downloads.listener(
        event -> {
          synchronized (told) {
            if (event instanceof DownloadEvent.Notice notice) {
              notices.add(notice.sentence());
            }
            told.notifyAll();
          }
        });
  }

  /// What was told so far besides states.
  List<String> notices() {
    synchronized (told) {
      return List.copyOf(notices);
    }
  }

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  List<ItemView> items() {
    return get(downloads.freshSnapshot()).items();
  }

  ItemView view(ItemId id) {
    return get(downloads.freshSnapshot()).item(id).orElseThrow();
  }

  /// Waits until the list is as wanted.
  DownloadsSnapshot await(Predicate<DownloadsSnapshot> wanted, String what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      DownloadsSnapshot now = get(downloads.freshSnapshot());
      if (wanted.test(now)) {
        return now;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError(what + " was wanted, but it is " + now.items());
      }
      synchronized (told) {
        try {
          told.wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  ItemView await(ItemId id, Predicate<ItemView> wanted, String what) {
    return await(now -> now.item(id).filter(wanted).isPresent(), what).item(id).orElseThrow();
  }

  ItemView complete(ItemId id) {
    ItemView view = await(id, v -> v.state().isOver(), "an end");
    if (view.state() != ItemState.COMPLETE) {
      throw new AssertionError("it has failed: " + view);
    }
    return view;
  }

  @Override
  public void close() {
    downloads.close();
  }
}
