package org.sluice.app.cli;

import org.sluice.engine.loop.SelectorLoop;

/// Shows what the loop does until all is done.
///
/// **Threads**: the main thread.
final class GetFollower {
  private static final long TICK_MILLIS = 100;

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
      GetEvent event = events.next(TICK_MILLIS);
      if (event != null) {
        event.show(report);
        if (event instanceof GetEvent.Ended ended) {
          return exitCode(ended);
        }
      } else if (loop.failure() != null) {
        report.failed("Sluice itself has failed: " + loop.failure());
        return CommandLineMain.FAILED;
      }
      report.tick(loop);
    }
  }

  static int exitCode(GetEvent.Ended ended) {
    if (ended.listError() != null) {
      return CommandLineMain.FAILED;
    }
    if (ended.ok() + ended.failed() == 1) {
      return ended.only().number();
    }
    return ended.failed() > 0 ? CommandLineMain.FAILED : 0;
  }
}
