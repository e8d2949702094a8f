package org.sluice.engine.crash;

import java.util.List;
import java.util.function.Consumer;
import org.sluice.engine.disk.FaultyFiles;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.journal.JournalContents;
import org.sluice.engine.journal.JournalFailure;
import org.sluice.engine.journal.JournalFailure.Kind;
import org.sluice.engine.journal.JournalOpening;

/// A real journal of which one post fails, or with which the power goes.
///
/// **Threads**: any.
final class FaultyJournal implements Journal {
  /// What happens at the chosen post.
  enum Fault {
    NONE,
    /// It fails, and nothing of it is kept.
    FAIL,
    /// The same, for want of room.
    DISK_FULL,
    /// It is kept, but said to have failed.
    FAIL_AFTER,
    /// The power goes before it is kept.
    CUT_BEFORE,
    /// The power goes when it is kept, and nobody hears of it.
    CUT_AFTER
  }

  private final Journal real;
  private final FaultyFiles power;
  private final long faultAt;
  private final Fault fault;
  private long posts;

  /// @param power whose power goes too
  /// @param faultAt from 1 on
  FaultyJournal(Journal real, FaultyFiles power, long faultAt, Fault fault) {
    this.real = real;
    this.power = power;
    this.faultAt = faultAt;
    this.fault = fault;
  }

  synchronized long posts() {
    return posts;
  }

  @Override
  public JournalOpening opening() {
    return real.opening();
  }

  @Override
  public JournalContents contents() {
    return real.contents();
  }

  @Override
  public ItemId nextId() {
    return real.nextId();
  }

  private synchronized Fault count() {
    return ++posts == faultAt ? fault : Fault.NONE;
  }

  @Override
  public void post(
      List<JournalChange> changes, Runnable onCommitted, Consumer<JournalFailure> onFailed) {
    if (power.isOff()) {
      onFailed.accept(failure(Kind.CLOSED));
      return;
    }
    switch (count()) {
      case NONE ->
          real.post(
              changes,
              () -> {
                if (power.isOff()) {
                  onFailed.accept(failure(Kind.CLOSED)); // it is kept, but nobody is there any more
                } else {
                  onCommitted.run();
                }
              },
              onFailed);
      case FAIL -> onFailed.accept(failure(Kind.IO_ERROR));
      case DISK_FULL -> onFailed.accept(failure(Kind.DISK_FULL));
      case FAIL_AFTER ->
          real.post(changes, () -> onFailed.accept(failure(Kind.IO_ERROR)), onFailed);
      case CUT_BEFORE -> {
        power.cut();
        onFailed.accept(failure(Kind.CLOSED));
      }
      case CUT_AFTER ->
          real.post(
              changes,
              () -> {
                power.cut();
                onFailed.accept(failure(Kind.CLOSED));
              },
              onFailed);
    }
  }

  private static JournalFailure failure(Kind kind) {
    return new JournalFailure(kind, "The journal was made to fail: " + kind, null);
  }

  @Override
  public void close() {
    real.close();
  }
}
