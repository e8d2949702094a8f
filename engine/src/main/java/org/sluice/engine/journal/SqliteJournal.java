package org.sluice.engine.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.journal.JournalFailure.Kind;

/// The journal in SQLite: the side that other threads see.
final class SqliteJournal implements Journal {
  private final JournalOpening opening;
  private final JournalContents contents;
  private final AtomicLong nextItem;
  private final BlockingQueue<Post> queue = new LinkedBlockingQueue<>();
  private final Object gate = new Object();
  private final Thread thread;
  private boolean closed;

  private SqliteJournal(Opener.Open open, JournalOptions options) {
    this.opening = open.opening();
    this.contents = open.loaded().contents();
    this.nextItem = new AtomicLong(open.loaded().state().nextItem());
    JournalThread work = new JournalThread(open, queue, options);
    this.thread =
        Thread.ofPlatform().name("sluice-journal").daemon(true).unstarted(() -> run(work));
  }

  static Journal open(Path folder, JournalOptions options) throws JournalException {
    return open(folder, options, Migrations.ALL);
  }

  static SqliteJournal open(Path folder, JournalOptions options, Migrations migrations)
      throws JournalException {
    SqliteJournal journal = new SqliteJournal(Opener.open(folder, options, migrations), options);
    journal.thread.start();
    return journal;
  }

  private void run(JournalThread work) {
    try {
      work.run();
    } finally {
      synchronized (gate) {
        closed = true;
      }
      work.refuseTheRest(closedFailure());
    }
  }

  @Override
  public JournalOpening opening() {
    return opening;
  }

  @Override
  public JournalContents contents() {
    return contents;
  }

  @Override
  public ItemId nextId() {
    return new ItemId(nextItem.getAndIncrement());
  }

  @Override
  public void post(
      List<JournalChange> changes, Runnable onCommitted, Consumer<JournalFailure> onFailed) {
    Post post = new Post(changes, onCommitted, onFailed);
    synchronized (gate) {
      if (!closed) {
        queue.add(post);
        return;
      }
    }
    onFailed.accept(closedFailure());
  }

  @Override
  @SuppressWarnings("ThreadJoinLoop") // whoever closes wants the journal to be on the disk
  public void close() {
    if (Thread.currentThread().equals(thread)) {
      throw new IllegalStateException("the journal cannot wait for itself: close it elsewhere");
    }
    synchronized (gate) {
      if (!closed) {
        closed = true;
        queue.add(JournalThread.END);
      }
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static JournalFailure closedFailure() {
    return new JournalFailure(
        Kind.CLOSED, "The journal is closed, so this was not kept. Start Sluice again.", null);
  }
}
