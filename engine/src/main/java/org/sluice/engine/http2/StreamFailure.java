package org.sluice.engine.http2;

import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// Why a stream ended before its response did, and what may be done about it.
public record StreamFailure(Kind kind, TransferErrorCode code, String sentence) {
  /// What may be done.
  public enum Kind {
    /// The server has not looked at the request (REFUSED_STREAM, GOAWAY): another connection may
    /// carry it, and nobody needs to know.
    UNPROCESSED,
    /// The server wants it in HTTP/1.1.
    NEEDS_HTTP1,
    /// The connection is gone; nobody knows what the server has done with the request.
    CUT,
    /// It went wrong.
    BROKEN
  }

  TransferException asException() {
    return new TransferException(code, sentence);
  }
}
