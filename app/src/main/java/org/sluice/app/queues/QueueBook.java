package org.sluice.app.queues;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.sluice.engine.download.SpeedNow;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.SpeedPlan;

/// The queues of a list as the window sees them, and the speed that all share: wishes to post.
///
/// **Threads**: called on the JavaFX thread; nothing here waits.
public interface QueueBook {
  CompletableFuture<List<QueueRules>> queues();

  CompletableFuture<Void> putQueue(QueueRules rules);

  CompletableFuture<Void> renameQueue(String name, String other);

  /// @param place 0 for the first
  CompletableFuture<Void> placeQueue(String name, int place);

  CompletableFuture<Void> removeQueue(String name);

  /// The limit of all downloads together.
  CompletableFuture<SpeedNow> speed();

  CompletableFuture<Void> setSpeed(SpeedPlan plan);

  /// @param bytesPerSecond of all together, until its hours change it; 0 for none
  CompletableFuture<Void> limit(long bytesPerSecond);
}
