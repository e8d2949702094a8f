package org.sluice.engine.segment;

/// One transfer that feeds a lease, and what the planner has seen of it.
///
/// **Units**: bytes from the start of the file.
///
/// @param id its number
/// @param lease what it feeds
/// @param asked the bytes that its request asks for; its lease may grow up to the end of these
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

  /// Whether a byte of its answer has come.
  public boolean delivered() {
    return position > asked.from();
  }

  Carrier answered(long nowNanos) {
    return new Carrier(id, lease, asked, position, hedge, seen.answered(nowNanos));
  }

  Carrier at(long newPosition, long nowNanos) {
    long now = Math.max(position, newPosition);
    return new Carrier(id, lease, asked, now, hedge, seen.at(position, now, nowNanos));
  }
}
