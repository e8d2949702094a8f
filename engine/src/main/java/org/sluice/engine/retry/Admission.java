package org.sluice.engine.retry;

/// Whether a further connection to a host may be opened now.
public sealed interface Admission {
  /// It may.
  record Open() implements Admission {}

  /// Not before one of those that are open has ended.
  ///
  /// @param cap the most at once, for now
  record Full(int cap, String reason) implements Admission {}

  /// Not before the host may be asked again.
  ///
  /// @param forNanos from now on
  record Blocked(long forNanos, String reason) implements Admission {}
}
