package org.sluice.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The heap beside a plain list that is searched each time.
class TimerQueueTest {
  private static final class Item extends TimerQueue.Member {
    long at = TimerTable.NONE;
    long queued = TimerTable.NONE;

    @Override
    protected long nearestNanos() {
      return at;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void behavesLikeASortedList(long seed) {
    Random random = new Random(seed);
    TimerQueue<Item> queue = new TimerQueue<>();
    List<Item> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(new Item());
    }
    long now = 0;
    for (int step = 0; step < 20_000; step++) {
      Item item = all.get(random.nextInt(all.size()));
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          item.at = random.nextInt(5) == 0 ? TimerTable.NONE : now + random.nextInt(1_000) - 100;
          item.queued = item.at;
          queue.update(item);
        }
        case 2 -> {
          item.queued = TimerTable.NONE;
          queue.remove(item);
        }
        default -> {
          now += random.nextInt(20);
          Item first = queue.pollExpired(now);
          long nearest = nearest(all);
          if (nearest > now) {
            assertThat(first).as("seed %d step %d", seed, step).isNull();
          } else {
            assertThat(first).as("seed %d step %d", seed, step).isNotNull();
            assertThat(first.queued).isEqualTo(nearest);
            first.queued = TimerTable.NONE;
          }
        }
      }
      assertThat(queue.nearestNanos()).as("seed %d step %d", seed, step).isEqualTo(nearest(all));
    }
  }

  private static long nearest(List<Item> all) {
    return all.stream().mapToLong(item -> item.queued).min().orElse(TimerTable.NONE);
  }
}
