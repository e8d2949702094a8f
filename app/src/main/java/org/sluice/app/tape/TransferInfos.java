package org.sluice.app.tape;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.multi.TransferState;

/// What a trace keeps of a transfer: what the Monitor shows, and nothing of heads and certificates.
public final class TransferInfos {
  private TransferInfos() {}

  /// @param expected -1 if it is not known
  /// @param socket 0 for none
  /// @param result null while it runs
  public static TransferInfo of(
      TransferState state,
      String url,
      long received,
      long expected,
      long socket,
      @Nullable TransferErrorCode result) {
    return new TransferInfo(
        state, url, 0, null, null, received, expected, 0, 0, 0, socket, 0, result, null, null);
  }
}
