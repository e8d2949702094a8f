package org.sluice.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bucket alone, with a clock that is only a number.
class RateLimitTest {
  private static final long SECOND = 1_000_000_000L;
  private static final RateLimit.Sharer ANYBODY = () -> {};

  /// An hour of odd sizes: the moment when the next byte is free is known to the nanosecond.
  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000, 4_093, 204_800, 10_000_019, RateLimit.MOST_BYTES_PER_SECOND})
  void losesNoFraction(long rate) {
    Random random = new Random(rate);
    RateLimit limit = new RateLimit(rate);
    long start = -123_456_789L;
    long now = start;
    BigInteger taken = BigInteger.ZERO;
    for (int i = 0; i < 20_000; i++) {
      long bytes = 1 + random.nextLong(Math.max(1, rate / 50));
      long due = limit.take(ANYBODY, bytes, now);
      if (random.nextInt(4) == 0) {
        long back = random.nextLong(bytes + 1);
        limit.giveBack(ANYBODY, back);
        bytes -= back;
        due = limit.take(ANYBODY, 0, now);
      }
      taken = taken.add(BigInteger.valueOf(bytes));
      // A timer is never early; with nothing ever idle for the whole burst, nothing is cut off.
      now = Math.max(now, due);
      long due2 = limit.take(ANYBODY, 0, now);
      BigInteger nanos =
          taken
              .multiply(BigInteger.valueOf(SECOND))
              .add(BigInteger.valueOf(rate - 1))
              .divide(BigInteger.valueOf(rate));
      assertThat(due2 - (start - limit.burstNanos()))
          .as("after %s bytes at %s", taken, rate)
          .isEqualTo(nanos.longValueExact());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 1_000_000})
  void aLongSilenceEarnsNoMoreThanABurst(long rate) {
    RateLimit limit = new RateLimit(rate);
    assertThat(limit.availableBytes(0)).isEqualTo(rate / 10);
    limit.take(ANYBODY, rate / 10, 0);
    assertThat(limit.availableBytes(0)).isZero();
    assertThat(limit.availableBytes(3_600 * SECOND)).isEqualTo(rate / 10);
  }

  @Test
  void whatIsTakenInAdvanceComesInOrder() {
    RateLimit limit = new RateLimit(1_000);
    limit.take(ANYBODY, 100, 0);
    assertThat(limit.take(ANYBODY, 50, 0)).isEqualTo(50_000_000L);
    assertThat(limit.take(ANYBODY, 50, 0)).isEqualTo(100_000_000L);
    limit.giveBack(ANYBODY, 50);
    assertThat(limit.take(ANYBODY, 50, 0)).as("what was given back").isEqualTo(100_000_000L);
    assertThat(limit.availableBytes(120_000_000L)).isEqualTo(20);
  }

  @Test
  void aChangeTellsTheSharersAndForgetsNoByte() {
    RateLimit limit = new RateLimit(1_000);
    limit.take(ANYBODY, 40, 0);
    limit.giveBack(ANYBODY, 0);
    List<RateLimit.Sharer> told = new ArrayList<>();
    RateLimit.Sharer sleeper =
        new RateLimit.Sharer() {
          @Override
          public void limitChanges() {
            told.add(this);
            limit.giveBack(this, 500);
          }
        };
    assertThat(limit.take(sleeper, 500, 0)).isEqualTo(440_000_000L);
    limit.change(100, 10_000_000L);
    assertThat(told).containsExactly(sleeper);
    assertThat(limit.sharers()).isZero();
    assertThat(limit.availableBytes(10_000_000L)).as("a burst of the new speed").isEqualTo(10);
    limit.change(10_000, 10_000_000L);
    assertThat(limit.availableBytes(10_000_000L)).as("only what was saved").isEqualTo(10);
    assertThat(told).hasSize(1);
  }

  @Test
  void noneLetsEverythingThrough() {
    RateLimit limit = new RateLimit(RateLimit.NONE);
    assertThat(limit.isNone()).isTrue();
    assertThat(limit.availableBytes(5)).isEqualTo(Long.MAX_VALUE);
    assertThat(limit.take(ANYBODY, 1L << 50, 5)).isEqualTo(5);
    assertThat(limit.sharers()).isZero();
    limit.change(1_000, 5);
    assertThat(limit.availableBytes(5)).as("nothing is saved while there is no limit").isZero();
    assertThat(limit.availableBytes(5 + SECOND / 20)).isEqualTo(50);
    limit.change(RateLimit.NONE, 5);
    assertThat(limit.availableBytes(5)).isEqualTo(Long.MAX_VALUE);
    assertThat(new RateLimit(Long.MAX_VALUE).isNone()).as("faster than any network").isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(-1));
  }

  @Test
  void turnsAreSmallerWhereManyShare() {
    RateLimit limit = new RateLimit(1 << 20);
    assertThat(limit.turnBytes()).isEqualTo((1 << 20) / 20);
    for (int i = 0; i < 80; i++) {
      limit.take(new Quiet(), 1, 0);
    }
    assertThat(limit.turnBytes()).isEqualTo((1 << 20) / 200);
    for (int i = 0; i < 8_000; i++) {
      limit.take(new Quiet(), 1, 0);
    }
    assertThat(limit.turnBytes()).as("no trickle").isEqualTo(1_024);
    assertThat(new RateLimit(3).turnBytes()).isEqualTo(1);
  }

  /// An identity of its own.
  private static final class Quiet implements RateLimit.Sharer {
    @Override
    public void limitChanges() {}
  }
}
