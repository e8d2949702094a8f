package org.sluice.engine.segment;

import org.sluice.engine.range.Spans;

/// What happened to a plan.
///
/// Every event says how far all carriers are; [Moment] tells why.
public sealed interface PlanEvent {
  /// The time, and how far every carrier is.
  Moment at();

  /// The download begins, or goes on after a pause: the first event of every plan.
  ///
  /// @param length of the file; [#UNKNOWN_LENGTH] for a fresh download
  /// @param missing what is still to come; ignored while the length is unknown
  record Begun(Moment at, long length, Spans missing) implements PlanEvent {
    public Begun {
      if (length < UNKNOWN_LENGTH) {
        throw new IllegalArgumentException("no length of a file: " + length);
      }
    }

    /// Nothing is there yet and nothing is known: the first answer is the first segment.
    public static Begun fresh(long nowNanos) {
      return new Begun(Moment.of(nowNanos), UNKNOWN_LENGTH, Spans.EMPTY);
    }
  }

  /// An answer began, and it is one that the carrier's bytes can be taken from.
  ///
  /// @param carrier whose
  /// @param ttfbNanos from the last byte of the request to the first of the answer
  /// @param length of the whole file by this answer; [#UNKNOWN_LENGTH] if it does not say
  /// @param rangesUsable whether the answer shows that parts of this very file can be asked for:
  ///     a real 206, or a 200 with `Accept-Ranges: bytes`
  record Answered(Moment at, CarrierId carrier, long ttfbNanos, long length, boolean rangesUsable)
      implements PlanEvent {
    public Answered {
      if (length < UNKNOWN_LENGTH || ttfbNanos < 0) {
        throw new IllegalArgumentException("no answer: length " + length + ", " + ttfbNanos);
      }
    }
  }

  /// It is proven that the parts to come belong to the bytes that are kept: there may be more than
  /// one carrier. A fresh download needs none of this.
  record RangesProven(Moment at) implements PlanEvent {}

  /// Time has passed. Wanted when [PlanStep#wakeNanos] says.
  record Tick(Moment at) implements PlanEvent {}

  /// A carrier is gone; its last reading is in `at`. Not for one that the planner cancelled.
  ///
  /// @param carrier which one
  /// @param how it ended
  /// @param notBeforeNanos until when its place stays empty, by the retry policy; ignored when it
  ///     is complete
  record Ended(Moment at, CarrierId carrier, End how, long notBeforeNanos) implements PlanEvent {}

  /// The limits are others now.
  record LimitsChanged(Moment at, PlanLimits limits) implements PlanEvent {}

  /// How a carrier ends.
  enum End {
    /// It delivered its lease to the end.
    COMPLETE,
    /// It broke, or its answer ended early.
    FAILED,
    /// The server does not want it: 403, 429, 503, or no connection.
    REFUSED,
    /// The server answered with something else than the part that was asked for. If that means that
    /// the file is another one now, the owner ends the plan instead.
    NO_RANGE
  }

  /// For a file of which nobody knows the length.
  long UNKNOWN_LENGTH = -1;
}
