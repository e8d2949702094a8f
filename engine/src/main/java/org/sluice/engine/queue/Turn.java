package org.sluice.engine.queue;

import org.sluice.engine.item.ItemId;

/// What is to be done with one download, and why.
public sealed interface Turn {
  ItemId id();

  /// A sentence for a person.
  String sentence();

  /// It is its turn.
  record Start(ItemId id, String sentence) implements Turn {}

  /// It runs and may not go on.
  record Stop(ItemId id, Why why, String sentence) implements Turn {}

  /// It would run and has to wait.
  record Hold(ItemId id, Why why, String sentence) implements Turn {}

  /// What stands in the way.
  enum Why {
    /// No queue has its name.
    NO_QUEUE,
    /// The user stopped the queue.
    QUEUE_STOPPED,
    /// The queue is outside of its hours.
    QUEUE_CLOSED,
    /// As many as may run at once do.
    QUEUE_FULL,
    /// The server has as many connections as it may.
    HOST_FULL,
    /// The server asked to wait.
    HOST_BUSY,
    /// Its own time has not come.
    NOT_YET
  }
}
