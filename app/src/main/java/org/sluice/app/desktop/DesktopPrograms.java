package org.sluice.app.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Runs the desktop's programs, one after the other, beside the window.
///
/// A program that is not there is not asked for again. One that fails is logged, no more: a desktop
/// without notices is no mistake of the user's.
///
/// **Threads**: any.
final class DesktopPrograms implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DesktopPrograms.class.getName());

  /// A program that talks to the desktop answers at once or not at all.
  private static final int PATIENCE_SECONDS = 10;

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("sluice-desktop").factory());
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  /// Runs a program and waits for it on the worker's thread; nothing for an empty command.
  void run(List<String> command) {
    if (!command.isEmpty() && !missing.contains(command.getFirst())) {
      worker.execute(() -> runNow(command));
    }
  }

  /// Does something else on the same thread.
  void run(Runnable task) {
    worker.execute(task);
  }

  private void runNow(List<String> command) {
    try {
      Process process = start(command, ProcessBuilder.Redirect.DISCARD);
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        if (process.exitValue() != 0) {
          LOG.log(
              System.Logger.Level.DEBUG,
              "{0} ended with {1}",
              command.getFirst(),
              process.exitValue());
        }
      } else {
        LOG.log(System.Logger.Level.DEBUG, "{0} does not end", command.getFirst());
        process.destroyForcibly();
      }
    } catch (IOException e) {
      missing.add(command.getFirst());
      LOG.log(System.Logger.Level.DEBUG, command.getFirst() + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts a program whose input stays open.
  static Process start(List<String> command, ProcessBuilder.Redirect output) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(output)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// Waits until what was asked for is done.
  @Override
  public void close() {
    worker.close();
  }
}
