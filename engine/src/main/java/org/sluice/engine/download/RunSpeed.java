package org.sluice.engine.download;

import org.sluice.engine.rate.Eta;
import org.sluice.engine.rate.EtaEstimator;
import org.sluice.engine.rate.Flow;
import org.sluice.engine.rate.SpeedMeter;

/// How fast a run is and when it will be there, as it was at the last tick.
///
/// **Threads**: confined to the loop.
final class RunSpeed {
  private final SpeedMeter meter;
  private final EtaEstimator estimator = new EtaEstimator();
  private long fetchedBytes;
  private long bytesPerSecond;
  private long etaSeconds = -1;
  private final long startNanos;
  private boolean ticked;

  RunSpeed(long nowNanos) {
    startNanos = nowNanos;
    meter = new SpeedMeter(nowNanos);
  }

  /// @param fetched bytes over the network since the start of the run
  /// @param done bytes of the file that are here
  /// @param length of the file; -1 if unknown
  /// @param limited whether a limit of the user sets the speed
  void tick(long nowNanos, long fetched, long done, long length, boolean limited) {
    meter.add(nowNanos, fetched - fetchedBytes);
    fetchedBytes = fetched;
    ticked = true;
    bytesPerSecond = meter.bytesPerSecond(nowNanos);
    Flow flow = limited ? Flow.LIMITED : Flow.RUNNING;
    etaSeconds =
        switch (estimator.update(nowNanos, done, length, flow)) {
          case Eta.Left(long seconds) -> seconds;
          case Eta.Limited _, Eta.Unknown _ -> -1;
        };
  }

  /// As it was at the last tick; before the first one, the mean since the start.
  ///
  /// @param fetched bytes over the network since the start of the run
  long bytesPerSecond(long nowNanos, long fetched) {
    if (ticked || fetched == 0) {
      return bytesPerSecond;
    }
    long passed = Math.max(SpeedMeter.BUCKET_NANOS, nowNanos - startNanos);
    return Math.max(1, Math.round(fetched * 1e9 / passed));
  }

  /// -1 if nobody can say.
  long etaSeconds() {
    return etaSeconds;
  }
}
