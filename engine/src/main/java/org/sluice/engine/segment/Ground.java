package org.sluice.engine.segment;

import org.sluice.engine.range.Spans;

/// What there is to fetch, and what of it nobody fetches now.
///
/// @param stage how far the plan is
/// @param length of the file; [PlanEvent#UNKNOWN_LENGTH] until an answer says it
/// @param partsUsable whether parts may be asked for beside the first request
/// @param free bytes that are missing and in no lease
public record Ground(Stage stage, long length, boolean partsUsable, Spans free) {
  static final Ground NEW = new Ground(Stage.NEW, PlanEvent.UNKNOWN_LENGTH, false, Spans.EMPTY);

  /// How far a plan is.
  public enum Stage {
    NEW,
    RUNNING,
    /// Ended with [PlanAction.WholeNeeded].
    STUCK,
    /// Ended with [PlanAction.Finished].
    FINISHED
  }

  Ground stage(Stage value) {
    return new Ground(value, length, partsUsable, free);
  }

  Ground length(long value) {
    return new Ground(stage, value, partsUsable, free);
  }

  Ground partsUsable(boolean value) {
    return new Ground(stage, length, value, free);
  }

  Ground free(Spans value) {
    return new Ground(stage, length, partsUsable, value);
  }
}
