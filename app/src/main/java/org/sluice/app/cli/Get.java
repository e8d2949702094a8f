package org.sluice.app.cli;

import java.io.IOException;
import org.sluice.engine.loop.LoopOptions;
import org.sluice.engine.loop.SelectorLoop;

/// Runs `get` from its options to its exit code.
final class Get {
  private final GetOptions options;

  /// @param options to which there is no objection
  Get(GetOptions options) {
    this.options = options;
  }

  /// @return the exit code
  int run() throws InterruptedException {
    WantedFiles wanted;
    try {
      wanted = WantedFiles.of(options.urls(), options.output(), options.list());
    } catch (IOException e) {
      System.err.println("sluice: the list " + options.list() + " cannot be read: " + e);
      return CommandLineMain.USAGE;
    }
    try (wanted;
        DownloadMaker maker =
            new DownloadMaker(
                new Targets(options.directory()), options.transfer(), options.overwrite())) {
      return run(wanted, maker);
    } catch (IOException e) {
      System.err.println("sluice: the list " + options.list() + " could not be closed: " + e);
      return CommandLineMain.USAGE;
    }
  }

  private int run(WantedFiles wanted, DownloadMaker maker) throws InterruptedException {
    Verbosity verbosity = Verbosity.of(options.quiet());
    GetReport report =
        switch (verbosity) {
          case QUIET -> new LineReport(System.out, System.err, false);
          case LINES -> new LineReport(System.out, System.err, true);
          case BARS -> new BarReport(System.out, System.err);
        };
    GetEvents events = new GetEvents(verbosity);
    try (SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT)) {
      GetRun run = new GetRun(loop, wanted, maker, options.parallel(), events);
      Interruption interruption = Interruption.watch(loop, run, report);
      run.begin();
      int code = new GetFollower(loop, events, report).follow();
      interruption.over();
      return code;
    }
  }
}
