package org.sluice.engine.transfer;

/// Where a run of a transfer ended.
public enum Outcome {
  /// It waits for a socket or a deadline.
  BLOCKED,
  /// Its share of this round is used up; run it again soon.
  MORE,
  /// No connection may be opened to its host.
  PENDING_HOST,
  /// No connection may be opened at all.
  PENDING_TOTAL,
  /// It is over; see the result.
  COMPLETED
}
