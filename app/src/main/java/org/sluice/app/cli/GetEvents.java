package org.sluice.app.cli;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The way of events from the loop to the thread that writes to the terminal; lets only those
/// through that will be shown.
///
/// **Threads**: [#tell] on the loop, [#next] on the other.
final class GetEvents {
  private final BlockingQueue<GetEvent> queue = new LinkedBlockingQueue<>();
  private final Verbosity verbosity;

  GetEvents(Verbosity verbosity) {
    this.verbosity = verbosity;
  }

  void tell(GetEvent event) {
    if (event.isShown(verbosity)) {
      queue.add(event);
    }
  }

  /// The next event; null if there is none within `millis`.
  @Nullable GetEvent next(long millis) throws InterruptedException {
    return queue.poll(millis, TimeUnit.MILLISECONDS);
  }
}
