package org.sluice.app.monitor;

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

  static Phase of(TransferInfo info) {
    return switch (info.state()) {
      case INIT, PENDING -> QUEUED;
      case RESOLVING, CONNECTING, TLS, DO, WAITING, PERFORMING -> ACTIVE;
      case RATELIMITING -> LIMITED;
      case PAUSED -> PAUSED;
      case COMPLETED -> info.result() == TransferErrorCode.OK ? DONE : FAILED;
    };
  }

  /// Whether it has ended.
  public boolean ended() {
    return this == DONE || this == FAILED;
  }
}
