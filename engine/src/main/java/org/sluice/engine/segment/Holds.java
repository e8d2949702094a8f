package org.sluice.engine.segment;

import java.util.ArrayList;
import java.util.List;

/// Places of carriers that ended badly: each stays empty until the retry policy lets it be filled.
///
/// So a server that fails every time is not asked in a loop, while the other carriers go on and are
/// replaced when they complete. A server that refuses is not asked at all for a while.
///
/// @param untilNanos when each place may be filled again
/// @param closed whether nothing may be opened for now
/// @param closedUntilNanos until when, if so
public record Holds(List<Long> untilNanos, boolean closed, long closedUntilNanos) {
  static final Holds NONE = new Holds(List.of(), false, 0);

  public Holds {
    untilNanos = List.copyOf(untilNanos);
  }

  /// One place more that stays empty.
  Holds plus(long nanos) {
    List<Long> more = new ArrayList<>(untilNanos);
    more.add(nanos);
    return new Holds(more, closed, closedUntilNanos);
  }

  /// Nothing is opened until then.
  Holds close(long nanos) {
    return closed && closedUntilNanos - nanos > 0 ? this : new Holds(untilNanos, true, nanos);
  }

  /// Those that still hold.
  Holds at(long nowNanos) {
    return new Holds(
        untilNanos.stream().filter(until -> until - nowNanos > 0).toList(),
        closed && closedUntilNanos - nowNanos > 0,
        closedUntilNanos);
  }

  int count() {
    return untilNanos.size();
  }

  /// @return when the first ends; [PlanStep#NO_WAKE] if there is none
  long firstNanos() {
    long first = untilNanos.stream().mapToLong(Long::longValue).min().orElse(PlanStep.NO_WAKE);
    return closed ? Math.min(first, closedUntilNanos) : first;
  }
}
