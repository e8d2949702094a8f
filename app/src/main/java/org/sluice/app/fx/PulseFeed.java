package org.sluice.app.fx;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// The one clock of the window: what is drawn follows each pulse, what is read ten times a second.
///
/// Nothing else moves data into a node. A change that came from another thread waits in the engine's
/// ring until the next pulse, so that a flood of changes costs one refresh and not one each.
/// **Threads**: JavaFX.
public final class PulseFeed extends AnimationTimer {
  /// Time between two refreshes of text.
  public static final long TEXT_NANOS = 100_000_000L;

  private final LongConsumer everyPulse;
  private final LongConsumer everyRefresh;
  private long lastRefreshNanos = Long.MIN_VALUE;
  private long refreshNanos = TEXT_NANOS;

  /// @param everyPulse drains and draws
  /// @param everyRefresh renews text
  public PulseFeed(LongConsumer everyPulse, LongConsumer everyRefresh) {
    this.everyPulse = everyPulse;
    this.everyRefresh = everyRefresh;
  }

  /// How often text is renewed, at most; 10 if nobody says.
  public void refreshesPerSecond(int times) {
    refreshNanos = TimeUnit.SECONDS.toNanos(1) / times;
  }

  /// Time between two refreshes of text.
  public long refreshNanos() {
    return refreshNanos;
  }

  @Override
  public void handle(long unusedPulseNanos) {
    long now = System.nanoTime();
    everyPulse.accept(now);
    if (lastRefreshNanos == Long.MIN_VALUE || now - lastRefreshNanos >= refreshNanos) {
      lastRefreshNanos = now;
      everyRefresh.accept(System.nanoTime()); // drawing may have taken its time
    }
  }
}
