package org.sluice.engine.download;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.journal.JournalFailure;

/// The journal as the loop sees it: every answer comes on the loop.
///
/// **Threads**: confined to the loop.
final class JournalDesk {
  private final Journal journal;
  private final Executor loop;
  private final CommitPace pace;
  private Watcher watcher =
      new Watcher() {
        @Override
        public void failed(JournalFailure failure, boolean isNews) {}

        @Override
        public void works() {}
      };
  private @Nullable JournalFailure trouble;

  /// Told of what concerns more than one post.
  interface Watcher {
    /// What was posted is not safe, and nothing else would be.
    ///
    /// @param isNews whether the post before it was kept
    void failed(JournalFailure failure, boolean isNews);

    /// Posts are kept again.
    void works();
  }

  JournalDesk(Journal journal, Executor loop, CommitPace pace) {
    this.journal = journal;
    this.loop = loop;
    this.pace = pace;
  }

  void watch(Watcher told) {
    watcher = told;
  }

  /// Why the last post was not kept; null if it was.
  @Nullable JournalFailure trouble() {
    return trouble;
  }

  /// What was in the way is gone, or so it seems.
  void tryAgain() {
    if (trouble != null) {
      trouble = null;
      watcher.works();
    }
  }

  /// For one file.
  CommitClock commitClock() {
    return new CommitClock(pace);
  }

  void post(JournalChange... changes) {
    post(List.of(changes), () -> {}, failure -> {});
  }

  void post(List<JournalChange> changes, Runnable then) {
    post(changes, then, failure -> {});
  }

  /// @param then once the disk has it
  /// @param failed once it is sure that it has not; everybody else is told too
  void post(List<JournalChange> changes, Runnable then, Consumer<JournalFailure> failed) {
    journal.post(
        changes,
        () ->
            loop.execute(
                () -> {
                  then.run();
                  tryAgain();
                }),
        failure ->
            loop.execute(
                () -> {
                  tell(failure);
                  failed.accept(failure);
                }));
  }

  /// Waits until the disk has it.
  ///
  /// **Threads**: those of the disk.
  ///
  /// @throws IOException if it was not kept
  void keep(JournalChange change) throws IOException {
    CompletableFuture<Optional<JournalFailure>> kept = new CompletableFuture<>();
    journal.post(
        List.of(change),
        () -> kept.complete(Optional.empty()),
        failure -> {
          loop.execute(() -> tell(failure)); // before whoever waits fails for it
          kept.complete(Optional.of(failure));
        });
    try {
      Optional<JournalFailure> failure = kept.get();
      if (failure.isPresent()) {
        throw new IOException(failure.get().sentence(), failure.get().cause());
      }
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Sluice is ending", e);
    }
  }

  private void tell(JournalFailure failure) {
    if (concernsAll(failure.kind())) {
      boolean isNews = trouble == null;
      trouble = failure;
      watcher.failed(failure, isNews);
    }
  }

  /// What is said of a download that was removed in the meantime is no loss.
  private static boolean concernsAll(JournalFailure.Kind kind) {
    return switch (kind) {
      case UNKNOWN_ITEM -> false;
      case DISK_FULL,
          IN_USE,
          NO_ACCESS,
          IO_ERROR,
          DAMAGED,
          NEWER_SCHEMA,
          DUPLICATE_ITEM,
          TOO_LARGE,
          SENSELESS,
          CLOSED ->
          true;
    };
  }

  Journal journal() {
    return journal;
  }
}
