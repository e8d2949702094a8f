package org.sluice.app.cli;

import java.util.concurrent.CompletableFuture;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;

/// What the thread of a run is told by others.
sealed interface Told {
  /// The list says that something has changed.
  record Event(DownloadEvent event) implements Told {}

  /// Somebody has looked at a download.
  record Seen(ItemView item) implements Told {}

  /// An order is in the list.
  ///
  /// @param own whether this process was started for it
  record Taken(ItemId id, Begun begun, boolean own) implements Told {}

  /// An order is not in the list.
  record NotTaken(Order.Refused order) implements Told {}

  /// The process is being ended: nothing more is to be said.
  record Halt(CompletableFuture<ListRun.Rest> rest) implements Told {}
}
