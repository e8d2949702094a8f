package org.sluice.app.cli;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.queue.QueueRules;

/// The queue that new downloads stand in.
final class QueueChoice {
  private QueueChoice() {}

  /// Makes the queue if it is not there: one that runs at all times.
  ///
  /// @param name null for none
  static CompletableFuture<Void> make(@Nullable String name, Downloads list) {
    return name == null
        ? CompletableFuture.completedFuture(null)
        : list.queues()
            .thenCompose(
                queues ->
                    queues.stream().anyMatch(rules -> rules.name().equals(name))
                        ? CompletableFuture.completedFuture(null)
                        : list.putQueue(QueueRules.named(name)));
  }
}
