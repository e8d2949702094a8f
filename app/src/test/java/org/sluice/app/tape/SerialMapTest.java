package org.sluice.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialMapTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void doesWhatAMapDoes(long seed) {
    Random random = new Random(seed);
    long spread = seed % 2 == 0 ? 40 : 64 * 16; // beside each other, or many on one place
    SerialMap<String> map = new SerialMap<>();
    TreeMap<Long, String> model = new TreeMap<>();
    for (int i = 0; i < 4_000; i++) {
      long key = seed % 2 == 0 ? random.nextLong(spread) : random.nextLong(64) * 16;
      if (random.nextInt(3) == 0) {
        map.remove(key);
        model.remove(key);
      } else {
        map.put(key, "v" + i);
        model.put(key, "v" + i);
      }
      assertThat(map.get(key))
          .as("seed %d, step %d, key %d", seed, i, key)
          .isEqualTo(model.get(key));
    }
    assertThat(map.size()).as("seed %d", seed).isEqualTo(model.size());
    assertThat(map.inOrder()).as("seed %d", seed).isEqualTo(List.copyOf(model.values()));
    SerialMap<String> copy = new SerialMap<>(map);
    assertThat(copy).isEqualTo(map);
    map.put(9_999, "other");
    assertThat(copy.get(9_999)).isNull();
    assertThat(copy).isNotEqualTo(map);
  }
}
