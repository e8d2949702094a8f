package org.sluice.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkWatchTest {
  private static final Instant WALL = Instant.parse("2026-03-01T12:00:00Z");
  private static final long NANOS = Long.MAX_VALUE - 5;

  private static Set<String> set(String words) {
    return Stream.of(words.split(" ", -1)).filter(w -> !w.isEmpty()).collect(Collectors.toSet());
  }

  /// addresses before | after | milliseconds by the monotonic clock | by the wall clock | event
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b | b a | 1000 | 1000 | nothing",
        "a | a | 1000 | 11000 | nothing",
        "a | a | 1000 | 11001 | slept 10 s",
        "a | a | 1000 | 3600000 | slept 3599 s",
        "a | a | 1000 | -3600000 | nothing", // the wall clock was set back
        "a | a | 30000 | 30000 | nothing",
        "a | a | 31000 | 31000 | slept 31 s", // a monotonic clock that goes on in sleep
        "a | b | 1000 | 60000 | slept 59 s",
        "a | b | 1000 | 1000 | changed -a +b",
        "a b | b | 1000 | 1000 | changed -a +",
        "b | a b | 1000 | 1000 | changed - +a",
        "a | '' | 1000 | 1000 | lost",
        "a | '' | 1000 | 60000 | lost",
        "'' | '' | 1000 | 60000 | nothing",
        "'' | a | 1000 | 1000 | back",
        "'' | a | 1000 | 60000 | back"
      })
  void sees(String before, String after, long monotonicMillis, long wallMillis, String wanted) {
    NetworkWatch watch = new NetworkWatch(NANOS, WALL, set(before));
    long nanos = NANOS + TimeUnit.MILLISECONDS.toNanos(monotonicMillis);
    Instant wall = WALL.plus(Duration.ofMillis(wallMillis));
    NetworkWatch.Look look = watch.look(nanos, wall, set(after));
    assertThat(look.next()).isEqualTo(new NetworkWatch(nanos, wall, set(after)));
    assertThat(words(look.event())).isEqualTo(wanted);
    NetworkWatch.Look again =
        look.next().look(nanos + NetworkWatch.LOOK_NANOS, wall.plusSeconds(1), set(after));
    assertThat(again.event()).isEqualTo(new NetworkEvent.Nothing());
  }

  private static String words(NetworkEvent event) {
    return switch (event) {
      case NetworkEvent.Nothing _ -> "nothing";
      case NetworkEvent.Slept s -> {
        assertThat(s.reason()).contains(s.gap().toSeconds() + " s");
        yield "slept " + s.gap().toSeconds() + " s";
      }
      case NetworkEvent.Changed c ->
          "changed -" + String.join(" ", c.gone()) + " +" + String.join(" ", c.come());
      case NetworkEvent.Lost _ -> "lost";
      case NetworkEvent.Back _ -> "back";
    };
  }
}
