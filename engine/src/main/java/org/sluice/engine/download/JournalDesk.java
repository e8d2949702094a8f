package org.sluice.engine.download;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
  private Consumer<JournalFailure> onFailed = failure -> {};

  JournalDesk(Journal journal, Executor loop, CommitPace pace) {
    this.journal = journal;
    this.loop = loop;
    this.pace = pace;
  }

  /// Told of every post that came to nothing: what it said is not safe.
  void onFailed(Consumer<JournalFailure> listener) {
    onFailed = listener;
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
        () -> loop.execute(then),
        failure ->
            loop.execute(
                () -> {
                  onFailed.accept(failure);
                  failed.accept(failure);
                }));
  }

  Journal journal() {
    return journal;
  }
}
