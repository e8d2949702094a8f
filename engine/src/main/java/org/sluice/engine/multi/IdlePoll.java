package org.sluice.engine.multi;

/// What the socket function is told when a transfer in flight wants nothing of its connection for a
/// while: it is paused, or over its rate limit.
public enum IdlePoll {
  /// NONE: the socket stays announced and keeps its assigned data.
  NONE,
  /// REMOVE, as every libcurl does it: the assigned data is lost and the socket comes back later.
  REMOVE
}
