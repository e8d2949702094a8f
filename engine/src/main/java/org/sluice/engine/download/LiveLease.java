package org.sluice.engine.download;

import org.sluice.engine.segment.LeaseId;

/// A lease at work: the one place that knows where its next byte goes.
///
/// **Threads**: confined to the loop. **Units**: bytes from the start of the file.
final class LiveLease {
  final LeaseId id;
  final long from;
  final String reason;

  /// Set by the plan alone.
  long to;

  /// Moved by the sink alone, and only forward.
  long frontier;

  LiveLease(LeaseId id, long from, long to, String reason) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.reason = reason;
    frontier = from;
  }

  boolean isComplete() {
    return frontier >= to;
  }
}
