package org.sluice.engine.resume;

import org.sluice.engine.item.Validators;
import org.sluice.engine.range.Spans;

/// How a download that has something already begins again.
public sealed interface ResumePlan {

  String reason();

  /// Ask for what is missing at once; the answers prove themselves.
  record AskForRest(String reason) implements ResumePlan {}

  /// Compare these windows first; then ask for what is missing.
  record CompareFirst(Spans windows, String reason) implements ResumePlan {}

  /// There is nothing to go on from.
  record FromStart(String reason) implements ResumePlan {}

  /// @param committed what is on the disk
  /// @param etagWorks as in [RangeRequest#of]
  static ResumePlan decide(Spans committed, Validators known, Basis basis, boolean etagWorks) {
    if (committed.isEmpty()) {
      return new FromStart("Nothing is on the disk yet");
    }
    if (basis == Basis.THIS_RUN) {
      return new AskForRest("The file was proven in this run");
    }
    long offset = committed.spans().getLast().to();
    RangeRequest request = RangeRequest.of(offset, RangeRequest.TO_END, known, basis, etagWorks);
    return request.proves()
        ? new AskForRest("The server's validator proves the file with each answer")
        : new CompareFirst(
            OverlapPlan.windows(committed), request.reason() + ", so samples are compared first");
  }
}
