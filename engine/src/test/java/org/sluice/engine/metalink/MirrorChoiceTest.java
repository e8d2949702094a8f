package org.sluice.engine.metalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.Source;
import org.sluice.engine.metalink.SourceStats.Standing;

class MirrorChoiceTest {
  private static final long NOW = 5_000;
  private static final long SECOND = 1_000_000_000L;
  private static final long MEBIBYTE = 1 << 20;

  private static SourceStats source(String name, int priority, @Nullable String country) {
    return SourceStats.untested(new Source("https://" + name + "/f", priority, country));
  }

  private static SourceStats known(String name, long speed) {
    return source(name, 5, null).measured(speed, NOW);
  }

  private static String used(@Nullable String country, SourceStats... sources) {
    return switch (MirrorChoice.next(List.of(sources), country, NOW)) {
      case MirrorChoice.Use(Source source, String reason) -> {
        assertThat(reason).isNotBlank();
        yield source.url().substring(8, source.url().length() - 2);
      }
      case MirrorChoice other -> other.toString();
    };
  }

  @Test
  void theFirstGoesByPriorityThenNearThenByTheList() {
    assertThat(used(null, source("b", 2, null), source("a", 1, null))).isEqualTo("a");
    assertThat(used("de", source("b", 1, "fr"), source("a", 1, "de"))).isEqualTo("a");
    assertThat(used("de", source("b", 1, "fr"), source("a", 2, "de"))).isEqualTo("b");
    assertThat(used(null, source("b", 1, "fr"), source("a", 1, "de"))).isEqualTo("b");
  }

  @Test
  void theFirstGoesToTheFastestKnownIfThatIsAnyGood() {
    assertThat(used(null, source("a", 1, null), known("b", MEBIBYTE), known("c", 2 * MEBIBYTE)))
        .isEqualTo("c");
    assertThat(used(null, source("a", 1, null), known("b", 10_000))).isEqualTo("a");
  }

  @Test
  void theOthersTryOneAtATime() {
    SourceStats running = known("a", MEBIBYTE).connections(1, 0);
    assertThat(used(null, running, source("b", 2, null), source("c", 1, null))).isEqualTo("c");
    SourceStats trial = source("c", 1, null).connections(1, 0);
    assertThat(used(null, running, source("b", 2, null), trial)).isEqualTo("a");
  }

  @Test
  void aConnectionMoreSharesWhatItsSourceGives() {
    assertThat(used(null, known("a", 900).connections(1, 0), known("b", 500))).isEqualTo("b");
    assertThat(used(null, known("a", 900).connections(1, 0), known("b", 400))).isEqualTo("a");
    assertThat(used(null, known("a", 900).connections(1, 1), known("b", 400))).isEqualTo("b");
  }

  @Test
  void asLongAsNothingIsKnownTheySpread() {
    SourceStats a = source("a", 1, null).connections(1, 0);
    SourceStats b = source("b", 2, null);
    assertThat(used(null, a, b)).isEqualTo("b");
    assertThat(used(null, a.connections(2, 0), b.connections(1, 0))).isEqualTo("b");
  }

  @Test
  void anOldSpeedIsTriedAgain() {
    List<SourceStats> sources =
        List.of(known("a", MEBIBYTE).connections(1, 0), known("b", 5 * MEBIBYTE));
    assertThat(MirrorChoice.next(sources, null, NOW).reason()).contains("Most can be expected");
    assertThat(MirrorChoice.next(sources, null, NOW + MirrorChoice.STALE_NANOS))
        .isInstanceOfSatisfying(
            MirrorChoice.Use.class,
            use -> {
              assertThat(use.source().url()).isEqualTo("https://b/f");
              assertThat(use.reason()).contains("tried");
            });
  }

  @Test
  void whatIsBlockedFullOrDeadIsNotAsked() {
    SourceStats blocked = source("a", 1, null).blocked(NOW + 7);
    SourceStats full = source("b", 1, null).connections(2, 2);
    SourceStats dead = source("c", 1, null).dead();
    assertThat(used(null, blocked, full, dead, source("d", 9, null))).isEqualTo("d");
    assertThat(MirrorChoice.next(List.of(blocked, full, dead), null, NOW))
        .isEqualTo(
            new MirrorChoice.Wait(
                true, NOW + 7, "Every other address is full or has to be left alone"));
    assertThat(MirrorChoice.next(List.of(blocked), null, NOW + 7))
        .isInstanceOf(MirrorChoice.Use.class);
    assertThat(MirrorChoice.next(List.of(full, dead), null, NOW))
        .isInstanceOfSatisfying(MirrorChoice.Wait.class, w -> assertThat(w.soon()).isFalse());
    assertThat(MirrorChoice.next(List.of(dead, dead), null, NOW))
        .isEqualTo(new MirrorChoice.GiveUp("None of the 2 addresses has the file"));
  }

