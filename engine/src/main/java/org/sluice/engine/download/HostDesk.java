package org.sluice.engine.download;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.journal.HostFacts;
import org.sluice.engine.journal.HostFacts.Trait;
import org.sluice.engine.queue.HostLoad;
import org.sluice.engine.segment.PlanLimits;

/// What is known of each server, and how the connections to it are shared out.
///
/// **Threads**: confined to the loop.
final class HostDesk {
  /// Shares of a server change for this one now.
  interface Visitor {
    void sharesChanged();

    /// How many connections it has now.
    int connections();
  }

  private final int mostConnections;
  private final Clock clock;
  private final Map<String, HostFacts> facts = new HashMap<>();
  private final Map<String, Set<Visitor>> visitors = new HashMap<>();

  /// @param mostConnections to one host; 0 for no limit
  HostDesk(int mostConnections, Clock clock, List<HostFacts> known) {
    this.mostConnections = mostConnections;
    this.clock = clock;
    known.forEach(one -> facts.put(one.host(), one));
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
    if (visitors.computeIfAbsent(host, h -> new LinkedHashSet<>()).add(visitor)) {
      tell(host);
    }
  }

  void leave(String host, Visitor visitor) {
    Set<Visitor> there = visitors.get(host);
    if (there != null && there.remove(visitor)) {
      if (there.isEmpty()) {
        visitors.remove(host);
      }
      tell(host);
    }
  }

  /// How many connections to `host` one download may have now: its share, at least one.
  int share(String host) {
    int known = facts(host).maxConnections();
    int most = mostConnections == 0 ? PlanLimits.NO_CAP : mostConnections;
    int cap = known == 0 ? most : Math.min(known, most);
    if (cap == PlanLimits.NO_CAP) {
      return cap;
    }
    Set<Visitor> there = visitors.getOrDefault(host, Set.of());
    return Math.max(1, cap / Math.max(1, there.size()));
  }

  /// How every server stands that is asked now.
  Map<String, HostLoad> loads() {
    Map<String, HostLoad> loads = new HashMap<>();
    visitors.forEach(
        (host, there) ->
            loads.put(
                host,
                new HostLoad(
                    there.stream().mapToInt(Visitor::connections).sum(),
                    facts(host).maxConnections(),
                    null)));
    return loads;
  }

  boolean has(String host, Trait trait) {
    return facts(host).traits().contains(trait);
  }

  /// Remembers that `host` bears only so many connections.
  ///
  /// @return what the journal is to keep
  HostFacts learnCap(String host, int connections) {
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
    List.copyOf(visitors.getOrDefault(host, Set.of())).forEach(Visitor::sharesChanged);
  }
}
