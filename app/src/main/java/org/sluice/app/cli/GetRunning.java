package org.sluice.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;

/// How a run goes.
///
/// @param tuning how many files at the same time, and how often they are tried
/// @param queue that new downloads stand in
/// @param again what to do about a download that was begun earlier
/// @param maxTime for each file; zero for none
/// @param dataFolder of the list, as given; null for the usual one
record GetRunning(
    ListTuning tuning,
    String queue,
    Again again,
    Duration maxTime,
    Saying saying,
    @Nullable Path dataFolder) {
  static final int DEFAULT_PARALLEL = 8;

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
          ListTuning.DEFAULT.atOnce(DEFAULT_PARALLEL),
          DownloadRequest.MAIN_QUEUE,
          Again.CONTINUE,
          Duration.ZERO,
          Saying.USUAL,
          null);

  GetRunning parallel(int value) {
    return new GetRunning(tuning.atOnce(value), queue, again, maxTime, saying, dataFolder);
  }

  GetRunning retries(int value) {
    ListTuning tuned = new ListTuning(tuning.atOnce(), value, tuning.connect());
    return new GetRunning(tuned, queue, again, maxTime, saying, dataFolder);
  }

  GetRunning saying(Saying value) {
    return new GetRunning(tuning, queue, again, maxTime, value, dataFolder);
  }

  GetRunning dataFolder(Path value) {
    return new GetRunning(tuning, queue, again, maxTime, saying, value);
  }

  /// Why this makes no sense; null if it does.
  @Nullable String objection() {
    String objection = tuning.objection();
    return objection == null && queue.isBlank() ? "--queue needs a name" : objection;
  }
}
