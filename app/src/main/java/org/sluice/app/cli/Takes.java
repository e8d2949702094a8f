package org.sluice.app.cli;

import java.util.function.Consumer;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;

/// Takes the orders of a run into the list.
///
/// **Threads**: the main thread; what is told comes from any.
interface Takes {
  /// Takes `order`, which is not refused yet, and tells once what became of it.
  void take(Order order, Consumer<Told> tell);

  /// Stops a download whose time is up.
  void stop(ItemId id);

  /// A download of the run has ended.
  void ended(ItemView item, RunEnd end);
}
