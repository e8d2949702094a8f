package org.sluice.engine.rate;

/// When a download will be there, as it is shown.
public sealed interface Eta {
  /// In about so many seconds, rounded as [EtaEstimator#round] does.
  record Left(long seconds) implements Eta {
    public Left {
      if (seconds < 0) {
        throw new IllegalArgumentException("not in the past: " + seconds);
      }
    }
  }

  /// The user's own limit decides.
  record Limited() implements Eta {}

  /// Nobody can say.
  record Unknown(Why why) implements Eta {}

  /// Why nobody can say.
  enum Why {
    PAUSED,
    LENGTH_UNKNOWN,
    TOO_EARLY,
    /// Next to nothing comes.
    STALLED
  }
}
