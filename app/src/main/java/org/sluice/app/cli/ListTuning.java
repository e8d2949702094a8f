package org.sluice.app.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.download.DownloadsOptions.Limits;
import org.sluice.engine.download.DownloadsOptions.Network;
import org.sluice.engine.download.DownloadsOptions.Turns;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.request.TimeLimits;

/// How this process runs the downloads that it is asked for.
///
/// @param atOnce files at the same time; 0 for what the queues say
/// @param retries how often a file is tried again without a byte of it
/// @param connect how long a connection may take; that of [TimeLimits#DEFAULT] for the usual
record ListTuning(int atOnce, int retries, Duration connect) {
  /// As patient as a person at a terminal is: about half a minute.
  static final int DEFAULT_RETRIES = 5;

  static final int MOST_RETRIES = 1_000;

  /// Between two small files a connection is idle while the first gets its name.
  private static final int IDLE_PER_FILE = 2;

  static final ListTuning DEFAULT =
      new ListTuning(0, DEFAULT_RETRIES, TimeLimits.DEFAULT.connect());

  ListTuning atOnce(int value) {
    return new ListTuning(value, retries, connect);
  }

  /// Why this makes no sense; null if it does.
  @Nullable String objection() {
    if (atOnce < 1 || atOnce > QueueRules.MOST_AT_ONCE) {
      return "--parallel is 1 to " + QueueRules.MOST_AT_ONCE + ", not " + atOnce;
    }
    if (retries < 0 || retries > MOST_RETRIES) {
      return "--retries is 0 to " + MOST_RETRIES + ", not " + retries;
    }
    return null;
  }

  DownloadsOptions apply(DownloadsOptions options) {
    Limits limits = options.limits();
    Network network = options.network().tries(retries);
    if (!connect.equals(TimeLimits.DEFAULT.connect())) {
      network = network.times(network.times().withConnect(connect));
    }
    return options
        .loop(options.loop().withLimits(0, 0, IDLE_PER_FILE * Math.max(1, atOnce)))
        .turns(new Turns(true, atOnce))
        .limits(limits.hostConnections(Math.max(limits.hostConnections(), atOnce)))
        .network(network);
  }
}
