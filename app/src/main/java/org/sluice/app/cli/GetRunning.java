package org.sluice.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.request.TimeLimits;

/// How a run goes.
///
/// @param parallel files at the same time
/// @param queue that new downloads stand in
/// @param again what to do about a download that was begun earlier
/// @param maxTime for each file; zero for none
/// @param connect for each connection
/// @param dataFolder of the list, as given; null for the usual one
record GetRunning(
    int parallel,
    String queue,
    Again again,
    Duration maxTime,
    Duration connect,
    Saying saying,
    @Nullable Path dataFolder) {
  static final int DEFAULT_PARALLEL = 8;
  static final int MAX_PARALLEL = 1_000;

  /// What to do about a download of the same address into the same folder.
  enum Again {
    /// Go on with it, else begin.
    CONTINUE,
    /// Go on with it; if there is none, fail.
    RESUME,
    /// Begin at the first byte.
    RESTART
  }

  /// What is said while it goes.
  enum Saying {
    /// A line for each file, or bars at a terminal.
    USUAL,
    /// Failures.
    QUIET,
    /// A line of JSON for everything.
    JSON
  }

  static final GetRunning DEFAULT =
      new GetRunning(
          DEFAULT_PARALLEL,
          DownloadRequest.MAIN_QUEUE,
          Again.CONTINUE,
          Duration.ZERO,
          TimeLimits.DEFAULT.connect(),
          Saying.USUAL,
          null);

  GetRunning parallel(int value) {
    return new GetRunning(value, queue, again, maxTime, connect, saying, dataFolder);
  }

  GetRunning saying(Saying value) {
    return new GetRunning(parallel, queue, again, maxTime, connect, value, dataFolder);
  }

  GetRunning dataFolder(Path value) {
    return new GetRunning(parallel, queue, again, maxTime, connect, saying, value);
  }

  /// Why this makes no sense; null if it does.
  @Nullable String objection() {
    if (parallel < 1 || parallel > MAX_PARALLEL) {
      return "--parallel is 1 to " + MAX_PARALLEL + ", not " + parallel;
    }
    return queue.isBlank() ? "--queue needs a name" : null;
  }
}
