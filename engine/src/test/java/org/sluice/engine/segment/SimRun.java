package org.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.segment.PlanEvent.End;

/// One download over a simulated network, with a core of its own that trusts the planner nothing.
final class SimRun {
  private static final double STEP_SECONDS = 0.01;
  private static final double MOST_SECONDS = 3_000;
  private static final int MOST_FAILURES = 12;

  /// So long the core waits for an answer.
  private static final double TIMEOUT_SECONDS = 20;

  /// A lease without a byte for longer, while others go on, is starved.
  private static final double STARVED_SECONDS = 8;

  private final SimNetwork network;
  private final String name;
  private final List<SimConnection> connections = new ArrayList<>();
  private final Map<LeaseId, SimLease> leases = new LinkedHashMap<>();
  private final Spans missing;
  private PlanState state;
  private Spans written = Spans.EMPTY;
  private double nowSeconds = 100;
  private double wakeSeconds;
  private double movedSeconds = nowSeconds;
  private double limitBytesPerSecond = Double.MAX_VALUE;
  private int opened;
  private int failures;

  /// Connections whose answers are at their end, and which may be used again at once.
  private int warm;

  private long firstMissing;
  int mostConnections;
  long fetched;
  boolean finished;
  boolean stuck;
  final List<String> story = new ArrayList<>();

  private static final class SimLease {
    final long from;
    long to;
    long frontier;
    double waitsSeconds;

    SimLease(long from, long to) {
      this.from = from;
      this.to = to;
      frontier = from;
    }
  }

  SimRun(SimNetwork network, PlanOptions options, Spans missing, String name) {
    this.network = network;
    this.name = name;
    this.missing = missing;
    state = PlanState.of(options);
  }

  static SimRun fresh(SimNetwork network, PlanOptions options, String name) {
    Spans all = Spans.of(new Span(0, network.file().length()));
    SimRun run = new SimRun(network, options, all, name);
    run.apply(PlanEvent.Begun.fresh(run.nowNanos()));
    return run;
  }

  static SimRun resumed(SimNetwork network, PlanOptions options, Spans missing, String name) {
    SimRun run = new SimRun(network, options, missing, name);
    Moment at = Moment.of(run.nowNanos());
    run.apply(new PlanEvent.Begun(at, network.file().length(), missing));
    return run;
  }

  PlanState state() {
    return state;
  }

  double seconds() {
    return nowSeconds - 100;
  }

  /// Until the end.
  double run() {
    while (!finished && !stuck) {
      step();
    }
    return seconds();
  }

  void limits(PlanLimits limits, double bytesPerSecond) {
    limitBytesPerSecond = bytesPerSecond;
    apply(new PlanEvent.LimitsChanged(moment(), limits));
  }

  void step() {
    nowSeconds += STEP_SECONDS;
    check(seconds() < MOST_SECONDS, "does not end");
    place();
    move();
    for (SimConnection connection : List.copyOf(connections)) {
      if (connections.contains(connection)) {
        events(connection);
      }
    }
    if (!finished && !stuck && nowSeconds >= wakeSeconds) {
      apply(new PlanEvent.Tick(moment()));
    }
    if (!finished && !stuck) {
      checkLeases();
    }
  }

  /// Some servers answer only so many at a time; the others wait.
  private void place() {
    long served = connections.stream().filter(c -> !c.silent).count();
    for (SimConnection connection : connections) {
      if (connection.silent && served < network.faults().silentBeyond()) {
        connection.place(nowSeconds);
        served++;
      }
    }
  }

  /// Shares the path out: nobody gets more than it can take, and what it leaves goes to the others.
  private void move() {
    record Demand(SimConnection connection, double bytesPerSecond) {}

    List<Demand> demands = new ArrayList<>();
    for (SimConnection connection : connections) {
      if (connection.answered) {
        demands.add(new Demand(connection, connection.demand(nowSeconds)));
      }
    }
    demands.sort(Comparator.comparingDouble(Demand::bytesPerSecond));
    double left = Math.min(limitBytesPerSecond, network.path().sharedBytesPerSecond());
    int sharers = demands.size();
    for (Demand demand : demands) {
      double share = Math.min(demand.bytesPerSecond(), left / sharers--);
      left -= share;
      receive(demand.connection(), share * STEP_SECONDS);
    }
  }

