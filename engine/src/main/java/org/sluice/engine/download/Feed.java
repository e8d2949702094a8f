package org.sluice.engine.download;

import org.sluice.engine.item.Source;
import org.sluice.engine.metalink.SourceStats;
import org.sluice.engine.metalink.SourceStats.Standing;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.retry.Failure;
import org.sluice.engine.retry.FailureKind;

/// One address that a run fetches from: what is known of the file there, how it does, and what came
/// from it.
///
/// **Threads**: confined to the loop.
final class Feed {
  /// After so many failures in a row it is not asked again in this run.
  static final int MOST_ERRORS = 3;

  /// So long it is left alone after its first failure, and twice as long after the next.
  static final long REST_NANOS = 5_000_000_000L;

  private static final double NEWEST_WEIGHT = 0.3;

  final int source;
  final Knowledge know;
  private SourceStats stats;
  private Spans gave = Spans.EMPTY;
  private long slowSinceNanos = -1;

  /// @param index of the address in the request
  Feed(int index, Source source, Knowledge know) {
    this.source = index;
    this.know = know;
    stats = SourceStats.untested(source);
  }

  String host() {
    return HostDesk.key(know.address());
  }

  /// @param connections that it feeds now
  /// @param most that it may have; 0 for no limit
  SourceStats stats(int connections, int most) {
    return stats.connections(connections, most);
  }

  long bytesPerSecond() {
    return stats.bytesPerSecond();
  }

  /// Bytes that came over one connection since the last time.
  void measured(long bytesPerSecond, long nowNanos) {
    long before = stats.bytesPerSecond();
    long smooth =
        before == 0
            ? bytesPerSecond
            : Math.round(NEWEST_WEIGHT * bytesPerSecond + (1 - NEWEST_WEIGHT) * before);
    if (stats.standing() == Standing.USABLE) {
      stats = stats.measured(smooth, nowNanos);
    }
  }

  /// Since when it is slow beside the others; -1 if it is not.
  long slowSinceNanos() {
    return slowSinceNanos;
  }

  void slowSince(long nanos) {
    slowSinceNanos = nanos;
  }

  /// It failed: leaves it alone for a while, or for good.
  void failed(Failure failure, long nowNanos) {
    boolean often = stats.errorsInARow() + 1 >= MOST_ERRORS;
    stats =
        often || isForGood(failure.kind())
            ? stats.dead()
            : stats.blocked(nowNanos + (REST_NANOS << stats.errorsInARow()));
  }

  void drop() {
    stats = stats.dead();
  }

  boolean isDead() {
    return stats.standing() == Standing.DEAD;
  }

  boolean mayBeAsked(long nowNanos) {
    return stats.standing() == Standing.USABLE
        || (stats.standing() == Standing.BLOCKED && stats.blockedUntilNanos() - nowNanos <= 0);
  }

  /// A carrier of it has brought these.
  void brought(LiveCarrier carrier) {
    if (carrier.isFed() && carrier.position > carrier.sent.from()) {
      gave = gave.plus(new Span(carrier.sent.from(), carrier.position));
    }
  }

  /// All that it brought, and maybe some that another was faster with.
  Spans gave() {
    return gave;
  }

  /// The same question would get the same answer.
  private static boolean isForGood(FailureKind kind) {
    return switch (kind) {
      case EXPIRED, REFUSED, NEEDS_CREDENTIALS, CHANGED, WEB_PAGE, NO_RANGES -> true;
      default -> false;
    };
  }
}
