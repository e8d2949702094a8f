package org.sluice.app.cli;

import java.time.Clock;
import java.time.ZoneId;
import org.sluice.app.cli.GetRunning.Saying;
import org.sluice.app.terminal.Terminal;

/// A run that a person, or a script, waits for.
final class Foreground {
  private final OpenList list;
  private final RunReport report;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  Foreground(OpenList list, Saying saying, Caller caller) {
    this.list = list;
    report = report(saying, caller);
  }

  private RunReport report(Saying saying, Caller caller) {
    return switch (saying) {
      case QUIET -> new LineReport(caller, false, clock);
      case JSON -> new JsonReport(caller, clock);
      case USUAL -> {
        Terminal terminal = Terminal.find();
        yield terminal == null
            ? new LineReport(caller, true, clock)
            : new BarReport(caller, terminal, clock);
      }
    };
  }

  /// @return the exit code
  int run(RunSource source, Takes takes, ListRun.RunRules rules) throws InterruptedException {
    ListRun run = new ListRun(list, source, takes, rules, report, clock);
    Interruption interruption = Interruption.watch(list, run, report);
    int code = run.run();
    interruption.over();
    return code;
  }
}
