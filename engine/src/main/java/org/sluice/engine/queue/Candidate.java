package org.sluice.engine.queue;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// A download as the choice of the next ones sees it.
///
/// @param place in its queue; lower goes first among equal priorities
/// @param host name and port that it would connect to; empty if that is not known
/// @param until when a waiting goes on; null if not by time
public record Candidate(
    ItemId id,
    String queue,
    int priority,
    long place,
    String host,
    ItemState state,
    StateReason reason,
    @Nullable Instant until) {

  /// First in line first: by priority, then by place, then by age.
  public static final Comparator<Candidate> IN_LINE =
      Comparator.comparingInt(Candidate::priority)
          .reversed()
          .thenComparingLong(Candidate::place)
          .thenComparing(Candidate::id);

  /// One that waits for its turn.
  public static Candidate queued(ItemId id, String queue, int priority, long place, String host) {
    return new Candidate(
        id, queue, priority, place, host, ItemState.QUEUED, StateReason.NONE, null);
  }

  public Candidate state(ItemState value, StateReason why, @Nullable Instant when) {
    return new Candidate(id, queue, priority, place, host, value, why, when);
  }
}
