package org.sluice.app.cli;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of `get` that say how the run goes.
final class RunningChoices {
  @Mixin private TuningChoices tuning = new TuningChoices();

  @Option(
      names = "--queue",
      paramLabel = "NAME",
      defaultValue = DownloadRequest.MAIN_QUEUE,
      description = "The queue that the downloads stand in; ${DEFAULT-VALUE} if not given.")
  private String queue = DownloadRequest.MAIN_QUEUE;

  @ArgGroup private @Nullable AgainChoice again;

  @Mixin private SayingChoices saying = new SayingChoices();

  @Mixin private DataChoice data = new DataChoice();

  /// One of them at most.
  private static final class AgainChoice {
    @Option(names = "--resume", description = "Go on with a download that was begun; else fail.")
    private boolean resume;

    @Option(names = "--restart", description = "Begin at the first byte even so.")
    private boolean restart;

    private AgainChoice() {}
  }

  RunningChoices() {}

  GetRunning running(TransferSettings each) {
    return new GetRunning(
        tuning.tuning(each.limits().connect()),
        queue,
        again(),
        each.limits().total(),
        saying.saying(),
        data.folder());
  }

  private GetRunning.Again again() {
    if (again != null && again.resume) {
      return GetRunning.Again.RESUME;
    }
    return again != null && again.restart ? GetRunning.Again.RESTART : GetRunning.Again.CONTINUE;
  }
}
