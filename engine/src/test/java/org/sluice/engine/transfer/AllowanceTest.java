package org.sluice.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.request.RateLimit;
import org.sluice.engine.time.TimerTable;

/// Transfers that share limits, played without sockets on a clock that is only a number.
class AllowanceTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int READ_BYTES = 512 * 1024;

  /// A transfer whose network brings `supplyBytesPerSecond`, or with 0 as much as is asked.
  private static final class Reader {
    final Allowance allowance;
    final long supplyBytesPerSecond;
    long read;
    long nextNanos;

    Reader(List<RateLimit> limits, long supplyBytesPerSecond) {
      this.supplyBytesPerSecond = supplyBytesPerSecond;
      allowance = new Allowance(limits, () -> nextNanos = Long.MIN_VALUE);
    }

    long arrived(long nowNanos) {
      return supplyBytesPerSecond == 0
          ? Long.MAX_VALUE
          : (long) (supplyBytesPerSecond * (nowNanos / (double) SECOND)) - read;
    }

    /// What EasyWork does in a run.
    void run(long nowNanos, Random random) {
      int budget = EasyWork.BUDGET_BYTES;
      while (true) {
        long allowed = allowance.bytes(nowNanos);
        if (allowed == 0) {
          nextNanos = allowance.dueNanos();
          assertThat(nextNanos).isGreaterThan(nowNanos).isNotEqualTo(TimerTable.NONE);
          return;
        }
        long n = Math.min(Math.min(allowed, READ_BYTES), arrived(nowNanos));
        if (n <= 0) {
          allowance.giveBack();
          nextNanos = nowNanos + 1 + random.nextLong(20_000_000);
          return;
        }
        allowance.used(n);
        read += n;
        budget -= (int) n;
        if (budget <= 0) {
          nextNanos = nowNanos;
          return;
        }
      }
    }
  }

  /// Runs whoever is due, a little late, until `endNanos`.
  private static long play(List<Reader> readers, long nowNanos, long endNanos, Random random) {
    long now = nowNanos;
    while (now < endNanos) {
      long at = now;
      List<Reader> due = new ArrayList<>(readers.stream().filter(r -> r.nextNanos <= at).toList());
      due.sort(Comparator.comparingLong(r -> r.nextNanos));
      due.forEach(r -> r.run(at, random));
      long next = readers.stream().mapToLong(r -> r.nextNanos).min().orElseThrow();
      // Timers have milliseconds and are late, never early.
      now = next <= now ? now : next + random.nextLong(2_000_000);
    }
    return now;
  }

  private static List<Reader> greedy(int count, RateLimit limit) {
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readers.add(new Reader(List.of(limit), 0));
    }
    return readers;
  }

  private static long total(List<Reader> readers) {
    return readers.stream().mapToLong(r -> r.read).sum();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "2, 1, 1000",
    "3, 1, 204800",
    "4, 1, 300000000",
    "5, 2, 2097152",
    "6, 8, 1048576",
    "7, 64, 1048576",
    "8, 200, 100000",
    "9, 200, 500000000",
    "10, 512, 52428800",
  })
  void isExactAndFair(long seed, int count, long rate) {
    Random random = new Random(seed);
    List<Reader> readers = greedy(count, new RateLimit(rate));
    long tenth = play(readers, 0, 10 * SECOND, random);
    double expected = rate * (tenth / (double) SECOND);
    assertThat((double) total(readers))
        .as("seed %s: bytes in ten seconds", seed)
        .isBetween(expected * 0.97 - 1, expected * 1.03 + 1);

    long[] before = readers.stream().mapToLong(r -> r.read).toArray();
    long tenthTotal = total(readers);
    long end = play(readers, tenth, tenth + 60 * SECOND, random);
    double seconds = (end - tenth) / (double) SECOND;
    assertThat(total(readers) - tenthTotal)
        .as("seed %s: a minute more", seed)
        .isBetween((long) (rate * seconds * 0.99) - 1, (long) (rate * seconds * 1.01) + 1);
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, readers.get(i).read - before[i]);
      most = Math.max(most, readers.get(i).read - before[i]);
    }
    assertThat((double) least)
        .as("seed %s: the one that got least, beside %s", seed, most)
        .isGreaterThan(0.8 * most - 1);
  }

  /// Slow ones get nearly all they need, the rest goes to the fast ones in equal parts.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void slowOnesLoseNothingToFastOnes(long seed) {
    Random random = new Random(seed);
    long rate = 4_000_000;
    RateLimit limit = new RateLimit(rate);
    List<Reader> slow = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      slow.add(new Reader(List.of(limit), 5_000 + random.nextInt(50_000)));
    }
    List<Reader> fast = greedy(12, limit);
    List<Reader> all = new ArrayList<>(slow);
    all.addAll(fast);
    double seconds = play(all, 0, 30 * SECOND, random) / (double) SECOND;
    assertThat((double) total(all))
        .as("seed %s: all", seed)
        .isBetween(rate * seconds * 0.98, rate * seconds * 1.01);
    for (Reader reader : slow) {
      assertThat((double) reader.read)
          .as("seed %s: a slow one's share", seed)
          .isGreaterThan(reader.supplyBytesPerSecond * seconds * 0.9);
    }
    double share = (double) total(fast) / fast.size();
    for (Reader reader : fast) {
      assertThat((double) reader.read)
          .as("seed %s: a fast one's share", seed)
          .isBetween(share * 0.85, share * 1.15);
    }
  }

  /// Item, queue and all together: each limit holds, in whatever order, and nobody starves.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void severalLimitsHoldAtOnce(long seed) {
    Random random = new Random(seed);
    RateLimit global = new RateLimit(1_000_000);
    List<RateLimit> queues = List.of(new RateLimit(700_000), new RateLimit(RateLimit.NONE));
    List<RateLimit> items = new ArrayList<>();
    List<List<Reader>> readers = new ArrayList<>();
    List<Reader> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      RateLimit item =
          new RateLimit(
              switch (i % 3) {
                case 0 -> 2_000 + random.nextInt(60_000);
                case 1 -> RateLimit.NONE;
                default -> 400_000;
              });
      List<RateLimit> mine = List.of(item, queues.get(i % 2), global);
      List<Reader> segments = new ArrayList<>();
      for (int k = 1 + random.nextInt(8); k > 0; k--) {
        segments.add(new Reader(seed % 2 == 0 ? mine : mine.reversed(), 0));
      }
      items.add(item);
      readers.add(segments);
      all.addAll(segments);
    }
    double seconds = play(all, 0, 30 * SECOND, random) / (double) SECOND;
    assertThat((double) total(all))
        .as("seed %s: all", seed)
        .isBetween(970_000 * seconds, 1_010_000 * seconds);
    long firstQueue = 0;
    for (int i = 0; i < 10; i++) {
      long rate = items.get(i).bytesPerSecond();
      long got = total(readers.get(i));
      firstQueue += i % 2 == 0 ? got : 0;
      if (rate > 0) {
        assertThat((double) got)
            .as("seed %s: item %s at %s", seed, i, rate)
            .isLessThan(rate * seconds * 1.01 + 1);
      }
      for (Reader reader : readers.get(i)) {
        assertThat(reader.read).as("seed %s: a segment of item %s", seed, i).isGreaterThan(5_000);
      }
    }
    assertThat((double) firstQueue)
        .as("seed %s: the first queue", seed)
        .isLessThan(700_000 * seconds * 1.01);
  }

  /// Up, down and up: each second has the speed that holds in it.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void followsEachChangeAtOnce(long seed) {
    Random random = new Random(seed);
    RateLimit limit = new RateLimit(1_000);
    List<Reader> readers = greedy(20, limit);
    long now = play(readers, 0, SECOND, random);
    for (long rate : new long[] {1_000_000, 500, 8_000_000, 20_000, 1, 2_000_000}) {
      limit.change(rate, now);
      assertThat(limit.sharers()).as("all gave back").isZero();
      long before = total(readers);
      long end = play(readers, now, now + SECOND, random);
      double expected = rate * ((end - now) / (double) SECOND);
      assertThat((double) (total(readers) - before))
          .as("seed %s: at %s", seed, rate)
          .isBetween(expected * 0.9 - 1, expected * 1.11 + 1);
      now = end;
    }
  }

  @Test
  void aLimitThatIsTakenAwayWakesWhoWaits() {
    RateLimit limit = new RateLimit(10);
    boolean[] woken = new boolean[1];
    Allowance allowance = new Allowance(List.of(limit), () -> woken[0] = true);
    assertThat(allowance.bytes(0)).isEqualTo(1);
    allowance.used(1);
    assertThat(allowance.bytes(0)).isZero();
    assertThat(allowance.bytes(allowance.dueNanos() - 1)).as("not yet").isZero();
    limit.change(RateLimit.NONE, 5);
    assertThat(woken[0]).isTrue();
    assertThat(allowance.bytes(5)).isEqualTo(Long.MAX_VALUE);
    assertThat(allowance.dueNanos()).isEqualTo(TimerTable.NONE);
    allowance.used(1_000_000);
    assertThat(limit.sharers()).isZero();
  }

  @Test
  void withoutLimitsThereIsNone() {
    Allowance allowance = new Allowance(List.of(), () -> {});
    assertThat(allowance.bytes(0)).isEqualTo(Long.MAX_VALUE);
    allowance.used(123);
    allowance.giveBack();
    assertThat(allowance.bytes(0)).isEqualTo(Long.MAX_VALUE);
  }
}
