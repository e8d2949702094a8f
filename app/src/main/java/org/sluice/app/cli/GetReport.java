package org.sluice.app.cli;

import org.sluice.engine.loop.SelectorLoop;

/// How a run shows itself.
///
/// **Threads**: the main thread; [#interrupted] and [#failed] also from the one that ends the
/// process.
interface GetReport {
  void started(GetEvent.Started event);

  void done(GetEvent.Done event);

  /// Called again and again; may look at the loop, not too often.
  void tick(SelectorLoop loop);

  void ended(GetEvent.Ended event);

  /// A sentence for a person.
  void failed(String sentence);

  /// The process is being ended; nothing more is shown but what [#failed] says.
  void interrupted();
}
