package org.sluice.app.cli;

import org.sluice.engine.download.FileResult;
import org.sluice.engine.loop.SelectorLoop;

/// What happens when the process is ended from outside, by Ctrl-C for example: connections and files
/// are closed, and the user is told which files are left.
///
/// **Threads**: its own, started by the JVM; nothing of it runs after [#over].
final class Interruption {
  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  static Interruption watch(SelectorLoop loop, GetRun run, GetReport report) {
    Thread hook =
        new Thread(
            () -> {
              report.interrupted();
              loop.close();
              report.failed("Interrupted.");
              for (FileResult left : run.abandon()) {
                report.failed(GetWords.kept(left));
              }
            },
            "sluice-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /// The run has ended by itself.
  void over() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is being ended at this very moment: the hook finds nothing left to do.
      hook.setName("sluice-interruption-too-late");
    }
  }
}
