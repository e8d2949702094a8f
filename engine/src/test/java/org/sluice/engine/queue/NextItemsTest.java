package org.sluice.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.queue.NextItems.Choice;
import org.sluice.engine.queue.Turn.Why;

class NextItemsTest {
  /// A Monday.
  private static final ZonedDateTime NOW =
      LocalDateTime.parse("2026-06-01T12:00").atZone(ZoneOffset.UTC);

  private static final QueueRules MAIN = QueueRules.named("main").concurrency(2);

  private static Candidate item(long id, String host) {
    return Candidate.queued(new ItemId(id), "main", 0, id, host);
  }

  private static Candidate running(long id, String host) {
    return item(id, host).state(ItemState.RUNNING, StateReason.NONE, null);
  }

  private static Candidate waiting(long id, Instant until) {
    return item(id, "w").state(ItemState.WAITING, StateReason.RETRY, until);
  }

  private static Choice choose(QueueRules queue, Candidate... items) {
    return NextItems.choose(List.of(queue), List.of(items), Map.of(), 0, NOW);
  }

  private static List<Long> starts(Choice choice) {
    return choice.starts().stream().map(turn -> turn.id().value()).toList();
  }

  private static Map<Long, Why> stops(Choice choice) {
    Map<Long, Why> all = new TreeMap<>();
    choice.stops().forEach(turn -> all.put(turn.id().value(), turn.why()));
    return all;
  }

  private static Map<Long, Why> holds(Choice choice) {
    Map<Long, Why> all = new TreeMap<>();
    choice.holds().forEach(turn -> all.put(turn.id().value(), turn.why()));
    return all;
  }

  @Test
  void theFirstInLineStart() {
    Candidate third = item(3, "c");
    Candidate first =
        new Candidate(new ItemId(9), "main", 5, 99, "d", ItemState.QUEUED, StateReason.NONE, null);
    Choice choice = choose(MAIN, third, item(2, "b"), item(1, "a"), first);
    assertThat(starts(choice)).containsExactly(9L, 1L);
    assertThat(holds(choice)).isEqualTo(Map.of(2L, Why.QUEUE_FULL, 3L, Why.QUEUE_FULL));
    assertThat(choice.stops()).isEmpty();
    assertThat(choice.lookAgain()).isNull();
    assertThat(choice.starts().getFirst().sentence()).contains("main");
  }

