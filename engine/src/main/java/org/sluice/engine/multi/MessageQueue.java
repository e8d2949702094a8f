package org.sluice.engine.multi;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;

/// Completions that nobody has read yet, in their order; those of removed transfers are gone.
final class MessageQueue {
  private record Done(Handle handle, TransferErrorCode result) {}

  private final Deque<Done> queue = new ArrayDeque<>();
  private int live;

  void add(Handle handle, TransferErrorCode result) {
    handle.messageWaits = true;
    queue.add(new Done(handle, result));
    live++;
  }

  /// `handle` is removed: if its message still waits, it is dropped. O(1): skipped when its turn
  /// comes.
  void drop(Handle handle) {
    if (handle.messageWaits) {
      handle.messageWaits = false;
      live--;
    }
  }

  @Nullable TransferMessage poll() {
    for (Done done = queue.poll(); done != null; done = queue.poll()) {
      if (done.handle.messageWaits) {
        done.handle.messageWaits = false;
        live--;
        return new TransferMessage(done.handle.transfer, done.result, live);
      }
    }
    return null;
  }
}
