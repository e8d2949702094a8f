package org.sluice.engine.download;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.loop.Alarm;

/// What one run does as time passes: four times a second, and when its plan asks to be asked.
///
/// **Threads**: confined to the loop.
final class RunTicks {
  private static final long TICK_NANOS = 250_000_000L;

  private final Site site;
  private final Runnable onTick;
  private final Runnable onWake;
  private @Nullable Alarm tick;
  private @Nullable Alarm wake;
  private long tickNanos;
  private long wakeNanos;

  RunTicks(Site site, Runnable onTick, Runnable onWake) {
    this.site = site;
    this.onTick = onTick;
    this.onWake = onWake;
  }

  /// Ticks now, and from now on.
  void begin() {
    tickNanos = site.clock.nanoTime() + TICK_NANOS;
    tick = site.loop.later(TICK_NANOS, this::begin);
    onTick.run();
  }

  /// Wakes the run at this time of the clock, if no tick is sooner.
  void wakeAt(long nanos) {
    if (nanos - tickNanos >= 0) {
      return;
    }
    if (wake != null && wake.isSet()) {
      if (wakeNanos - nanos <= 0) {
        return;
      }
      wake.cancel();
    }
    wakeNanos = nanos;
    wake = site.loop.later(Math.max(0, nanos - site.clock.nanoTime()), onWake);
  }

  void end() {
    if (tick != null) {
      tick.cancel();
      tick = null;
    }
    if (wake != null) {
      wake.cancel();
      wake = null;
    }
  }
}
