package org.sluice.engine.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.queue.Turn.Why;

/// Which downloads start and which stop, now.
///
/// Queues go in their order, downloads in theirs. Who cannot start because of its server lets those
/// behind it pass, but for the same server: so nobody ever starts in front of another that could
/// have started in its place. A running download is stopped only if its queue is closed or has
/// become smaller, never for one with a higher priority.
///
/// **Threads**: a pure function.
public final class NextItems {
  /// A download that goes on by itself so soon keeps its place among the running ones.
  public static final Duration SHORT_WAIT = Duration.ofSeconds(10);

  /// Connections to a server end, and a server bears more of them again, without a word to anybody:
  /// while a download waits for one, it is looked again after so long.
  public static final Duration HOST_LOOK = Duration.ofSeconds(2);

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  /// @param starts in the order in which they should start
  /// @param stops the last in line first
  /// @param holds in line
  /// @param lookAgain when time alone may change the answer; null if it cannot
  public record Choice(
      List<Turn.Start> starts,
      List<Turn.Stop> stops,
      List<Turn.Hold> holds,
      @Nullable Instant lookAgain) {
    public Choice {
      starts = List.copyOf(starts);
      stops = List.copyOf(stops);
      holds = List.copyOf(holds);
    }
  }

  private final Map<String, HostLoad> hosts;
  private final ZonedDateTime at;

  /// Of all queues together.
  private final int most;

  private int freeOfAll;
  private final Map<String, Integer> opened = new HashMap<>();

  /// How many of those that run in a queue may go on.
  private final Map<String, Integer> places = new HashMap<>();

  private final List<Turn.Start> starts = new ArrayList<>();
  private final List<Turn.Stop> stops = new ArrayList<>();
  private final List<Turn.Hold> holds = new ArrayList<>();
  private @Nullable Instant lookAgain;

  private NextItems(Map<String, HostLoad> hosts, int most, ZonedDateTime at) {
    this.hosts = hosts;
    this.most = most;
    this.at = at;
    freeOfAll = most == 0 ? Integer.MAX_VALUE : most;
  }

  /// @param queues in their order
  /// @param items in any order; those that are over or paused are passed by
  /// @param hosts by [Candidate#host]; one that is not there is idle
  /// @param most downloads at once, of all queues together; 0 for no limit
  public static Choice choose(
      List<QueueRules> queues,
      List<Candidate> items,
      Map<String, HostLoad> hosts,
      int most,
      ZonedDateTime at) {
    NextItems next = new NextItems(hosts, most, at);
    Map<String, List<Candidate>> lines = new HashMap<>();
    for (Candidate item : items) {
      lines.computeIfAbsent(item.queue(), name -> new ArrayList<>()).add(item);
    }
    lines.values().forEach(line -> line.sort(Candidate.IN_LINE));
    for (QueueRules queue : queues) {
      next.count(queue, lines.getOrDefault(queue.name(), List.of()));
    }
    for (QueueRules queue : queues) {
      List<Candidate> line = lines.remove(queue.name());
      if (line != null) {
        next.look(queue, line);
      }
    }
    lines.values().stream()
        .flatMap(List::stream)
        .filter(item -> wantsToRun(item))
        .sorted(Candidate.IN_LINE)
        .forEach(next::holdWithoutQueue);
    return new Choice(next.starts, next.stops, next.holds, next.lookAgain);
  }

  private static boolean wantsToRun(Candidate item) {
    return switch (item.state()) {
      case QUEUED, WAITING -> true;
      case PAUSED -> item.reason() == StateReason.QUEUE_CLOSED;
      case RUNNING, VERIFYING, COMPLETE, FAILED -> false;
    };
  }

  private void holdWithoutQueue(Candidate item) {
    String sentence = "There is no queue named " + item.queue() + "; move it to another one";
    holds.add(new Turn.Hold(item.id(), Why.NO_QUEUE, sentence));
  }

  /// Takes the places of those that run already, and stay: the queues go in their order.
  private void count(QueueRules queue, List<Candidate> line) {
    if (queue.isOpen(at)) {
      long running =
          line.stream()
              .filter(item -> item.state() == ItemState.RUNNING || isShortWait(item))
              .count();
      int kept = (int) Math.min(Math.min(running, queue.concurrency()), freeOfAll);
      places.put(queue.name(), kept);
      freeOfAll -= kept;
    }
  }

