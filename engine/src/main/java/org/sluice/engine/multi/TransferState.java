package org.sluice.engine.multi;

/// Where a transfer is on its way.
///
/// **Source**: `engine/CONTRACT.md` 1.1, after libcurl's `CURLMstate`.
public enum TransferState {
  INIT,
  PENDING,
  RESOLVING,
  CONNECTING,
  TLS,
  DO,
  WAITING,
  PERFORMING,
  RATELIMITING,
  PAUSED,
  COMPLETED
}
