package org.sluice.engine.segment;

import java.util.ArrayList;
import java.util.List;

/// Places of carriers that ended badly: each stays empty until the retry policy lets it be filled.
///
/// So a server that fails every time is not asked in a loop, and the places of the others go on.
///
/// @param untilNanos when each may be filled again
public record Holds(List<Long> untilNanos) {
  static final Holds NONE = new Holds(List.of());

  public Holds {
    untilNanos = List.copyOf(untilNanos);
  }

  Holds plus(long nanos) {
    List<Long> more = new ArrayList<>(untilNanos);
    more.add(nanos);
    return new Holds(more);
  }

  /// Those that still hold.
  Holds at(long nowNanos) {
    return new Holds(untilNanos.stream().filter(until -> until - nowNanos > 0).toList());
  }

  int count() {
    return untilNanos.size();
  }

  /// @return when the first ends; [PlanStep#NO_WAKE] if there is none
  long firstNanos() {
    return untilNanos.stream().mapToLong(Long::longValue).min().orElse(PlanStep.NO_WAKE);
  }
}
