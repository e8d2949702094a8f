package org.sluice.engine.segment;

/// What the owner of a plan is to do, in the order of the list, before it does anything else.
public sealed interface PlanAction {
  /// A sentence for a person.
  String reason();

  /// Start a transfer that asks for `[from, to)` and feeds the lease.
  ///
  /// If the lease is new, it is `[from, to)`. If it has a carrier already, the new one is a hedge:
  /// bytes below the frontier are skipped, and whoever is ahead writes.
  ///
  /// @param to offset after the last byte; [Lease#OPEN_END] for all that there is
  record Open(LeaseId lease, CarrierId carrier, long from, long to, String reason)
      implements PlanAction {}

  /// The lease ends at `newTo` now, which lies beyond its frontier.
  ///
  /// Its carrier goes on and is complete there, even if its answer would go on.
  record Shrink(LeaseId lease, long newTo, String reason) implements PlanAction {}

  /// The lease ends at `newTo` now, and its carrier's answer reaches that far: it just goes on.
  record Extend(LeaseId lease, long newTo, String reason) implements PlanAction {}

  /// End a transfer. The plan has forgotten it already and wants no [PlanEvent.Ended] of it.
  record Cancel(CarrierId carrier, String reason) implements PlanAction {}

  /// The host bears only `connections` for this download now.
  record LearnHostCap(int connections, String reason) implements PlanAction {}

  /// Bytes are missing which this server only gives as part of the whole file, and nothing is under
  /// way any more. The plan ends here; a new one may begin after a decision.
  record WholeNeeded(String reason) implements PlanAction {}

  /// Every byte is there; the plan ends here.
  record Finished(String reason) implements PlanAction {}
}
