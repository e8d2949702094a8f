package org.sluice.engine.transfer;

/// The states that one easy handle goes through.
///
/// **Source**: libcurl's `CURLMstate`; `engine/CONTRACT.md` 1.1.
public enum Phase {
  INIT,
  SETUP,
  CONNECT,
  PENDING,
  RESOLVING,
  CONNECTING,
  DO,
  PERFORMING,
  RATELIMITING,
  COMPLETED
}
