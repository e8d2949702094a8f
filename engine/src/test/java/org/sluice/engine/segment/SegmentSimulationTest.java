package org.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Plans over thousands of random networks.
///
/// [SimRun] checks in every step that leases never overlap, that no byte is written or asked for
/// twice, that the number of connections stays in its limit, that no lease starves, and that the
/// window of the in-order mode is kept; and at the end that the file is whole.
class SegmentSimulationTest {
  private static final int SEEDS = 400;

  /// More connections may cost so much where they bring nothing.
  private static final double TOLERANCE = 1.05;

  private static final double TOLERANCE_SECONDS = 0.5;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void everyNetworkEndsAndIsNeverSlowerThanOverOneConnection(int block) {
    double gain = 0;
    int compared = 0;
    for (long seed = 1 + (long) block * SEEDS; seed <= (long) (block + 1) * SEEDS; seed++) {
      SimNetwork network = SimNetwork.random(seed);
      PlanOptions options = PlanOptions.of(segments(seed));
      SimRun many = SimRun.fresh(network, options, "seed " + seed);
      SimRun one =
          SimRun.fresh(network, PlanOptions.of(1), "seed " + seed + " over one connection");
      many.run();
      one.run();
      if (network.isPassable()) {
        many.assertFinished();
        one.assertFinished();
        gain += Math.log(one.seconds() / many.seconds());
        compared++;
      }
      if (one.finished && many.finished && network.isFair()) {
        assertThat(many.seconds())
            .as("seconds of seed %s; over one connection %s: %s", seed, one.seconds(), many)
            .isLessThan(one.seconds() * TOLERANCE + TOLERANCE_SECONDS);
      }
    }
    assertThat(gain / compared)
        .as("mean gain of block %s, networks with faults and unequal connections too", block)
        .isGreaterThan(Math.log(1.05));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void whatIsMissingOfAnEarlierRunIsFetched(int block) {
    for (long seed = 1 + (long) block * SEEDS; seed <= (long) (block + 1) * SEEDS; seed++) {
      SimNetwork network = SimNetwork.random(seed);
      Random random = new Random(seed);
      Spans missing = missing(random, network.file().length());
      PlanOptions options = PlanOptions.of(segments(seed)).inOrder(random.nextInt(4) == 0);
      SimRun run = SimRun.resumed(network, options, missing, "seed " + seed + ", resumed");
      run.run();
      if (network.isPassable() && !network.faults().oneRequest()) {
        run.assertFinished();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void inOrderStaysInItsWindow(int block) {
    for (long seed = 1 + (long) block * SEEDS; seed <= (long) (block + 1) * SEEDS; seed++) {
      SimNetwork network = SimNetwork.random(seed);
      PlanOptions options = PlanOptions.of(segments(seed)).inOrder(true);
      SimRun run = SimRun.fresh(network, options, "seed " + seed + ", in order");
      run.run();
      if (network.isPassable() && !network.faults().oneRequest()) {
        run.assertFinished();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void limitsMayChangeAtAnyTime(int block) {
    for (long seed = 1 + (long) block * SEEDS; seed <= (long) (block + 1) * SEEDS; seed++) {
      SimNetwork network = SimNetwork.random(seed);
      Random random = new Random(seed);
      PlanOptions options = PlanOptions.of(segments(seed)).inOrder(random.nextInt(4) == 0);
      SimRun run = SimRun.fresh(network, options, "seed " + seed + ", limits changed");
      while (!run.finished && !run.stuck) {
        run.step();
        if (random.nextInt(150) == 0) {
          int cap = random.nextBoolean() ? 1 + random.nextInt(8) : PlanLimits.NO_CAP;
          boolean limited = random.nextInt(4) == 0;
          double rate = limited ? network.path().sharedBytesPerSecond() / 3 : Double.MAX_VALUE;
          run.limits(new PlanLimits(1 + random.nextInt(16), cap, limited), rate);
        }
      }
      if (network.isPassable() && !network.faults().oneRequest()) {
        run.assertFinished();
      }
    }
  }

  /// The link of the measurements: 100 Mbit/s, 50 ms.
  @Test
  void segmentsPayWhereTheConnectionIsTheLimitAndOnlyThere() {
    List<String> said = new ArrayList<>();
    SimRun clean = run(said, 100_000_000, 1e12, 16);
    SimRun lossy = run(said, 20_000_000, 1_900_000, 8);
    SimRun worse = run(said, 20_000_000, 300_000, 16);
    assertThat(clean.mostConnections).as("clean link: %s", said).isEqualTo(2);
    assertThat(clean.seconds()).as("clean link: %s", said).isLessThan(8.35 * 1.01);
    assertThat(lossy.seconds()).as("0.1 %% loss: %s", said).isLessThan(10.75 / 3);
    assertThat(worse.seconds()).as("1 %% loss: %s", said).isLessThan(66.8 / 10);
  }

  private static SimRun run(List<String> said, long length, double each, int segments) {
    SimNetwork network = SimNetwork.calm(length, 0.05, 12_500_000, each);
    SimRun run = SimRun.fresh(network, PlanOptions.of(segments), "link");
    run.run();
    run.assertFinished();
    said.add(run.seconds() + " s over " + run.mostConnections);
    return run;
  }

  private static int segments(long seed) {
    return List.of(2, 4, 8, 8, 16, 32).get((int) (seed % 6));
  }

  private static Spans missing(Random random, long length) {
    List<Span> spans = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      long from = (long) (random.nextDouble() * (length - 1));
      spans.add(new Span(from, from + 1 + (long) (random.nextDouble() * (length - from - 1))));
    }
    return Spans.of(spans);
  }
}
