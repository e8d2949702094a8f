package org.sluice.engine.segment;

/// How many carriers there should be, and how that number is found.
///
/// @param phase what is being waited for
/// @param target the number of carriers to have
/// @param batch what the carriers that came last are measured against
/// @param sinceNanos when the phase began; while RESTING, when it ends
/// @param rests how many times growth has stopped without success since
/// @param reason a sentence for a person
public record Growth(
    Phase phase, int target, Batch batch, long sinceNanos, int rests, String reason) {
  static final Growth FIRST =
      new Growth(Phase.WAITING, 1, new Batch(0, 0, 0), 0, 0, "one connection shows what it can do");

  /// What growth waits for.
  public enum Phase {
    /// For bytes.
    WAITING,
    /// For a steady speed.
    STEADYING,
    /// For every carrier of a batch to deliver.
    OPENING,
    /// For what the batch brings.
    JUDGING,
    /// For better times.
    RESTING
  }

  /// Carriers that were opened together.
  ///
  /// @param before how many there were without it
  /// @param bytesPerSecond what these brought
  /// @param openedNanos when it was opened
  public record Batch(int before, double bytesPerSecond, long openedNanos) {}

  Growth phase(Phase next, long nowNanos, String why) {
    return new Growth(next, target, batch, nowNanos, rests, why);
  }

  Growth target(int value) {
    return new Growth(phase, value, batch, sinceNanos, rests, reason);
  }

  Growth grow(int newTarget, Batch newBatch, String why) {
    return new Growth(Phase.OPENING, newTarget, newBatch, newBatch.openedNanos, rests, why);
  }

  Growth worked() {
    return new Growth(phase, target, batch, sinceNanos, 0, reason);
  }

  Growth rest(int newTarget, long untilNanos, String why) {
    return new Growth(Phase.RESTING, newTarget, batch, untilNanos, rests + 1, why);
  }
}
