package org.sluice.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.rate.Eta.Left;
import org.sluice.engine.rate.Eta.Limited;
import org.sluice.engine.rate.Eta.Unknown;
import org.sluice.engine.rate.Eta.Why;

class EtaEstimatorTest {
  private static final long MS = 1_000_000L;
  private static final long MIB = 1024 * 1024;

  /// The clock's origin is arbitrary.
  private long nowMs = -50_000;

  private long done;
  private long total = 1_000 * MIB;
  private final EtaEstimator estimator = new EtaEstimator();

  @Test
  void isShownAfterThreeSecondsAndOnePercent() {
    assertThat(run(2.9, 5 * MIB)).isEqualTo(new Unknown(Why.TOO_EARLY));
    assertThat(run(0.2, 5 * MIB)).isEqualTo(new Left(round(197)));
  }

  @Test
  void onePercentMustBeThere() {
    assertThat(run(9.9, MIB)).isEqualTo(new Unknown(Why.TOO_EARLY));
    assertThat(run(0.2, MIB)).isInstanceOf(Left.class);
  }

  @Test
  void isExactAtASteadySpeedAndCountsDown() {
    run(10, 10 * MIB);
    for (int left = 89; left > 60; left -= 5) {
      assertThat(((Left) run(5, 10 * MIB)).seconds()).isBetween(left - 10L, left + 1L);
    }
    while (done < total) {
      Eta eta = run(0.1, 10 * MIB);
      double left = (total - done) / (10.0 * MIB);
      assertThat((double) ((Left) eta).seconds())
          .as("with %s s left", left)
          .isBetween(left - 6, left + 6);
    }
    assertThat(run(0.1, 0)).isEqualTo(new Left(0));
  }

  /// The mean fades with 15 s: after as long, two thirds of a change are in it.
  @Test
  void followsAChangeWithATimeConstantOfFifteenSeconds() {
    total = 1_000_000 * MIB;
    done = total / 2;
    run(300, 100 * MIB);
    run(15, 200 * MIB);
    double speed = 200 - 100 * Math.exp(-1);
    double seconds = (total - done) / (speed * MIB);
    assertThat(run(0.1, 200 * MIB)).isEqualTo(new Left(round(seconds)));
  }

  @Test
  void aPauseIsLeftOut() {
    run(20, 10 * MIB);
    long before = ((Left) run(0.1, 10 * MIB)).seconds();
    assertThat(run(3_600, 0, Flow.PAUSED)).isEqualTo(new Unknown(Why.PAUSED));
    assertThat(((Left) run(1, 10 * MIB)).seconds()).isBetween(before - 5, before);
  }

  @Test
  void aLimitIsLeftOutAndSaid() {
    run(20, 10 * MIB);
    assertThat(run(30, MIB, Flow.LIMITED)).isEqualTo(new Limited());
    double seconds = (total - done) / (10.0 * MIB);
    assertThat(((Left) run(0.1, 10 * MIB)).seconds()).isEqualTo(round(seconds));
  }

  @Test
  void withoutALengthNobodyKnows() {
    total = -1;
    assertThat(run(20, 10 * MIB)).isEqualTo(new Unknown(Why.LENGTH_UNKNOWN));
  }

  @Test
  void nothingForALongTimeIsAStall() {
    run(20, 10 * MIB);
    assertThat(run(400, 0)).isEqualTo(new Unknown(Why.STALLED));
    assertThat(run(30, 10 * MIB)).isInstanceOf(Left.class);
  }

  @Test
  void aRestartFromZeroForgets() {
    run(20, 10 * MIB);
    done = 0;
    assertThat(run(2, 10 * MIB)).isEqualTo(new Unknown(Why.TOO_EARLY));
  }

