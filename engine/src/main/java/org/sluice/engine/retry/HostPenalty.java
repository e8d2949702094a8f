package org.sluice.engine.retry;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.RetryAfter;

/// How a host that refused is treated, by all its downloads together.
///
/// **Units**: nanoseconds of the monotonic clock.
/// **Limits**: a block of our own making is [#FIRST_BLOCK_NANOS] to [#LONGEST_BLOCK_NANOS]; one that
/// the host asked for is as long as it asked. One connection more is tried after [#DECAY_NANOS];
/// after twice that if that was refused, and so on up to [#LONGEST_DECAY_NANOS].
///
/// @param cap the most connections at once at `refusedNanos`; [#NO_CAP] for any number
/// @param blocked whether `blockedUntilNanos` means anything
/// @param blockedUntilNanos no new connection before
/// @param streak blocks of our own making in a row
/// @param refusedNanos when it refused last
/// @param decayNanos after how long without a refusal the cap goes up by one
public record HostPenalty(
    int cap,
    boolean blocked,
    long blockedUntilNanos,
    int streak,
    long refusedNanos,
    long decayNanos) {
  public static final int NO_CAP = Integer.MAX_VALUE;
  public static final long FIRST_BLOCK_NANOS = TimeUnit.SECONDS.toNanos(1);
  public static final long LONGEST_BLOCK_NANOS = TimeUnit.SECONDS.toNanos(30);
  public static final long DECAY_NANOS = TimeUnit.SECONDS.toNanos(60);
  public static final long LONGEST_DECAY_NANOS = TimeUnit.HOURS.toNanos(1);

  /// By which part of itself a block may be shorter or longer.
  private static final double JITTER = 0.2;

  private static final int MOST_DOUBLINGS = 10;

  public static final HostPenalty NONE = new HostPenalty(NO_CAP, false, 0, 0, 0, DECAY_NANOS);

  public HostPenalty {
    if (cap < 1 || streak < 0 || decayNanos < DECAY_NANOS) {
      throw new IllegalArgumentException("cap " + cap + ", streak " + streak);
    }
  }

  /// A host that took so many in an earlier session, and refused more.
  static HostPenalty remembered(int cap, long nowNanos) {
    return new HostPenalty(cap, false, 0, 0, nowNanos, DECAY_NANOS);
  }

  /// After a 429 or a 503, or a 403 or a refused connect where others had succeeded.
  ///
  /// @param attempted connections that were open at once, the refused one with them
  /// @param asked what the host asked for; null if it did not
  /// @param chance from 0 up to 1
  HostPenalty refused(int attempted, @Nullable RetryAfter asked, double chance, long nowNanos) {
    int before = capAt(nowNanos);
    int lower = Math.max(1, Math.min(before, Math.max(1, attempted)) - 1);
    boolean roseInVain = cap != NO_CAP && before > cap && attempted > cap;
    long decay = roseInVain ? Math.min(2 * decayNanos, LONGEST_DECAY_NANOS) : decayNanos;
    if (asked == null && attempted > 1) { // the others go on, so there is no need to stand off
      return new HostPenalty(lower, blocked, blockedUntilNanos, streak, nowNanos, decay);
    }
    long block = asked == null ? ownBlock(chance) : asked.delay().toNanos();
    long until = nowNanos + block;
    if (blocked && blockedUntilNanos - until > 0) {
      until = blockedUntilNanos;
    }
    return new HostPenalty(
        lower, true, until, asked == null ? streak + 1 : streak, nowNanos, decay);
  }

  private long ownBlock(double chance) {
    long whole =
        Math.min(LONGEST_BLOCK_NANOS, FIRST_BLOCK_NANOS << Math.min(streak, MOST_DOUBLINGS));
    return (long) (whole * (1 - JITTER + 2 * JITTER * chance));
  }

  /// After an answer of use: the next block of our own starts small again. One that the host asked
  /// for goes on.
  HostPenalty succeeded() {
    return streak == 0 ? this : new HostPenalty(cap, false, 0, 0, refusedNanos, decayNanos);
  }

  /// The most connections at once, now.
  public int capAt(long nowNanos) {
    if (cap == NO_CAP) {
      return NO_CAP;
    }
    long steps = Math.max(0, nowNanos - refusedNanos) / decayNanos;
    return (int) Math.min(NO_CAP - 1, cap + steps);
  }

  /// How long no new connection may be opened; 0 if one may.
  public long blockedForNanos(long nowNanos) {
    return blocked ? Math.max(0, blockedUntilNanos - nowNanos) : 0;
  }
}