  private void receive(SimConnection connection, double bytes) {
    SimLease lease = lease(connection);
    long end = Math.min(lease.to, network.file().length());
    long got = connection.receive(bytes, end);
    fetched += got;
    if (got > 0) {
      movedSeconds = nowSeconds;
    }
    if (connection.position > lease.frontier) {
      if (state.options().inOrder()) {
        checkWindow(connection.position, lease);
      }
      lease.frontier = connection.position;
      lease.waitsSeconds = 0;
    }
  }

  private void checkWindow(long position, SimLease lease) {
    // The first missing byte only moves on; where it was last is good enough most of the time.
    if (position > firstMissing + InOrderRule.WINDOW_BYTES) {
      firstMissing = firstMissing();
    }
    check(
        position <= firstMissing + InOrderRule.WINDOW_BYTES || lease.frontier == firstMissing,
        "writes beyond the window: " + position + " from " + firstMissing);
  }

  private void events(SimConnection connection) {
    CarrierId id = connection.open.carrier();
    boolean ready = connection.isReady(nowSeconds);
    if (!connection.answered && ready) {
      if (connection.refused) {
        end(connection, End.REFUSED, backOff());
      } else if (connection.wrong || (!network.file().givesParts() && connection.open.from() > 0)) {
        end(connection, End.NO_RANGE, backOff());
      } else {
        connection.answered = true;
        long length = network.file().saysLength() ? network.file().length() : -1;
        boolean parts = network.file().givesParts() && network.file().saysLength();
        long ttfb = (long) (network.path().rtt() * 1e9);
        apply(new PlanEvent.Answered(moment(), id, ttfb, length, parts));
        if (!missing.equals(Spans.of(new Span(0, network.file().length()))) && !stuck) {
          apply(new PlanEvent.RangesProven(moment()));
        }
      }
    } else if (!connection.answered && nowSeconds - connection.openedSeconds > TIMEOUT_SECONDS) {
      end(connection, End.FAILED, backOff());
    } else if (connection.answered) {
      SimLease lease = lease(connection);
      if (connection.position >= Math.min(lease.to, network.file().length())) {
        failures = 0;
        end(connection, End.COMPLETE, 0);
      } else if (connection.breaks()) {
        end(connection, End.FAILED, backOff());
      } else if (connection.endsEarly()) {
        end(connection, End.COMPLETE, nowSeconds);
      }
    }
  }

  /// A policy for the sake of the test: twice as long each time nothing came of it.
  private double backOff() {
    failures++;
    return nowSeconds + 0.1 * (1 << Math.min(failures, 6));
  }

  private void end(SimConnection connection, End how, double notBefore) {
    Moment at = moment();
    warm = how == End.COMPLETE && connection.position == connection.open.to() ? 1 : 0;
    if (connection.position > connection.open.from()) {
      failures = 0;
    }
    connections.remove(connection);
    LeaseId lease = connection.open.lease();
    boolean fed = connections.stream().anyMatch(c -> c.open.lease().equals(lease));
    SimLease it = lease(connection);
    if (!fed || it.frontier >= Math.min(it.to, network.file().length())) {
      close(lease);
    }
    apply(new PlanEvent.Ended(at, connection.open.carrier(), how, (long) (notBefore * 1e9)));
    if (connections.isEmpty() && failures > MOST_FAILURES) {
      stuck = true;
    }
  }

  private void close(LeaseId id) {
    SimLease lease = leases.remove(id);
    if (lease != null && lease.frontier > lease.from) {
      Span done = new Span(lease.from, lease.frontier);
      check(!written.overlaps(done), "written twice: " + done);
      written = written.plus(done);
    }
  }

  private SimLease lease(SimConnection connection) {
    SimLease lease = leases.get(connection.open.lease());
    if (lease == null) {
      throw fail(connection.open + " feeds nothing");
    }
    return lease;
  }

  private long firstMissing() {
    Spans done = written;
    for (SimLease lease : leases.values()) {
      if (lease.frontier > lease.from) {
        done = done.plus(new Span(lease.from, lease.frontier));
      }
    }
    Spans left = missing.minus(done);
    return left.isEmpty() ? network.file().length() : left.spans().getFirst().from();
  }

  private long nowNanos() {
    return (long) (nowSeconds * 1e9);
  }

  private Moment moment() {
    return new Moment(
        nowNanos(),
        connections.stream().map(c -> new Reading(c.open.carrier(), c.position)).toList());
  }

