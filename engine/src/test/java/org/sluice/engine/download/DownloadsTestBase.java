package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabServer;

/// A lab, a folder for the journal, one for the files, and a core over them.
@Timeout(120)
abstract class DownloadsTestBase {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path data;
  @TempDir Path folder;
  LabServer lab;
  Downloads downloads;
  final List<DownloadEvent> events = new ArrayList<>();
  private final Object told = new Object();

  @BeforeEach
  void openAll() throws IOException {
    lab = LabServer.start();
    open();
  }

  @AfterEach
  void closeAll() {
    downloads.close();
    lab.close();
  }

  DownloadsOptions options() {
    return DownloadsOptions.in(data);
  }

  World world() {
    return World.real();
  }

  void open() throws IOException {
    downloads = Downloads.open(options(), world());
    downloads.listener(
        event -> {
          synchronized (told) {
            events.add(event);
            told.notifyAll();
          }
        });
  }

  /// What a restart of the program does.
  void reopen() throws IOException {
    downloads.close();
    open();
  }

  FileWish into() {
    return FileWish.into(folder);
  }

  DownloadRequest request(String path) {
    return DownloadRequest.of(lab.http(path).toString(), into());
  }

  ItemId add(String path) {
    return add(request(path));
  }

  ItemId add(DownloadRequest request) {
    return get(downloads.add(request));
  }

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  ItemView view(ItemId id) {
    return get(downloads.freshSnapshot()).item(id).orElseThrow();
  }

  ItemView await(ItemId id, ItemState state) {
    return await(id, view -> view.state() == state, "to be " + state);
  }

  /// Waits until the download is as wanted; an end that nobody wants is a failure at once.
  ItemView await(ItemId id, Predicate<ItemView> wanted, String what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      ItemView view = view(id);
      if (wanted.test(view)) {
        return view;
      }
      if (System.nanoTime() > deadline || view.state() == ItemState.FAILED) {
        throw new AssertionError(what + " was wanted, but it is " + view);
      }
      synchronized (told) {
        try {
          told.wait(10);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  ItemView complete(ItemId id) {
    return await(id, ItemState.COMPLETE);
  }

  /// The bytes of the lab, and nothing but these.
  void assertLabFile(ItemView view, long length) {
    Path target = view.file().target();
    assertThat(target).isNotNull().exists();
    assertThat(LabBytes.firstDifference(target, length)).as("first wrong byte").isEqualTo(-1);
    assertThat(folder.toFile().list())
        .as("no part file is left")
        .noneMatch(n -> n.endsWith(".part"));
  }

  /// How often each byte of a path was asked for, by the Range fields that the lab saw.
  Map<String, Long> requestsByPath() {
    Map<String, Long> counts = new HashMap<>();
    lab.seen().forEach(request -> counts.merge(request.path(), 1L, Long::sum));
    return counts;
  }
}
