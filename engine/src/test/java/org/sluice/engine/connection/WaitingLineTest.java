package org.sluice.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is next: alone, and beside a list that is searched each time.
class WaitingLineTest {
  private final WaitingLine<String> line = new WaitingLine<>();

  @Test
  void firstInFirstOut() {
    line.join("a", "h");
    line.join("b", "h");
    assertThat(line.callNext("h")).isEqualTo("a");
    assertThat(line.callNext("h")).isEqualTo("b");
    assertThat(line.callNext("h")).isNull();
  }

  @Test
  void whoHasWaitedLongestForThatHostOrForAny() {
    line.join("any", null);
    line.join("host", "h");
    assertThat(line.callNext("h")).isEqualTo("any");
    assertThat(line.callNext("h")).isEqualTo("host");
  }

  @Test
  void whoWasCalledInVainKeepsItsPlace() {
    line.join("a", "h");
    line.join("b", "h");
    assertThat(line.callNext("h")).isEqualTo("a");
    line.join("a", "h");
    assertThat(line.callNext("h")).isEqualTo("a");
  }

  @Test
  void theNextForTheTotalMayTryWhenTheFirstWaitsForItsHostNow() {
    line.join("a", null);
    line.join("b", null);
    assertThat(line.callNextOfTotal()).isEqualTo("a");
    assertThat(line.join("a", "full")).isTrue();
    assertThat(line.callNextOfTotal()).isEqualTo("b");
    assertThat(line.join("b", null)).isFalse();
  }

  @Test
  void newcomersStandBehindTheOneThatIsCalled() {
    line.join("a", "h");
    line.callNext("h");
    assertThat(line.hostWaits("h")).isTrue();
    assertThat(line.served("a")).isTrue();
    assertThat(line.hostWaits("h")).isFalse();
    line.join("b", null);
    line.callNextOfTotal();
    assertThat(line.anyWaits()).isTrue();
    line.served("b");
    assertThat(line.anyWaits()).isFalse();
  }

  @Test
  void leavingTellsWhetherASlotIsFreeAgain() {
    line.join("a", "h");
    assertThat(line.leave("a")).isFalse();
    line.join("b", "h");
    line.callNext("h");
    assertThat(line.leave("b")).isTrue();
    assertThat(line.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void behavesLikeAListThatIsSearched(long seed) {
    record Waiter(String name, int number, String host) {}
    Random random = new Random(seed);
    List<Waiter> model = new ArrayList<>();
    String[] hosts = {"x", "y", "z"};
    int arrivals = 0;
    for (int step = 0; step < 10_000; step++) {
      String host = hosts[random.nextInt(hosts.length)];
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          Waiter w = new Waiter("w" + arrivals, arrivals++, random.nextInt(3) == 0 ? null : host);
          model.add(w);
          line.join(w.name(), w.host());
        }
        case 2 -> {
          Waiter expected =
              model.stream()
                  .filter(w -> w.host() == null || w.host().equals(host))
                  .findFirst()
                  .orElse(null);
          String called = line.callNext(host);
          assertThat(called)
              .as("seed %d step %d", seed, step)
              .isEqualTo(expected == null ? null : expected.name());
          if (called != null) {
            model.remove(expected);
            assertThat(line.served(called)).isTrue();
          }
        }
        default -> {
          if (!model.isEmpty()) {
            Waiter gone = model.remove(random.nextInt(model.size()));
            assertThat(line.leave(gone.name())).isFalse();
          }
        }
      }
      assertThat(line.size()).isEqualTo(model.size());
    }
  }
}
