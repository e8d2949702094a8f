package org.sluice.engine.loop;

import org.sluice.engine.time.NanoClock;

/// A clock that can be held: the time it stands still never happened.
///
/// **Threads**: held and released by one thread; read by any.
public final class HoldableClock implements NanoClock {
  private final NanoClock source;
  private volatile long offsetNanos;
  private volatile long heldAtNanos = Long.MIN_VALUE;

  public HoldableClock(NanoClock source) {
    this.source = source;
  }

  @Override
  public long nanoTime() {
    long held = heldAtNanos;
    return held != Long.MIN_VALUE ? held : source.nanoTime() - offsetNanos;
  }

  void hold() {
    heldAtNanos = nanoTime();
  }

  void release() {
    offsetNanos = source.nanoTime() - heldAtNanos;
    heldAtNanos = Long.MIN_VALUE;
  }
}
