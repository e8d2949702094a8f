package org.sluice.engine.journal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.claim.FileClaim;
import org.sluice.engine.journal.JournalFailure.Kind;

/// Takes posts from a queue and commits them, all that wait at once in one transaction.
///
/// After a commit it rests for a moment, so that what comes meanwhile shares the next one: a commit
/// costs about as much as the rows of ten downloads. Whoever comes first after a longer silence waits
/// for nothing.
///
/// **Threads**: runs on `sluice-journal`, which owns the database from its start on.
final class JournalThread implements Runnable {
  /// So many posts at most go into one transaction; the others have the next.
  static final int MOST_POSTS = 20_000;

  /// So long it rests after a commit.
  static final long REST_NANOS = 2_000_000L;

  /// The last of all posts.
  static final Post END = new Post(List.of(), () -> {}, failure -> {});

  private static final System.Logger LOG = System.getLogger(JournalThread.class.getName());

  private final Opener.Open open;
  private final BlockingQueue<Post> queue;
  private final JournalOptions options;
  private final Commits commits;
  private final Upkeep upkeep;

  JournalThread(Opener.Open open, BlockingQueue<Post> queue, JournalOptions options) {
    this.open = open;
    this.queue = queue;
    this.options = options;
    this.commits = new Commits(open.database(), open.loaded().state());
    this.upkeep = new Upkeep(open, commits, options);
  }

  @Override
  public void run() {
    List<Post> batch = new ArrayList<>();
    try {
      upkeep.begin();
      while (next(batch)) {
        commit(batch);
        batch.clear();
        LockSupport.parkNanos(REST_NANOS);
        if (queue.isEmpty()) {
          upkeep.pause();
        }
      }
      upkeep.close();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "the journal has failed", e);
      JournalFailure failure =
          new JournalFailure(
              Kind.IO_ERROR,
              "The journal has failed by a fault of Sluice. What was committed is safe;"
                  + " start Sluice again.",
              e);
      refuseAll(batch, failure);
      refuseTheRest(failure);
      throw e;
    } finally {
      close();
    }
  }

  /// @return false at the end, with what came before it in `batch`
  private boolean next(List<Post> batch) {
    while (true) {
      Post first = poll();
      if (first == null) {
        upkeep.idle();
        continue;
      }
      batch.add(first);
      queue.drainTo(batch, MOST_POSTS - 1);
      if (isEnd(batch.getLast())) {
        batch.removeLast();
        commit(batch);
        batch.clear();
        return false;
      }
      return true;
    }
  }

  @SuppressWarnings("ReferenceEquality") // an empty post of somebody else is not the end
  private static boolean isEnd(Post post) {
    return post == END;
  }

  private @Nullable Post poll() {
    try {
      return queue.poll(options.backupIdleMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("sluice-journal was interrupted", e);
    }
  }

  private void commit(List<Post> batch) {
    int changes = batch.stream().mapToInt(post -> post.changes().size()).sum();
    List<@Nullable JournalFailure> refused;
    if (changes == 0) {
      batch.forEach(post -> tell(post, null));
      return;
    }
    try {
      refused = commitOrMakeRoom(batch);
    } catch (SQLException e) {
      upkeep.failed();
      refuseAll(batch, SqlFailures.of(e, "commit", open.files().folder()));
      return;
    } catch (DamagedException e) {
      upkeep.failed();
      refuseAll(batch, SqlFailures.damaged(e, "commit"));
      return;
    }
    upkeep.committed();
    for (int i = 0; i < batch.size(); i++) {
      tell(batch.get(i), refused.get(i));
    }
    upkeep.after(
        changes,
        batch.stream().flatMap(post -> post.changes().stream()).anyMatch(Changes::isOfTheList));
  }

  private List<@Nullable JournalFailure> commitOrMakeRoom(List<Post> batch)
      throws SQLException, DamagedException {
    try {
      return commits.commit(batch);
    } catch (SQLException e) {
      if (!SqlFailures.mayBeRoom(e) || !upkeep.releaseReserve()) {
        throw e;
      }
      upkeep.failed();
      return commits.commit(batch);
    }
  }

  private void refuseAll(List<Post> posts, JournalFailure failure) {
    posts.forEach(post -> tell(post, failure));
    posts.clear();
  }

  /// Ends what still waits.
  void refuseTheRest(JournalFailure failure) {
    List<Post> rest = new ArrayList<>();
    queue.drainTo(rest);
    refuseAll(rest, failure);
  }

  private static void tell(Post post, @Nullable JournalFailure refused) {
    try {
      if (refused == null) {
        post.onCommitted().run();
      } else {
        post.onFailed().accept(refused);
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a callback of the journal has failed", e);
    }
  }

  private void close() {
    try (FileClaim lock = open.lock();
        Database database = open.database()) {
      LOG.log(System.Logger.Level.DEBUG, "closing {0} of {1}", database, lock);
    } catch (SQLException | IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the journal did not close; nothing is lost", e);
    }
  }
}
