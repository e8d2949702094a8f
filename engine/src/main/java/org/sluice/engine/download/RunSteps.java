package org.sluice.engine.download;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.range.Spans;
import org.sluice.engine.resume.AnswerDecision;
import org.sluice.engine.retry.Failure;

/// What the parts of a run have it do next.
///
/// **Threads**: confined to the loop.
interface RunSteps {
  /// Whether it is leaving the network already.
  boolean isEnding();

  /// Has these windows compared with what the server has.
  void compare(Spans windows);

  /// An answer without a wanted body came.
  ///
  /// @param carrier null if it was the answer to a sample
  void judge(@Nullable LiveCarrier carrier, AnswerDecision verdict);

  /// A transfer broke.
  ///
  /// @param carrier null if it was no carrier's
  void broke(@Nullable LiveCarrier carrier, Transfer transfer, TransferErrorCode code);

  /// Something failed.
  ///
  /// @param carrier null if it was no carrier's
  void failed(@Nullable LiveCarrier carrier, Failure failure);

  /// The part file is new, and has its name.
  void named();

  /// Every byte has been taken.
  void allTaken();

  /// Leaves the network and keeps what came; nothing if it is ending already.
  void stop(Ending why);

  /// Nothing can stop this end any more: leaves with it, whatever was to come.
  void ended(Ending why);

  /// What the way out waited for is over.
  void leave();
}