  private void apply(PlanEvent event) {
    PlanStep step;
    try {
      step = SegmentPlanner.step(state, event);
    } catch (RuntimeException e) {
      throw new AssertionError(event + ": " + this, e);
    }
    state = step.next();
    wakeSeconds = step.wakeNanos() == PlanStep.NO_WAKE ? 1e9 : step.wakeNanos() / 1e9;
    for (PlanAction action : step.actions()) {
      story.add("%.2f s: %s".formatted(seconds(), action));
      act(action);
    }
    check(
        connections.size() <= state.options().limits().connections(),
        connections.size() + " connections");
    mostConnections = Math.max(mostConnections, connections.size());
  }

  private void act(PlanAction action) {
    check(!finished && !stuck, "acts after its end: " + action);
    check(!action.reason().isBlank(), "no reason: " + action);
    switch (action) {
      case PlanAction.Open open -> open(open);
      case PlanAction.Shrink shrink -> {
        SimLease lease = leases.get(shrink.lease());
        check(
            lease != null && shrink.newTo() > lease.frontier && shrink.newTo() < lease.to,
            "not a cut: " + shrink);
        leases.get(shrink.lease()).to = shrink.newTo();
      }
      case PlanAction.Extend extend -> {
        SimLease lease = leases.get(extend.lease());
        check(lease != null && extend.newTo() > lease.to, "no extension: " + extend);
        leases.get(extend.lease()).to = extend.newTo();
        check(
            connections.stream()
                .anyMatch(
                    c ->
                        c.open.lease().equals(extend.lease())
                            && c.open.to() >= extend.newTo()
                            && c.position < extend.newTo()),
            "nobody brings that: " + extend);
        checkApart();
      }
      case PlanAction.Cancel cancel -> {
        SimConnection gone =
            connections.stream()
                .filter(c -> c.open.carrier().equals(cancel.carrier()))
                .findFirst()
                .orElseThrow(() -> fail("cancels what is not there: " + cancel));
        connections.remove(gone);
        if (connections.stream().noneMatch(c -> c.open.lease().equals(gone.open.lease()))) {
          close(gone.open.lease());
        }
      }
      case PlanAction.LearnHostCap learn ->
          check(learn.connections() >= 1, "no host cap: " + learn);
      case PlanAction.WholeNeeded _ -> stuck = true;
      case PlanAction.Finished _ -> {
        check(connections.isEmpty() && leases.isEmpty(), "finished while something is under way");
        check(written.equals(missing), "finished with " + written + " of " + missing);
        finished = true;
      }
    }
  }

  private void open(PlanAction.Open open) {
    SimLease old = leases.get(open.lease());
    if (old == null) {
      Span span = new Span(open.from(), open.to());
      check(!written.overlaps(span), "fetches again what is there: " + open);
      leases.put(open.lease(), new SimLease(open.from(), open.to()));
      checkApart();
    } else {
      check(
          old.frontier == open.from() && old.to == open.to(), "a hedge beside its lease: " + open);
    }
    long others = connections.size();
    boolean again = warm > 0;
    warm = Math.max(0, warm - 1);
    connections.add(new SimConnection(network, open, opened++, (int) others, nowSeconds, again));
  }

  private void checkApart() {
    List<SimLease> sorted = new ArrayList<>(leases.values());
    sorted.sort(Comparator.comparingLong(l -> l.from));
    for (int i = 1; i < sorted.size(); i++) {
      check(sorted.get(i).from >= sorted.get(i - 1).to, "leases overlap at " + sorted.get(i).from);
    }
  }

  private void checkLeases() {
    for (SimLease lease : leases.values()) {
      boolean othersMove = nowSeconds - movedSeconds < 1;
      lease.waitsSeconds += othersMove ? STEP_SECONDS : 0;
      check(
          lease.waitsSeconds < STARVED_SECONDS || limited(),
          "a lease at " + lease.frontier + " starves");
    }
  }

  private boolean limited() {
    return limitBytesPerSecond < Double.MAX_VALUE;
  }

  private void check(boolean holds, String what) {
    if (!holds) {
      throw fail(what);
    }
  }

  private AssertionError fail(String what) {
    return new AssertionError(what + ": " + this);
  }

  void assertFinished() {
    assertThat(finished).as("%s finishes", this).isTrue();
  }

  @Override
  public String toString() {
    return "%s, %.2f s%n%s%n%s".formatted(name, seconds(), network, String.join("\n", story));
  }
}
