package org.sluice.engine.segment;

import java.util.List;

/// Everything that a plan knows.
///
/// **Threads**: immutable.
///
/// @param options what was asked for, with the limits of now
/// @param ground what is to be fetched
/// @param crew who fetches it
/// @param holds places that stay empty for a while
public record PlanState(PlanOptions options, Ground ground, Crew crew, Holds holds) {
  /// A plan to which nothing has happened; the first event is [PlanEvent.Begun].
  public static PlanState of(PlanOptions options) {
    return new PlanState(options, Ground.NEW, Crew.NONE, Holds.NONE);
  }

  public List<Lease> leases() {
    return crew.leases();
  }

  public List<Carrier> carriers() {
    return crew.carriers();
  }
}
