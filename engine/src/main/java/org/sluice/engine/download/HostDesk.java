package org.sluice.engine.download;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.RetryAfter;
import org.sluice.engine.http.Url;
import org.sluice.engine.journal.HostFacts;
import org.sluice.engine.journal.HostFacts.Trait;
import org.sluice.engine.queue.HostLoad;
import org.sluice.engine.retry.Admission;
import org.sluice.engine.retry.HostBook;
import org.sluice.engine.segment.PlanLimits;
import org.sluice.engine.time.NanoClock;

/// What is known of each server, and how the connections to it are shared out among the downloads.
///
/// **Threads**: confined to the loop.
final class HostDesk {
  /// A download that uses a server.
  interface Visitor {
    /// It may have more or fewer connections now.
    void sharesChanged();

    /// How many it has.
    int connections();
  }

  private int mostConnections;
  private final NanoClock nanos;
  private final Clock clock;
  private final Map<String, HostFacts> facts = new HashMap<>();
  private final Map<String, Set<Visitor>> visitors = new HashMap<>();
  private HostBook book = HostBook.EMPTY;

  /// @param mostConnections to one host; 0 for no limit
  HostDesk(int mostConnections, NanoClock nanos, Clock clock, List<HostFacts> known) {
    this.mostConnections = mostConnections;
    this.nanos = nanos;
    this.clock = clock;
    for (HostFacts one : known) {
      facts.put(one.host(), one);
      book = book.remembering(one.host(), lasting(one), nanos.nanoTime());
    }
  }

  private static org.sluice.engine.retry.HostFacts lasting(HostFacts facts) {
    return new org.sluice.engine.retry.HostFacts(
        facts.maxConnections(), !facts.traits().contains(Trait.NO_ETAG_IF_RANGE));
  }

  /// From now on.
  ///
  /// @param connections to one host; 0 for no limit
  void mostConnections(int connections) {
    mostConnections = connections;
    List.copyOf(visitors.keySet()).forEach(this::tell);
  }

  /// What an address counts for: scheme, host and port.
  static String key(String address) {
    try {
      return Url.parse(address).origin();
    } catch (TransferException e) {
      return "nowhere";
    }
  }

  void enter(String host, Visitor visitor) {
    int before = share(host);
    if (visitors.computeIfAbsent(host, h -> new LinkedHashSet<>()).add(visitor)
        && share(host) != before) {
      tell(host);
    }
  }

  void leave(String host, Visitor visitor) {
    int before = share(host);
    Set<Visitor> there = visitors.get(host);
    if (there != null && there.remove(visitor)) {
      if (there.isEmpty()) {
        visitors.remove(host);
      }
      if (share(host) != before) {
        tell(host);
      }
    }
  }

  /// How many connections to `host` one download may have now: its share, at least one.
  int share(String host) {
    int cap = cap(host);
    if (cap == PlanLimits.NO_CAP) {
      return cap;
    }
    return Math.max(1, cap / Math.max(1, there(host).size()));
  }

  private int cap(String host) {
    int most = mostConnections == 0 ? PlanLimits.NO_CAP : mostConnections;
    return switch (book.admit(host, Integer.MAX_VALUE, nanos.nanoTime())) {
      case Admission.Full full -> Math.min(most, full.cap());
      case Admission.Open _ -> most;
      case Admission.Blocked _ -> {
        int known = book.facts(host).maxConnections();
        yield known == 0 ? most : Math.min(most, known);
      }
    };
  }

  /// How a server stands, also one that nobody asks now.
  HostLoad load(String host) {
    int cap = cap(host);
    return new HostLoad(connections(host), cap == PlanLimits.NO_CAP ? 0 : cap, busyUntil(host));
  }

  private @Nullable Instant busyUntil(String host) {
    return book.admit(host, 0, nanos.nanoTime()) instanceof Admission.Blocked blocked
        ? clock.instant().plusNanos(blocked.forNanos())
        : null;
  }

  int connections(String host) {
    return there(host).stream().mapToInt(Visitor::connections).sum();
  }

  private Set<Visitor> there(String host) {
    return visitors.getOrDefault(host, Set.of());
  }

  boolean has(String host, Trait trait) {
    return facts(host).traits().contains(trait);
  }

  /// The host asked to be left alone, or refused a connection while it served others.
  ///
  /// @param attempted connections that were open at once, the refused one with them
  /// @param chance from 0 up to 1, that one left out
  void refused(String host, int attempted, Optional<RetryAfter> wait, double chance) {
    book = book.refused(host, Math.max(1, attempted), wait, chance, nanos.nanoTime());
    tell(host);
  }

  /// The host gave what was asked for.
  void succeeded(String host) {
    book = book.succeeded(host, connections(host));
  }

  /// Remembers that `host` bears only so many connections.
  ///
  /// @return what the journal is to keep
  HostFacts learnCap(String host, int connections) {
    book = book.remembering(host, book.facts(host).maxConnections(connections), nanos.nanoTime());
    HostFacts old = facts(host);
    return learn(
        new HostFacts(
            host,
            connections,
            old.traits(),
            old.singleBytesPerSecond(),
            old.manyBytesPerSecond(),
            clock.instant()));
  }

  /// @return what the journal is to keep
  HostFacts learn(String host, Trait trait) {
    HostFacts old = facts(host);
    EnumSet<Trait> traits = EnumSet.of(trait);
    traits.addAll(old.traits());
    return learn(
        new HostFacts(
            host,
            old.maxConnections(),
            traits,
            old.singleBytesPerSecond(),
            old.manyBytesPerSecond(),
            clock.instant()));
  }

  private HostFacts learn(HostFacts next) {
    facts.put(next.host(), next);
    tell(next.host());
    return next;
  }

  private HostFacts facts(String host) {
    HostFacts known = facts.get(host);
    return known == null ? new HostFacts(host, 0, Set.of(), 0, 0, clock.instant()) : known;
  }

  private void tell(String host) {
    List.copyOf(there(host)).forEach(Visitor::sharesChanged);
  }
}
