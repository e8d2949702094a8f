package org.sluice.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;

/// What happens when the process is ended from outside, by Ctrl-C for example: what has come is
/// forced to the disk, and the user is told what was kept and how it goes on.
///
/// The downloads of the run are paused, so that none goes on by itself the next time: who presses
/// Ctrl-C means it.
///
/// **Threads**: its own, started by the JVM; nothing of it runs after [#over].
final class Interruption {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  static Interruption watch(OpenList list, ListRun run, RunReport report) {
    Thread hook = new Thread(() -> interrupt(list, run, report), "sluice-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  private static void interrupt(OpenList list, ListRun run, RunReport report) {
    Downloads downloads = list.downloads();
    try {
      ListRun.Rest rest = run.halt().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      report.interrupted(paused(downloads, rest.open()), rest.sum(), list.lasts());
    } catch (ExecutionException | TimeoutException e) {
      report.complain("Interrupted. What is here is kept; sluice list shows it.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      downloads.close();
    }
  }

  private static List<ItemView> paused(Downloads downloads, Set<ItemId> open)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<?>[] pauses =
        open.stream().map(downloads::pause).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(pauses)
        .exceptionally(gone -> null)
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    return downloads
        .freshSnapshot()
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .items()
        .stream()
        .filter(item -> open.contains(item.id()))
        .toList();
  }

  /// The run has ended: by itself, or because the process is being ended; then this waits until all
  /// is said.
  void over() throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      hook.join(); // the process is being ended at this very moment
    }
  }
}
