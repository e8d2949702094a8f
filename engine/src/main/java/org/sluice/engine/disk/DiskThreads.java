package org.sluice.engine.disk;

import java.lang.System.Logger.Level;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The threads `sluice-disk-N`: some that write, one that forces, and a few that come and go for
/// what takes its time (opening, taking room, reading back, ending files).
///
/// They are apart because a force may take seconds, and nothing else should.
///
/// **Limits**: [#MOST_LONG] at most for what takes its time.
final class DiskThreads {
  static final int MOST_LONG = 4;
  private static final int IDLE_SECONDS = 10;
  private static final System.Logger LOG = System.getLogger(DiskThreads.class.getName());

  /// Over all writers, so that no two threads of a process have the same name.
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final ThreadPoolExecutor forcing = pool(1);
  private final ThreadPoolExecutor lengthy = pool(MOST_LONG);

  /// @param write what those that write do until it is over
  DiskThreads(int writers, Runnable write) {
    for (int i = 0; i < writers; i++) {
      thread(write).start();
    }
  }

  /// Runs a force after those that came before.
  void force(Runnable job) {
    forcing.execute(job);
  }

  /// Runs what takes its time.
  void atLength(Runnable job) {
    lengthy.execute(job);
  }

  void end() {
    forcing.shutdown();
    lengthy.shutdown();
  }

  private static ThreadPoolExecutor pool(int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            DiskThreads::thread);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sluice-disk-" + NUMBERS.incrementAndGet());
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (t, e) -> LOG.log(Level.ERROR, t.getName() + " has failed", e));
    return thread;
  }
}
