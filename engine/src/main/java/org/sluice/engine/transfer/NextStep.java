package org.sluice.engine.transfer;

import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.Url;

/// What follows from the head of a response, with the reason.
sealed interface NextStep {
  /// It is the answer: hand it over.
  record Deliver(String reason) implements NextStep {}

  /// The answer is at another place.
  ///
  /// @param asGet whether it is asked for by GET, without the body
  record Follow(Url url, boolean asGet) implements NextStep {}

  /// The same place, asked once more with what it wants to hear.
  record Again(String reason) implements NextStep {}

  /// End the transfer.
  record Refuse(TransferErrorCode code, String reason) implements NextStep {}
}
