package org.sluice.app.cli;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.loop.SelectorLoop;

/// Shows what the loop does until all is done.
///
/// **Threads**: the main thread.
final class GetFollower {
  private static final long TICK_MILLIS = 100;
  private static final int SOME_FAILED = 1;

  private final SelectorLoop loop;
  private final GetEvents events;
  private final GetReport report;

  GetFollower(SelectorLoop loop, GetEvents events, GetReport report) {
    this.loop = loop;
    this.events = events;
    this.report = report;
  }

  /// @return the exit code
  int follow() throws InterruptedException {
    while (true) {
      @Nullable GetEvent event = events.next(TICK_MILLIS);
      switch (event) {
        case null -> {
          if (loop.failure() != null) {
            report.failed("Sluice itself has failed: " + loop.failure());
            return SOME_FAILED;
          }
        }
        case GetEvent.Started started -> report.started(started);
        case GetEvent.Done done -> report.done(done);
        case GetEvent.Ended ended -> {
          report.ended(ended);
          return exitCode(ended);
        }
      }
      report.tick(loop);
    }
  }

  static int exitCode(GetEvent.Ended ended) {
    if (ended.listError() != null) {
      return SOME_FAILED;
    }
    if (ended.ok() + ended.failed() == 1) {
      return ended.only().number();
    }
    return ended.failed() > 0 ? SOME_FAILED : 0;
  }
}
