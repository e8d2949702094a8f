package org.sluice.engine.segment;

/// One transfer that feeds a lease, and what the planner has seen of it.
///
/// **Units**: bytes from the start of the file, nanoseconds, bytes a second.
///
/// @param id its number
/// @param lease what it feeds
/// @param asked the bytes that its request asks for; a lease may grow up to the end of these
/// @param position offset after the last byte that it delivered
/// @param hedge whether it is the second carrier of its lease
/// @param seen its times and its speed
public record Carrier(
    CarrierId id, LeaseId lease, Asked asked, long position, boolean hedge, Seen seen) {
  public Carrier {
    if (position < asked.from()) {
      throw new IllegalArgumentException(
          id + " asked from " + asked.from() + " and cannot be at " + position);
    }
  }

  /// What a request asks for.
  ///
  /// @param from the first byte
  /// @param to offset after the last one; [Lease#OPEN_END] for all that there is
  public record Asked(long from, long to) {}

  /// What was measured.
  ///
  /// @param openedNanos when the planner asked for it
  /// @param answered whether its answer began
  /// @param movedNanos when it last delivered a byte; when it was opened before
  /// @param sinceNanos from when on its speed is measured: from its answer
  /// @param sampledNanos up to when its speed is measured
  /// @param bytesPerSecond smoothed; 0 before the first byte
  public record Seen(
      long openedNanos,
      boolean answered,
      long movedNanos,
      long sinceNanos,
      long sampledNanos,
      double bytesPerSecond) {
    static Seen opened(long nowNanos) {
      return new Seen(nowNanos, false, nowNanos, nowNanos, nowNanos, 0);
    }

    Seen answered(long nowNanos) {
      return new Seen(openedNanos, true, nowNanos, nowNanos, nowNanos, bytesPerSecond);
    }
  }

  public boolean delivered() {
    return position > asked.from();
  }

  Carrier at(long newPosition, long nowNanos) {
    return newPosition <= position
        ? this
        : new Carrier(
            id,
            lease,
            asked,
            newPosition,
            hedge,
            new Seen(
                seen.openedNanos,
                true,
                nowNanos,
                seen.sinceNanos,
                seen.sampledNanos,
                seen.bytesPerSecond));
  }

  Carrier seen(Seen value) {
    return new Carrier(id, lease, asked, position, hedge, value);
  }
}