  @Test
  void whoFailedComesBehindWhoDidNot() {
    SourceStats failed = source("a", 1, null).blocked(NOW - 1);
    assertThat(used(null, failed, source("b", 9, null))).isEqualTo("b");
    assertThat(failed.measured(5, NOW).errorsInARow()).isZero();
  }

  @Test
  void onlyTheFirstFewOfALongListAreTried() {
    List<SourceStats> sources = new ArrayList<>();
    sources.add(known("fast", MEBIBYTE).connections(1, 0));
    for (int i = 0; i < 50; i++) {
      sources.add(source("m" + i, 10 + i, null));
    }
    int trials = 0;
    while (MirrorChoice.next(sources, null, NOW)
            instanceof MirrorChoice.Use(Source source, String reason)
        && reason.contains("tried")) {
      int i = sources.stream().map(SourceStats::source).toList().indexOf(source);
      sources.set(i, sources.get(i).measured(1_000, NOW));
      trials++;
    }
    assertThat(trials).isBetween(MirrorChoice.MOST_TRIALS - 1, MirrorChoice.MOST_TRIALS);
  }

  /// Any state: the answer is one that may be asked, and there is one whenever there can be.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void neverAsksWhoMayNotBeAsked(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      List<SourceStats> sources = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        sources.add(
            new SourceStats(
                new Source(
                    "https://h" + i + "/f",
                    1 + random.nextInt(3),
                    random.nextBoolean() ? "de" : null),
                random.nextInt(3),
                random.nextInt(4),
                random.nextInt(3) == 0 ? 0 : random.nextLong(MEBIBYTE),
                NOW - random.nextLong(2 * MirrorChoice.STALE_NANOS),
                random.nextInt(3),
                Standing.values()[random.nextInt(3)],
                NOW + random.nextInt(5) - 2));
      }
      List<Source> mayBeAsked =
          sources.stream()
              .filter(s -> s.mostConnections() == 0 || s.connections() < s.mostConnections())
              .filter(
                  s ->
                      s.standing() == Standing.USABLE
                          || (s.standing() == Standing.BLOCKED && s.blockedUntilNanos() <= NOW))
              .map(SourceStats::source)
              .toList();
      MirrorChoice choice = MirrorChoice.next(sources, random.nextBoolean() ? "de" : null, NOW);
      assertThat(choice.reason()).isNotBlank();
      switch (choice) {
        case MirrorChoice.Use(Source source, String reason) ->
            assertThat(mayBeAsked).as("seed %s: %s", seed, reason).contains(source);
        case MirrorChoice.Wait wait -> {
          assertThat(mayBeAsked).as("seed %s: %s", seed, sources).isEmpty();
          assertThat(wait.untilNanos() > NOW || !wait.soon()).isTrue();
        }
        case MirrorChoice.GiveUp gone ->
            assertThat(sources).as(gone.reason()).allMatch(s -> s.standing() == Standing.DEAD);
      }
    }
  }

  /// Mirrors whose speeds nobody knows: after the trials, the fast ones carry the download.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsTheFastOnes(long seed) {
    Random random = new Random(seed);
    int count = 3 + random.nextInt(5);
    long[] speed = new long[count];
    List<SourceStats> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      speed[i] = 50_000 + random.nextInt(400_000);
      sources.add(source("m" + i, 1 + i, null));
    }
    int best = random.nextInt(count);
    speed[best] = 20_000_000;
    long[] bytes = new long[count];
    List<long[]> running = new ArrayList<>(); // source, bytes left of the segment
    for (long now = NOW, end = NOW + 120 * SECOND; now < end; now += SECOND / 4) {
      while (running.size() < 4) {
        if (!(MirrorChoice.next(sources, null, now)
            instanceof MirrorChoice.Use(Source used, String _))) {
          throw new AssertionError("nothing to use");
        }
        int i = sources.stream().map(SourceStats::source).toList().indexOf(used);
        sources.set(i, sources.get(i).connections(sources.get(i).connections() + 1, 8));
        running.add(new long[] {i, 4 * MEBIBYTE});
      }
      for (long[] segment : List.copyOf(running)) {
        int i = (int) segment[0];
        long share = speed[i] / sources.get(i).connections();
        long some = Math.min(segment[1], share / 4);
        bytes[i] += some;
        segment[1] -= some;
        sources.set(i, sources.get(i).measured(share, now));
        if (segment[1] <= 0) {
          running.remove(segment);
          sources.set(i, sources.get(i).connections(sources.get(i).connections() - 1, 8));
        }
      }
    }
    long all = 0;
    for (long some : bytes) {
      all += some;
    }
    assertThat(bytes[best]).as("seed %s: of %s bytes", seed, all).isGreaterThan(all * 8 / 10);
    assertThat(all).as("seed %s: speed is used", seed).isGreaterThan(20_000_000L * 120 * 6 / 10);
  }
}
