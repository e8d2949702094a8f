package org.sluice.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.queue.QueueOrder.Move;
import org.sluice.engine.queue.QueueOrder.Standing;

class QueueOrderTest {
  private static List<ItemId> ids(String digits) {
    return digits.chars().mapToObj(c -> new ItemId(c - '0')).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "12345, 3, UP, 13245",
    "12345, 1, UP, 12345",
    "12345, 12, UP, 12345",
    "12345, 13, UP, 13245",
    "12345, 345, UP, 13452",
    "12345, 24, UP, 21435",
    "12345, 3, DOWN, 12435",
    "12345, 45, DOWN, 12345",
    "12345, 35, DOWN, 12435",
    "12345, 123, DOWN, 41235",
    "12345, 35, TOP, 35124",
    "12345, 13, BOTTOM, 24513",
    "12345, 9, TOP, 12345",
    "1, 1, DOWN, 1",
  })
  void moves(String before, String chosen, Move move, String after) {
    assertThat(QueueOrder.order(ids(before), Set.copyOf(ids(chosen)), move)).isEqualTo(ids(after));
  }

  @Test
  void staysAmongItsEqualsAndTouchesNoOther() {
    List<Standing> line =
        List.of(
            new Standing(new ItemId(1), 5, 10),
            new Standing(new ItemId(2), 5, 20),
            new Standing(new ItemId(3), 0, 1),
            new Standing(new ItemId(4), 0, 2),
            new Standing(new ItemId(5), 0, 7));
    assertThat(QueueOrder.move(line, Set.of(new ItemId(5)), Move.TOP))
        .containsExactly(
            new Standing(new ItemId(5), 0, 1),
            new Standing(new ItemId(3), 0, 2),
            new Standing(new ItemId(4), 0, 7));
    assertThat(QueueOrder.move(line, Set.of(new ItemId(3)), Move.UP)).isEmpty();
    assertThat(QueueOrder.move(line, Set.of(new ItemId(2), new ItemId(4)), Move.UP)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void placesAlwaysGiveTheNewOrder(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<Standing> line = new ArrayList<>();
      for (int i = 1 + random.nextInt(12); i > 0; i--) {
        // Places that are not distinct come from an old journal or a merge of queues.
        line.add(new Standing(new ItemId(i), random.nextInt(3), random.nextInt(9)));
      }
      Comparator<Standing> inLine =
          Comparator.comparingInt(Standing::priority)
              .reversed()
              .thenComparingLong(Standing::place)
              .thenComparing(Standing::id);
      line.sort(inLine);
      Set<ItemId> chosen = new HashSet<>();
      line.stream().filter(s -> random.nextInt(3) == 0).forEach(s -> chosen.add(s.id()));
      Move move = Move.values()[random.nextInt(4)];
      Map<ItemId, Standing> now =
          line.stream()
              .collect(Collectors.toMap(Standing::id, s -> s, (a, b) -> a, LinkedHashMap::new));
      QueueOrder.move(line, chosen, move).forEach(s -> now.put(s.id(), s));
      List<ItemId> expected = new ArrayList<>();
      for (int priority = 2; priority >= 0; priority--) {
        int wanted = priority;
        List<ItemId> group =
            line.stream().filter(s -> s.priority() == wanted).map(Standing::id).toList();
        expected.addAll(QueueOrder.order(group, chosen, move));
      }
      assertThat(now.values().stream().sorted(inLine).map(Standing::id))
          .as("seed %s: %s of %s in %s", seed, move, chosen, line)
          .containsExactlyElementsOf(expected);
    }
  }
}
