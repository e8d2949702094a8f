package org.sluice.engine.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a server stands now.
///
/// @param connections open to it, of all queues
/// @param most that it was found to bear, or that the user allows; 0 if there is no limit
/// @param busyUntil when it may be asked again, as it said; null for now
public record HostLoad(int connections, int most, @Nullable Instant busyUntil) {
  public static final HostLoad IDLE = new HostLoad(0, 0, null);

  public HostLoad {
    if (connections < 0 || most < 0) {
      throw new IllegalArgumentException("not a load: " + connections + " of " + most);
    }
  }
}
