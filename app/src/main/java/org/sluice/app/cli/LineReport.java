package org.sluice.app.cli;

import java.io.PrintStream;
import org.sluice.engine.loop.SelectorLoop;

/// One line for each file; if it is to be quiet, only for those that failed.
final class LineReport implements GetReport {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean verbose;

  LineReport(PrintStream out, PrintStream err, boolean verbose) {
    this.out = out;
    this.err = err;
    this.verbose = verbose;
  }

  @Override
  public void started(GetEvent.Started event) {}

  @Override
  public void done(GetEvent.Done event) {
    if (!event.result().ok()) {
      failed(GetWords.failure(event.url(), event.result()));
    } else if (verbose) {
      out.println(GetWords.saved(event.result()));
    }
  }

  @Override
  public void tick(SelectorLoop loop) {}

  @Override
  public void ended(GetEvent.Ended event) {
    if (event.listError() != null) {
      failed(event.listError());
    }
    if (verbose && event.ok() + event.failed() != 1) {
      out.println(GetWords.total(event));
    }
  }

  @Override
  public void failed(String sentence) {
    err.println("sluice: " + sentence);
  }

  @Override
  public void interrupted() {}
}
