package org.sluice.engine.metalink;

import org.sluice.engine.item.Source;

/// How one source has done so far.
///
/// **Units**: bytes a second of one connection; nanoseconds of the owner's clock.
///
/// @param connections that it feeds now
/// @param mostConnections that it may have; 0 for no limit
/// @param bytesPerSecond of a connection, smoothed; 0 if nothing ever came
/// @param measuredNanos when that was; meaningless without a speed
/// @param errorsInARow since the last byte that came
/// @param standing whether it may be asked
/// @param blockedUntilNanos if its standing is [Standing#BLOCKED]
public record SourceStats(
    Source source,
    int connections,
    int mostConnections,
    long bytesPerSecond,
    long measuredNanos,
    int errorsInARow,
    Standing standing,
    long blockedUntilNanos) {

  /// Whether a source may be asked.
  public enum Standing {
    USABLE,
    /// Asked to wait, or failed a moment ago.
    BLOCKED,
    /// Has another file or none, for good.
    DEAD
  }

  public SourceStats {
    if (connections < 0 || mostConnections < 0 || bytesPerSecond < 0 || errorsInARow < 0) {
      throw new IllegalArgumentException("a count cannot be negative: " + source.url());
    }
  }

  public static SourceStats untested(Source source) {
    return new SourceStats(source, 0, 0, 0, 0, 0, Standing.USABLE, 0);
  }

  public SourceStats connections(int now, int most) {
    return new SourceStats(
        source,
        now,
        most,
        bytesPerSecond,
        measuredNanos,
        errorsInARow,
        standing,
        blockedUntilNanos);
  }

  /// Bytes came.
  public SourceStats measured(long speedBytesPerSecond, long nowNanos) {
    return new SourceStats(
        source, connections, mostConnections, speedBytesPerSecond, nowNanos, 0, Standing.USABLE, 0);
  }

  /// It failed and is left alone for a while.
  public SourceStats blocked(long untilNanos) {
    return new SourceStats(
        source,
        connections,
        mostConnections,
        bytesPerSecond,
        measuredNanos,
        errorsInARow + 1,
        Standing.BLOCKED,
        untilNanos);
  }

  public SourceStats dead() {
    return new SourceStats(
        source,
        connections,
        mostConnections,
        bytesPerSecond,
        measuredNanos,
        errorsInARow + 1,
        Standing.DEAD,
        0);
  }

  boolean isTested() {
    return bytesPerSecond > 0;
  }

  boolean isFull() {
    return mostConnections > 0 && connections >= mostConnections;
  }
}
