package org.sluice.app.cli;

import java.util.List;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.ItemView;

/// How a run shows itself.
///
/// **Threads**: the main thread; [#interrupted] and [#complain] also from the one that ends the
/// process.
interface RunReport {
  /// A download is in the list and belongs to this run.
  void begun(ItemView item, Begun begun);

  /// An order that was not taken into the list.
  void refused(Order.Refused order);

  /// It has another state, and goes on by itself.
  void changed(ItemView item);

  /// It goes no further in this run.
  ///
  /// @param code the exit code that it has if it is the only one
  void ended(ItemView item, RunEnd end, EndCode code);

  /// Something that concerns all downloads.
  void notice(DownloadEvent.Notice notice);

  /// Called again and again.
  ///
  /// @param items those of this run that have not ended
  void tick(List<ItemView> items, RunSummary sum);

  /// All have ended.
  void finished(RunSummary sum, int code);

  /// A sentence for a person about something that went wrong.
  void complain(String sentence);

  /// The process is being ended; what follows is said by [#complain].
  ///
  /// @param items that have not ended
  /// @param lasts whether they can go on in another process
  void interrupted(List<ItemView> items, RunSummary sum, boolean lasts);
}
