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
/// @param pace how fast it goes
/// @param growth how many carriers there should be
public record PlanState(
    PlanOptions options, Ground ground, Crew crew, Holds holds, Pace pace, Growth growth) {
  /// A plan to which nothing has happened; the first event is [PlanEvent.Begun].
  public static PlanState of(PlanOptions options) {
    return new PlanState(options, Ground.NEW, Crew.NONE, Holds.NONE, Pace.NONE, Growth.FIRST);
  }

  /// In the order of the file.
  public List<Lease> leases() {
    return crew.leases();
  }

  /// In the order in which they were opened.
  public List<Carrier> carriers() {
    return crew.carriers();
  }
}
