package org.sluice.engine.http1;

import org.sluice.engine.request.AnswerRules;
import org.sluice.engine.request.DecodeOptions;

/// What a [LaxParser] must know of the request that is answered.
///
/// @param decode what is asked for, and whether bodies are handed over raw
/// @param headRequest whether the answer has no body, whatever it says
/// @param reused whether the connection has carried an answer before, so that this one has a head
public record LaxReading(
    AnswerRules rules, DecodeOptions decode, boolean headRequest, boolean reused) {

  Http1Limits limits() {
    return Http1Limits.LAX;
  }
}