  @Test
  void aJumpToMoreThanTwiceNeedsTwoSecondsOfEvidence() {
    total = 100_000 * MIB;
    done = 1_000 * MIB;
    long before = ((Left) run(4, 10 * MIB)).seconds();
    int tenths = 0;
    while (((Left) run(0.1, 1_000 * MIB)).seconds() > before - 60) {
      tenths++;
    }
    assertThat(tenths).as("tenths of a second until the jump").isBetween(19, 32);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 1",
    "1.4, 1",
    "12.5, 13",
    "59.4, 59",
    "59.6, 60",
    "61, 60",
    "63, 65",
    "297, 295",
    "298, 300",
    "329, 300",
    "331, 360",
    "86399, 86400"
  })
  void roundsTheMoreTheLonger(double seconds, long rounded) {
    assertThat(EtaEstimator.round(seconds)).isEqualTo(rounded);
  }

  @Test
  void aTimeLeftIsNotInThePast() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Left(-1));
  }

  private record Looked(long ms, double seconds) {}

  /// Whatever the network does: the number is rounded, changes once a second at most, and jumps only
  /// when the mean, worked out another way, has said so for two seconds.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void doesNotDance(long seed) {
    Random random = new Random(seed);
    total = 50_000 * MIB;
    done = 1_000 * MIB;
    List<long[]> steps = new ArrayList<>();
    List<Looked> looked = new ArrayList<>();
    long startMs = nowMs;
    double speed = 50 * MIB;
    long shown = -1;
    long changedMs = 0;
    double expected = 0;
    estimator.update(nowMs * MS, done, total, Flow.RUNNING);
    for (int i = 0; i < 3_000 && done < total * 0.98; i++) {
      if (random.nextInt(60) == 0) {
        speed = 50 * MIB * Math.pow(30, random.nextDouble() * 2 - 1.4);
      }
      long ms = 50 + random.nextInt(250);
      long came = (long) (speed * ms / 1000 * 2 * random.nextDouble());
      nowMs += ms;
      done += came;
      steps.add(new long[] {nowMs, ms, came});
      Eta eta = estimator.update(nowMs * MS, done, total, Flow.RUNNING);
      double seconds = (total - done) / mean(steps, startMs);
      looked.add(new Looked(nowMs, seconds));
      expected -= ms / 1000.0;
      if (eta instanceof Left(long left) && left != shown) {
        String what = "seed %s, step %s: from %s to %s".formatted(seed, i, shown, left);
        assertThat(left).as(what).isEqualTo(EtaEstimator.round(left));
        if (shown >= 0) {
          assertThat(nowMs - changedMs).as(what).isGreaterThanOrEqualTo(1_000);
          int slack = shown < 60 ? 1 : shown < 300 ? 5 : 60;
          if (left > 2 * (expected + slack) + slack) {
            double limit = 2 * (expected - slack);
            assertThat(evidence(looked)).as(what).allMatch(it -> it > limit);
          } else if (left < (expected - slack) / 2 - slack) {
            double limit = (expected + 3 + slack) / 2;
            assertThat(evidence(looked)).as(what).allMatch(it -> it < limit);
          }
        }
        shown = left;
        changedMs = nowMs;
        expected = left;
      }
    }
    assertThat(shown).as("seed %s shows something", seed).isPositive();
  }

  private List<Double> evidence(List<Looked> looked) {
    return looked.stream().filter(it -> it.ms() > nowMs - 2_000).map(Looked::seconds).toList();
  }

  /// Bytes a second: each step weighs what is left of it after 15 s times e.
  private double mean(List<long[]> steps, long startMs) {
    double sum = 0;
    for (long[] step : steps.subList(Math.max(0, steps.size() - 1_500), steps.size())) {
      double begin = Math.exp(-(nowMs - step[0] + step[1]) / 15_000.0);
      double end = Math.exp(-(nowMs - step[0]) / 15_000.0);
      sum += step[2] * 1000.0 / step[1] * (end - begin);
    }
    return sum / (1 - Math.exp(-(nowMs - startMs) / 15_000.0));
  }

  private Eta run(double seconds, long bytesPerSecond) {
    return run(seconds, bytesPerSecond, Flow.RUNNING);
  }

  /// Ten looks a second.
  private Eta run(double seconds, long bytesPerSecond, Flow flow) {
    Eta eta = estimator.update(nowMs * MS, done, total, flow);
    for (int i = 0; i < Math.round(seconds * 10); i++) {
      nowMs += 100;
      done += bytesPerSecond / 10;
      eta = estimator.update(nowMs * MS, done, total, flow);
    }
    return eta;
  }

  private static long round(double seconds) {
    return EtaEstimator.round(seconds);
  }
}
