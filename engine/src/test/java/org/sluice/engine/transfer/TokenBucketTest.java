package org.sluice.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The mean rate, with a clock that is only a number.
class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 100, 1_000, 4_096, 204_800, 10_000_000, 2_000_000_000L})
  void keepsTheRate(long rate) {
    Random random = new Random(rate);
    long now = 12_345;
    long start = now;
    long passed = 0;
    TokenBucket bucket = new TokenBucket(rate, now);
    while (now - start < 60 * SECOND) {
      if (bucket.worthReading(now)) {
        long some = bucket.available(now);
        assertThat(some).isPositive();
        bucket.take(some);
        passed += some;
      } else {
        long due = bucket.refilledNanos(now);
        assertThat(due).isGreaterThan(now);
        // A timer is late, never early.
        now = due + random.nextInt(1_000_000);
        assertThat(bucket.worthReading(now)).as("worth it when due").isTrue();
      }
    }
    double burst = Math.max(1, rate / 10.0);
    double expected = rate * ((now - start) / (double) SECOND);
    assertThat((double) passed).isBetween(expected * 0.97 - burst, expected * 1.03 + burst);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 1_000_000})
  void aLongSilenceEarnsNoMoreThanABucket(long rate) {
    TokenBucket bucket = new TokenBucket(rate, 0);
    bucket.take(bucket.available(0));
    assertThat(bucket.available(3_600 * SECOND)).isEqualTo(rate / 10);
  }
}