  @Test
  void runningOnesCountAndAreNotPushedAside() {
    Candidate urgent =
        new Candidate(new ItemId(9), "main", 5, 1, "d", ItemState.QUEUED, StateReason.NONE, null);
    Choice choice = choose(MAIN, running(1, "a"), running(2, "b"), urgent);
    assertThat(choice.starts()).isEmpty();
    assertThat(choice.stops()).isEmpty();
    assertThat(holds(choice)).isEqualTo(Map.of(9L, Why.QUEUE_FULL));
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatWaitsForItsTurnStarts(ItemState state) {
    for (StateReason reason : StateReason.values()) {
      Choice choice = choose(MAIN, item(1, "a").state(state, reason, NOW.toInstant()));
      boolean starts =
          switch (state) {
            case QUEUED, WAITING -> true;
            case PAUSED -> reason == StateReason.QUEUE_CLOSED;
            case RUNNING, VERIFYING, COMPLETE, FAILED -> false;
          };
      assertThat(choice.starts()).as("%s because of %s", state, reason).hasSize(starts ? 1 : 0);
      assertThat(choice.stops()).isEmpty();
      assertThat(choice.holds()).isEmpty();
    }
  }

  @Test
  void aClosedQueueStopsAllAndSaysUntilWhen() {
    QueueRules nights = MAIN.schedule(Schedule.parse("22:00-06:00"));
    Choice choice = choose(nights, running(1, "a"), running(2, "b"), item(3, "c"));
    assertThat(stops(choice)).isEqualTo(Map.of(1L, Why.QUEUE_CLOSED, 2L, Why.QUEUE_CLOSED));
    assertThat(choice.stops().getFirst().id()).as("the last first").isEqualTo(new ItemId(2));
    assertThat(holds(choice)).isEqualTo(Map.of(3L, Why.QUEUE_CLOSED));
    assertThat(choice.holds().getFirst().sentence()).contains("until Mon 22:00");
    assertThat(choice.lookAgain()).isEqualTo(NOW.plusHours(10).toInstant());
  }

  @Test
  void anOpenQueueSaysWhenItCloses() {
    QueueRules days = MAIN.schedule(Schedule.parse("06:00-22:00"));
    Choice choice = choose(days, item(1, "a"));
    assertThat(starts(choice)).containsExactly(1L);
    assertThat(choice.lookAgain()).isEqualTo(NOW.plusHours(10).toInstant());
  }

  @Test
  void aStoppedQueueIsStopped() {
    Choice choice = choose(MAIN.running(false), running(1, "a"), item(2, "b"));
    assertThat(stops(choice)).isEqualTo(Map.of(1L, Why.QUEUE_STOPPED));
    assertThat(holds(choice)).isEqualTo(Map.of(2L, Why.QUEUE_STOPPED));
    assertThat(choice.lookAgain()).isNull();
  }

  @Test
  void aSmallerQueueStopsTheLast() {
    Choice choice = choose(MAIN.concurrency(1), running(1, "a"), running(2, "b"), running(3, "c"));
    assertThat(choice.stops().stream().map(Turn.Stop::id))
        .containsExactly(new ItemId(3), new ItemId(2));
    assertThat(stops(choice)).containsValue(Why.QUEUE_FULL);
  }

  @Test
  void aFullHostLetsOthersPass() {
    Map<String, HostLoad> hosts = Map.of("a", new HostLoad(16, 0, null));
    Choice choice =
        NextItems.choose(
            List.of(MAIN.connectionsPerHost(16)),
            List.of(item(1, "a"), item(2, "b"), item(3, "a")),
            hosts,
            0,
            NOW);
    assertThat(starts(choice)).containsExactly(2L);
    assertThat(holds(choice)).isEqualTo(Map.of(1L, Why.HOST_FULL, 3L, Why.HOST_FULL));
    assertThat(choice.holds().getFirst().sentence())
        .isEqualTo("a has 16 connections of at most 16");
    assertThat(choice.lookAgain())
        .as("connections end without a word")
        .isEqualTo(NOW.toInstant().plus(NextItems.HOST_LOOK));
  }

  @Test
  void aQueueHasNoLimitOfItsOwnForAHost() {
    Map<String, HostLoad> hosts = Map.of("a", new HostLoad(20, 24, null));
    Choice choice = NextItems.choose(List.of(MAIN), List.of(item(1, "a")), hosts, 0, NOW);
    assertThat(starts(choice)).as("only that of all queues holds").containsExactly(1L);
  }

  @Test
  void whatAHostWasFoundToBearCounts() {
    QueueRules wide = MAIN.concurrency(9).connectionsPerHost(0);
    Map<String, HostLoad> hosts = Map.of("a", new HostLoad(1, 3, null));
    List<Candidate> items = List.of(item(1, "a"), item(2, "a"), item(3, "a"), item(4, ""));
    Choice choice = NextItems.choose(List.of(wide), items, hosts, 0, NOW);
    assertThat(starts(choice)).containsExactly(1L, 2L, 4L);
    assertThat(holds(choice)).isEqualTo(Map.of(3L, Why.HOST_FULL));
    Choice narrow = NextItems.choose(List.of(wide.connectionsPerHost(2)), items, hosts, 0, NOW);
    assertThat(starts(narrow)).containsExactly(1L, 4L);
    assertThat(starts(NextItems.choose(List.of(wide), items, Map.of(), 0, NOW))).hasSize(4);
  }

  @Test
  void aBusyHostIsLeftAlone() {
    Instant until = NOW.plusMinutes(7).toInstant();
    Map<String, HostLoad> hosts = Map.of("a", new HostLoad(0, 0, until));
    Choice choice =
        NextItems.choose(List.of(MAIN), List.of(item(1, "a"), item(2, "b")), hosts, 0, NOW);
    assertThat(starts(choice)).containsExactly(2L);
    assertThat(holds(choice)).isEqualTo(Map.of(1L, Why.HOST_BUSY));
    assertThat(choice.lookAgain()).isEqualTo(until);
    assertThat(
            starts(
                NextItems.choose(
                    List.of(MAIN), List.of(item(1, "a")), hosts, 0, NOW.plusMinutes(7))))
        .containsExactly(1L);
  }

  @Test
  void aShortWaitKeepsItsPlaceAndALongOneDoesNot() {
    Instant soon = NOW.plusSeconds(10).toInstant();
    Instant late = NOW.plusSeconds(11).toInstant();
    Choice choice = choose(MAIN, waiting(1, soon), waiting(2, late), item(3, "c"), item(4, "d"));
    assertThat(starts(choice)).containsExactly(3L);
    assertThat(holds(choice))
        .isEqualTo(Map.of(1L, Why.NOT_YET, 2L, Why.NOT_YET, 4L, Why.QUEUE_FULL));
    assertThat(choice.lookAgain()).isEqualTo(soon);
    Choice busy = choose(MAIN, waiting(1, soon), running(2, "b"), running(3, "c"));
    assertThat(busy.stops()).as("it pushes nobody aside").isEmpty();
    assertThat(starts(choose(MAIN, waiting(1, NOW.toInstant())))).containsExactly(1L);
  }

  @Test
  void allQueuesTogetherRunNoMoreThanTheyMay() {
    QueueRules second = QueueRules.named("second").concurrency(2);
    List<QueueRules> queues = List.of(MAIN, second);
    Candidate other = Candidate.queued(new ItemId(5), "second", 0, 5, "e");
    List<Candidate> idle = List.of(item(1, "a"), item(2, "b"), other);
    Choice choice = NextItems.choose(queues, idle, Map.of(), 2, NOW);
    assertThat(starts(choice)).containsExactly(1L, 2L);
    assertThat(holds(choice)).isEqualTo(Map.of(5L, Why.QUEUE_FULL));
    assertThat(choice.holds().getFirst().sentence()).isEqualTo("All queues together run 2 at once");

    Candidate otherRuns = other.state(ItemState.RUNNING, StateReason.NONE, null);
    List<Candidate> busy = List.of(running(1, "a"), item(2, "b"), otherRuns);
    assertThat(starts(NextItems.choose(queues, busy, Map.of(), 2, NOW))).isEmpty();
    assertThat(starts(NextItems.choose(queues, busy, Map.of(), 3, NOW))).containsExactly(2L);
    Choice narrow = NextItems.choose(queues, busy, Map.of(), 1, NOW);
    assertThat(stops(narrow)).as("the last queue gives way").isEqualTo(Map.of(5L, Why.QUEUE_FULL));
  }

  @Test
  void queuesGoInTheirOrderAndShareTheHosts() {
    QueueRules second = QueueRules.named("second").connectionsPerHost(2);
    QueueRules first = MAIN.connectionsPerHost(2);
    Candidate other = Candidate.queued(new ItemId(7), "second", 9, 1, "a");
    List<Candidate> items = List.of(other, item(1, "a"), item(2, "a"));
    Choice choice = NextItems.choose(List.of(first, second), items, Map.of(), 0, NOW);
    assertThat(starts(choice)).containsExactly(1L, 2L);
    assertThat(holds(choice)).isEqualTo(Map.of(7L, Why.HOST_FULL));
    assertThat(starts(NextItems.choose(List.of(second, first), items, Map.of(), 0, NOW)))
        .containsExactly(7L, 1L);
  }

  @Test
  void anItemWithoutAQueueIsToldSo() {
    Choice choice = NextItems.choose(List.of(), List.of(item(1, "a")), Map.of(), 0, NOW);
    assertThat(holds(choice)).isEqualTo(Map.of(1L, Why.NO_QUEUE));
    assertThat(choice.holds().getFirst().sentence()).contains("main");
  }

  @Test
  void rulesAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> MAIN.concurrency(0));
    assertThatIllegalArgumentException().isThrownBy(() -> MAIN.connectionsPerHost(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> QueueRules.named(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> new HostLoad(-1, 0, null));
  }

  /// Random queues, items and hosts: what must hold for every choice.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyChoiceKeepsTheRules(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 1_000; round++) {
      List<QueueRules> queues = new ArrayList<>();
      for (String name : List.of("a", "b", "c")) {
        queues.add(
            QueueRules.named(name)
                .concurrency(1 + random.nextInt(4))
                .connectionsPerHost(random.nextInt(5))
                .running(random.nextInt(5) > 0)
                .schedule(
                    random.nextInt(4) == 0 ? Schedule.parse("13:00-14:00") : Schedule.ALWAYS));
      }
      Map<String, HostLoad> hosts = new HashMap<>();
      for (String host : List.of("h1", "h2", "h3")) {
        Instant busy =
            random.nextInt(6) == 0 ? NOW.plusSeconds(random.nextInt(3) - 1).toInstant() : null;
        hosts.put(host, new HostLoad(random.nextInt(5), random.nextInt(6), busy));
      }
      Map<ItemId, Candidate> items = new HashMap<>();
      for (int i = 1 + random.nextInt(20); i > 0; i--) {
        ItemState state = ItemState.values()[random.nextInt(ItemState.values().length)];
        items.put(
            new ItemId(i),
            new Candidate(
                new ItemId(i),
                List.of("a", "b", "c", "gone").get(random.nextInt(4)),
                random.nextInt(2),
                random.nextInt(5),
                List.of("", "h1", "h2", "h3", "h4").get(random.nextInt(5)),
                state,
                random.nextBoolean() ? StateReason.NONE : StateReason.QUEUE_CLOSED,
                state == ItemState.WAITING
                    ? NOW.plusSeconds(random.nextInt(40) - 10).toInstant()
                    : null));
      }
      List<Candidate> shuffled = new ArrayList<>(items.values());
      Collections.shuffle(shuffled, random);
      Choice choice = NextItems.choose(queues, shuffled, hosts, 0, NOW);
      check(seed, queues, items, hosts, choice);
      assertThat(NextItems.choose(queues, List.copyOf(items.values()), hosts, 0, NOW))
          .as("seed %s: the order of the list says nothing", seed)
          .isEqualTo(choice);
    }
  }

  private static void check(
      long seed,
      List<QueueRules> queues,
      Map<ItemId, Candidate> items,
      Map<String, HostLoad> hosts,
      Choice choice) {
    Set<ItemId> named = new HashSet<>();
    choice.starts().forEach(t -> assertThat(named.add(t.id())).isTrue());
    choice.stops().forEach(t -> assertThat(named.add(t.id())).isTrue());
    choice.holds().forEach(t -> assertThat(named.add(t.id())).isTrue());
    Set<ItemId> started = new HashSet<>();
    choice.starts().forEach(t -> started.add(t.id()));
    Set<ItemId> stopped = new HashSet<>();
    choice.stops().forEach(t -> stopped.add(t.id()));
    Map<ItemId, Why> held = new HashMap<>();
    choice.holds().forEach(t -> held.put(t.id(), t.why()));
    for (Candidate item : items.values()) {
      boolean mayWant =
          item.state() == ItemState.QUEUED
              || item.state() == ItemState.WAITING
              || (item.state() == ItemState.PAUSED && item.reason() == StateReason.QUEUE_CLOSED);
      assertThat(started.contains(item.id()) || held.containsKey(item.id()))
          .as("seed %s: %s is answered", seed, item)
          .isEqualTo(mayWant);
      if (stopped.contains(item.id())) {
        assertThat(item.state()).isEqualTo(ItemState.RUNNING);
      }
    }
    for (QueueRules queue : queues) {
      List<Candidate> line =
          items.values().stream()
              .filter(i -> i.queue().equals(queue.name()))
              .sorted(Candidate.IN_LINE)
              .toList();
      long runs =
          line.stream()
              .filter(
                  i ->
                      started.contains(i.id())
                          || (i.state() == ItemState.RUNNING && !stopped.contains(i.id())))
              .count();
      assertThat(runs)
          .as("seed %s: %s", seed, queue)
          .isLessThanOrEqualTo(queue.isOpen(NOW) ? queue.concurrency() : 0);
      // Nobody starts in front of one that could have started in its place.
      Set<String> fullHosts = new HashSet<>();
      for (Candidate item : line) {
        Why why = held.get(item.id());
        if (why == Why.HOST_FULL || why == Why.HOST_BUSY) {
          fullHosts.add(item.host());
        } else if (started.contains(item.id())) {
          assertThat(fullHosts).as("seed %s: %s starts", seed, item).doesNotContain(item.host());
        }
      }
      boolean someFull = line.stream().anyMatch(i -> held.get(i.id()) == Why.QUEUE_FULL);
      if (someFull) {
        long places =
            line.stream()
                .filter(i -> i.state() == ItemState.WAITING && held.get(i.id()) == Why.NOT_YET)
                .filter(
                    i ->
                        !Objects.requireNonNull(i.until())
                            .isAfter(NOW.plus(NextItems.SHORT_WAIT).toInstant()))
                .count();
        assertThat(runs + places)
            .as("seed %s: %s is really full", seed, queue)
            .isGreaterThanOrEqualTo(queue.concurrency());
      }
    }
    Map<String, Integer> connections = new HashMap<>();
    hosts.forEach((host, load) -> connections.put(host, load.connections()));
    for (Turn.Start start : choice.starts()) {
      Candidate item = Objects.requireNonNull(items.get(start.id()));
      if (item.host().isEmpty()) {
        continue;
      }
      int now = connections.merge(item.host(), 1, Integer::sum);
      HostLoad load = hosts.getOrDefault(item.host(), HostLoad.IDLE);
      assertThat(load.busyUntil() != null && load.busyUntil().isAfter(NOW.toInstant())).isFalse();
      int perHost =
          queues.stream()
              .filter(q -> q.name().equals(item.queue()))
              .findFirst()
              .orElseThrow()
              .connectionsPerHost();
      if (perHost > 0) {
        assertThat(now).as("seed %s: %s", seed, item).isLessThanOrEqualTo(perHost);
      }
      if (load.most() > 0) {
        assertThat(now).as("seed %s: %s", seed, item).isLessThanOrEqualTo(load.most());
      }
    }
  }

  /// Downloads come and go; everybody gets a turn in a time that does not depend on who comes later.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nobodyStarves(long seed) {
    Random random = new Random(seed);
    QueueRules queue = MAIN.concurrency(3).connectionsPerHost(2);
    Map<ItemId, Candidate> items = new TreeMap<>();
    Map<ItemId, Integer> left = new HashMap<>();
    Map<ItemId, Integer> since = new HashMap<>();
    long next = 1;
    for (int step = 0; step < 3_000; step++) {
      while (items.size() < 12) {
        Candidate item = item(next++, "h" + random.nextInt(3));
        items.put(item.id(), item);
        since.put(item.id(), step);
      }
      Map<String, HostLoad> hosts = new HashMap<>();
      items.values().stream()
          .filter(i -> i.state() == ItemState.RUNNING)
          .forEach(
              i ->
                  hosts.merge(
                      i.host(),
                      new HostLoad(1, 0, null),
                      (a, b) -> new HostLoad(a.connections() + 1, 0, null)));
      Choice choice = NextItems.choose(List.of(queue), List.copyOf(items.values()), hosts, 0, NOW);
      for (Turn.Start start : choice.starts()) {
        Candidate item = Objects.requireNonNull(items.get(start.id()));
        items.put(item.id(), item.state(ItemState.RUNNING, StateReason.NONE, null));
        left.put(item.id(), 1 + random.nextInt(8));
        int waited = step - Objects.requireNonNull(since.get(item.id()));
        assertThat(waited)
            .as("seed %s: steps until %s started", seed, item.id())
            .isLessThan(12 * 8);
      }
      left.replaceAll((id, steps) -> steps - 1);
      left.entrySet()
          .removeIf(
              e -> {
                if (e.getValue() == 0) {
                  items.remove(e.getKey());
                }
                return e.getValue() == 0;
              });
    }
    assertThat(next).as("downloads done").isGreaterThan(1_000);
  }
}