  private void look(QueueRules queue, List<Candidate> line) {
    if (queue.running()) {
      ZonedDateTime change = queue.schedule().nextChange(at);
      lookAgain(change == null ? null : change.toInstant());
    }
    if (!queue.isOpen(at)) {
      close(queue, line);
      return;
    }
    int kept = places.getOrDefault(queue.name(), 0);
    int shortWaits = 0;
    List<Candidate> waiting = new ArrayList<>();
    List<Candidate> running = new ArrayList<>();
    for (Candidate item : line) {
      if (item.state() == ItemState.RUNNING) {
        running.add(item);
      } else if (isShortWait(item)) {
        shortWaits++;
        hold(item, Why.NOT_YET, "It goes on at " + clock(item.until()));
        lookAgain(item.until());
      } else if (wantsToRun(item)) {
        waiting.add(item);
      }
    }
    while (running.size() > kept) {
      boolean own = running.size() > queue.concurrency();
      stops.add(
          new Turn.Stop(running.removeLast().id(), Why.QUEUE_FULL, own ? full(queue) : full()));
    }
    int free = Math.max(0, queue.concurrency() - running.size() - shortWaits);
    for (Candidate item : waiting) {
      if (tryStart(queue, item, free)) {
        free--;
        freeOfAll--;
      }
    }
  }

  private void close(QueueRules queue, List<Candidate> line) {
    Why why = queue.running() ? Why.QUEUE_CLOSED : Why.QUEUE_STOPPED;
    ZonedDateTime opens = queue.running() ? queue.schedule().nextChange(at) : null;
    String sentence =
        queue.running()
            ? "The queue "
                + queue.name()
                + " is closed"
                + (opens == null ? "" : " until " + clock(opens.toInstant()))
            : "The queue " + queue.name() + " is stopped";
    for (Candidate item : line.reversed()) {
      if (item.state() == ItemState.RUNNING) {
        stops.add(new Turn.Stop(item.id(), why, sentence));
      }
    }
    for (Candidate item : line) {
      if (wantsToRun(item)) {
        hold(item, why, sentence);
      }
    }
  }

  private boolean tryStart(QueueRules queue, Candidate item, int free) {
    Instant until = item.until();
    if (item.state() == ItemState.WAITING && (until == null || until.isAfter(at.toInstant()))) {
      hold(item, Why.NOT_YET, until == null ? "It waits" : "It goes on at " + clock(until));
      lookAgain(until);
      return false;
    }
    HostLoad host = hosts.getOrDefault(item.host(), HostLoad.IDLE);
    Instant busyUntil = host.busyUntil();
    if (busyUntil != null && busyUntil.isAfter(at.toInstant())) {
      hold(item, Why.HOST_BUSY, item.host() + " asked to wait until " + clock(busyUntil));
      lookAgain(busyUntil);
      return false;
    }
    if (free <= 0 || freeOfAll <= 0) {
      hold(item, Why.QUEUE_FULL, free <= 0 ? full(queue) : full());
      return false;
    }
    int connections = host.connections() + opened.getOrDefault(item.host(), 0);
    int most = least(queue.connectionsPerHost(), host.most());
    if (!item.host().isEmpty() && most > 0 && connections >= most) {
      hold(
          item,
          Why.HOST_FULL,
          item.host() + " has " + connections + " connections of at most " + most);
      lookAgain(at.toInstant().plus(HOST_LOOK));
      return false;
    }
    opened.merge(item.host(), 1, Integer::sum);
    starts.add(
        new Turn.Start(
            item.id(), "It is first in line, and the queue " + queue.name() + " has room"));
    return true;
  }

  private boolean isShortWait(Candidate item) {
    Instant until = item.until();
    return item.state() == ItemState.WAITING
        && until != null
        && until.isAfter(at.toInstant())
        && !until.isAfter(at.toInstant().plus(SHORT_WAIT));
  }

  /// The smaller of two limits of which 0 is none.
  private static int least(int one, int other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private static String full(QueueRules queue) {
    return "The queue " + queue.name() + " runs " + queue.concurrency() + " at once";
  }

  private String full() {
    return "All queues together run " + most + " at once";
  }

  private String clock(@Nullable Instant moment) {
    return moment == null ? "" : CLOCK.format(moment.atZone(at.getZone()));
  }

  private void hold(Candidate item, Why why, String sentence) {
    holds.add(new Turn.Hold(item.id(), why, sentence));
  }

  private void lookAgain(@Nullable Instant moment) {
    if (moment != null && (lookAgain == null || moment.isBefore(lookAgain))) {
      lookAgain = moment;
    }
  }
}
