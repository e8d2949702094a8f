package org.sluice.app.monitor;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.FileResult;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.multi.TransferInfo;

/// How a transfer looks in the list.
public enum Phase {
  QUEUED,
  ACTIVE,
  LIMITED,
  PAUSED,
  DONE,
  FAILED;

  /// @param file what became of the file; null if there is none, or not yet
  static Phase of(TransferInfo info, @Nullable FileResult file) {
    return switch (info.state()) {
      case INIT, PENDING -> QUEUED;
      case RESOLVING, CONNECTING, TLS, DO, WAITING, PERFORMING -> ACTIVE;
      case RATELIMITING -> LIMITED;
      case PAUSED -> PAUSED;
      case COMPLETED ->
          info.result() == TransferErrorCode.OK && (file == null || file.ok()) ? DONE : FAILED;
    };
  }

  /// Whether it has ended.
  public boolean ended() {
    return this == DONE || this == FAILED;
  }
}
