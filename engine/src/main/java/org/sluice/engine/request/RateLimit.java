package org.sluice.engine.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A mean speed that several transfers share, and that can be changed while they run.
///
/// A bucket that the clock fills and that holds a tenth of a second's worth. What is taken in
/// advance moves [#freeNanos] into the future: so each sharer gets a turn of its own behind those
/// that asked before it, none can be overtaken, and nobody wakes up for nothing. The bytes of a
/// nanosecond and the nanoseconds of a byte are whole numbers with a remainder: no fraction is lost.
///
/// **Threads**: confined to the thread of its multi; made anywhere. Change it by `Multi.limit`, which
/// wakes those that wait. **Units**: bytes a second, nanoseconds of the multi's clock. **Limits**:
/// [#MOST_BYTES_PER_SECOND]; a higher one is none.
public final class RateLimit {
  /// The value for no limit.
  public static final long NONE = 0;

  /// No network is as fast: a limit above is none.
  public static final long MOST_BYTES_PER_SECOND = 32L << 30;

  /// What an idle bucket holds, but for a byte that takes longer.
  private static final long BURST_NANOS = 100_000_000L;

  /// Turns in a second: more of them would be more wake-ups, fewer a rougher flow.
  private static final long TURNS_PER_SECOND = 20;

  /// As many sharers get a full turn; more get smaller ones, so that each has its turn in time.
  private static final int FULL_TURNS = 8;

  /// Smaller turns than this are not worth a read.
  private static final long LEAST_TURN_BYTES = 1_024;

  private static final long SECOND = 1_000_000_000L;

  /// Who has taken bytes in advance.
  public interface Sharer {
    /// The limit is going to change: give back what is not used yet, and ask again.
    void limitChanges();
  }

  private final Set<Sharer> sharers = new LinkedHashSet<>();
  private long bytesPerSecond;
  private boolean started;

  /// All bytes that were earned before this moment are taken, and those of `restNanoBytes /
  /// bytesPerSecond` nanoseconds more.
  private long freeNanos;

  private long restNanoBytes;

  /// @param bytesPerSecond [#NONE] for no limit
  public RateLimit(long bytesPerSecond) {
    this.bytesPerSecond = checked(bytesPerSecond);
  }

  private static long checked(long bytesPerSecond) {
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException("a limit cannot be negative: " + bytesPerSecond);
    }
    return bytesPerSecond > MOST_BYTES_PER_SECOND ? NONE : bytesPerSecond;
  }

  /// [#NONE] for no limit.
  public long bytesPerSecond() {
    return bytesPerSecond;
  }

  public boolean isNone() {
    return bytesPerSecond == NONE;
  }

  /// Bytes that nobody has taken yet.
  public long availableBytes(long nowNanos) {
    if (isNone()) {
      return Long.MAX_VALUE;
    }
    settle(nowNanos);
    long unused = nowNanos - freeNanos;
    return unused <= 0 ? 0 : (unused * bytesPerSecond - restNanoBytes) / SECOND;
  }

  /// What a sharer should take in advance when there is not enough.
  public long turnBytes() {
    if (isNone()) {
      return Long.MAX_VALUE;
    }
    long full = bytesPerSecond / TURNS_PER_SECOND;
    long share = full * FULL_TURNS / Math.max(FULL_TURNS, sharers.size());
    return Math.max(1, Math.max(share, Math.min(full, LEAST_TURN_BYTES)));
  }

  /// Takes `bytes`, which the clock may still have to earn.
  ///
  /// @param bytes no more than a second's worth
  /// @return when they may be read; not after now if they were there
  public long take(Sharer sharer, long bytes, long nowNanos) {
    if (isNone()) {
      return nowNanos;
    }
    sharers.add(sharer);
    settle(nowNanos);
    move(bytes);
    return restNanoBytes == 0 ? freeNanos : freeNanos + 1;
  }

  /// `sharer` has used what it took, but for `unusedBytes`.
  public void giveBack(Sharer sharer, long unusedBytes) {
    if (sharers.remove(sharer) && unusedBytes > 0) {
      move(-unusedBytes);
    }
  }

  /// Sets another speed. Every sharer is told to give back what it has not used, as it was taken at
  /// the old one.
  public void change(long newBytesPerSecond, long nowNanos) {
    long next = checked(newBytesPerSecond);
    if (next == bytesPerSecond) {
      return;
    }
    for (Sharer sharer : List.copyOf(sharers)) {
      sharer.limitChanges();
    }
    long saved = started && !isNone() ? availableBytes(nowNanos) : 0;
    started = started || isNone();
    bytesPerSecond = next;
    freeNanos = nowNanos;
    restNanoBytes = 0;
    if (!isNone()) {
      move(-Math.min(saved, next));
    }
  }

  /// How many have taken bytes in advance and not used all of them.
  public int sharers() {
    return sharers.size();
  }

  private void settle(long nowNanos) {
    if (!started || nowNanos - freeNanos > burstNanos()) {
      started = true;
      freeNanos = nowNanos - burstNanos();
      restNanoBytes = 0;
    }
  }

  long burstNanos() {
    return Math.max(BURST_NANOS, SECOND / bytesPerSecond + 1);
  }

  private void move(long bytes) {
    long nanoBytes = Math.addExact(Math.multiplyExact(bytes, SECOND), restNanoBytes);
    freeNanos += Math.floorDiv(nanoBytes, bytesPerSecond);
    restNanoBytes = Math.floorMod(nanoBytes, bytesPerSecond);
  }
}
