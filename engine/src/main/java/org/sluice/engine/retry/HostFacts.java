package org.sluice.engine.retry;

/// What was learned of a host and is worth keeping.
///
/// @param maxConnections the most that it was seen to take at once; [#UNKNOWN] if it never refused
/// @param etagIfRangeWorks false if it does not know its own entity tags, or dates, in If-Range
public record HostFacts(int maxConnections, boolean etagIfRangeWorks) {
  public static final int UNKNOWN = 0;
  public static final HostFacts NOTHING = new HostFacts(UNKNOWN, true);

  public HostFacts {
    if (maxConnections < 0) {
      throw new IllegalArgumentException("connections: " + maxConnections);
    }
  }

  public HostFacts maxConnections(int value) {
    return new HostFacts(value, etagIfRangeWorks);
  }

  public HostFacts etagIfRangeWorks(boolean value) {
    return new HostFacts(maxConnections, value);
  }
}
