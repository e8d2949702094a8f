package org.sluice.engine.segment;

import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// What there is to fetch, and what of it nobody fetches now.
///
/// @param stage how far the plan is
/// @param length of the file; [PlanEvent#UNKNOWN_LENGTH] until an answer says it
/// @param fresh whether nothing of the file is kept from an earlier run
/// @param parts whether parts may be asked for beside the first request
/// @param wholeAnswers how many requests for parts in a row were answered with something else
/// @param free bytes that are missing and in no lease
public record Ground(
    Stage stage, boolean fresh, long length, Parts parts, int wholeAnswers, Spans free) {
  static final Ground NEW =
      new Ground(Stage.NEW, true, PlanEvent.UNKNOWN_LENGTH, Parts.UNKNOWN, 0, Spans.EMPTY);

  /// How far a plan is.
  public enum Stage {
    NEW,
    RUNNING,
    /// Ended with [PlanAction.WholeNeeded].
    STUCK,
    /// Ended with [PlanAction.Finished].
    FINISHED
  }

  /// What is known of asking for parts.
  public enum Parts {
    /// No answer yet, or no proof yet that they belong to what is kept.
    UNKNOWN,
    USABLE,
    UNUSABLE
  }

  boolean isRunning() {
    return stage == Stage.RUNNING;
  }

  boolean lengthKnown() {
    return length != PlanEvent.UNKNOWN_LENGTH;
  }

  Ground begin(long newLength, Spans missing) {
    boolean known = newLength != PlanEvent.UNKNOWN_LENGTH;
    Spans all = Spans.of(new Span(0, known ? Math.max(1, newLength) : Lease.OPEN_END));
    Spans wanted = known ? missing : all;
    return new Ground(Stage.RUNNING, wanted.equals(all), newLength, Parts.UNKNOWN, 0, wanted);
  }

  Ground stage(Stage value) {
    return new Ground(value, fresh, length, parts, wholeAnswers, free);
  }

  Ground length(long value) {
    Spans beyond = Spans.of(new Span(value, Lease.OPEN_END));
    return new Ground(stage, fresh, value, parts, wholeAnswers, free.minus(beyond));
  }

  Ground parts(Parts value) {
    return new Ground(stage, fresh, length, value, 0, free);
  }

  Ground wholeAnswers(int value) {
    return new Ground(stage, fresh, length, parts, value, free);
  }

  Ground free(Spans value) {
    return new Ground(stage, fresh, length, parts, wholeAnswers, value);
  }
}
