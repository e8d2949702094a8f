package org.sluice.engine.retry;

import java.time.Duration;
import java.time.Instant;
import org.sluice.engine.item.StateReason;

/// What is to be done after a failure.
public sealed interface RetryDecision {

  /// Why, as a sentence for a person.
  String reason();

  /// Try again after a while.
  ///
  /// @param counts whether it is one of the tries that are counted since the last byte came
  record Again(Duration delay, boolean counts, String reason) implements RetryDecision {}

  /// Try again when the server said: show a countdown and, if it is long, the time of day.
  ///
  /// @param until by the wall clock
  /// @param delay the same from now on, for a deadline
  /// @param isLong whether the item gives its place in the queue to another meanwhile
  record WaitUntil(Instant until, Duration delay, boolean isLong, String reason)
      implements RetryDecision {}

  /// Go on at the next address of the same file, at once.
  record OtherSource(String reason) implements RetryDecision {}

  /// Stop, and go on when the cause is gone.
  record Pause(StateReason state, String reason) implements RetryDecision {}

  /// Stop for good.
  record GiveUp(StateReason state, String reason) implements RetryDecision {}
}
