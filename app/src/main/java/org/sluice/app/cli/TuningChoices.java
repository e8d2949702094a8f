package org.sluice.app.cli;

import java.time.Duration;
import org.sluice.engine.request.TimeLimits;
import picocli.CommandLine.Option;

/// The options that say how many files go at once and how often each is tried.
final class TuningChoices {
  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "" + GetRunning.DEFAULT_PARALLEL,
      description = {
        "How many files at the same time; ${DEFAULT-VALUE} if not given.",
        "A Sluice that runs already, as an open window, keeps to its own",
        "limits instead: this one, --retries and time limits do not count there."
      })
  private int parallel;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "" + ListTuning.DEFAULT_RETRIES,
      description = {
        "How often a file is tried again without a byte of it; ${DEFAULT-VALUE} if not given.",
        "A wait that the server asks for is waited, as often."
      })
  private int retries;

  TuningChoices() {}

  ListTuning tuning() {
    return tuning(TimeLimits.DEFAULT.connect());
  }

  ListTuning tuning(Duration connect) {
    return new ListTuning(parallel, retries, connect);
  }
}
