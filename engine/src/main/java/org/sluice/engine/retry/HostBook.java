package org.sluice.engine.retry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sluice.engine.http.RetryAfter;

/// What is known of each host: how it is treated now, and what was learned for good.
///
/// **Threads**: immutable; each change makes another book.
/// **Limits**: [#MOST_HOSTS]; the one that was touched longest ago is forgotten first.
///
/// @param pages by origin, `https://example.org:8443`; the one touched last is last
public record HostBook(Map<String, Page> pages) {
  public static final int MOST_HOSTS = 1_000;
  public static final HostBook EMPTY = new HostBook(Map.of());

  /// What is known of one host.
  public record Page(HostPenalty penalty, HostFacts facts) {
    static final Page BLANK = new Page(HostPenalty.NONE, HostFacts.NOTHING);
  }

  public HostBook {
    pages = Collections.unmodifiableMap(new LinkedHashMap<>(pages)); // keeps their order
  }

  /// With what an earlier session learned.
  public HostBook remembering(String host, HostFacts facts, long nowNanos) {
    HostPenalty penalty =
        facts.maxConnections() == HostFacts.UNKNOWN
            ? page(host).penalty
            : HostPenalty.remembered(facts.maxConnections(), nowNanos);
    return with(host, new Page(penalty, facts));
  }

  /// After a 429 or a 503, or a 403 or a refused connect where others had succeeded.
  ///
  /// @param attempted connections to the host that were open at once, the refused one with them
  /// @param chance from 0 up to 1
  public HostBook refused(
      String host, int attempted, Optional<RetryAfter> retryAfter, double chance, long nowNanos) {
    Page old = page(host);
    HostPenalty penalty = old.penalty.refused(attempted, retryAfter.orElse(null), chance, nowNanos);
    HostFacts facts = attempted > 1 ? old.facts.maxConnections(penalty.cap()) : old.facts;
    return with(host, new Page(penalty, facts));
  }

  /// After an answer of use.
  ///
  /// @param open connections to the host that were open at once, this one with them
  public HostBook succeeded(String host, int open) {
    Page old = pages.get(host);
    if (old == null) {
      return this;
    }
    int known = old.facts.maxConnections();
    HostFacts facts =
        known != HostFacts.UNKNOWN && open > known ? old.facts.maxConnections(open) : old.facts;
    Page page = new Page(old.penalty.succeeded(), facts);
    return page.equals(old) ? this : with(host, page);
  }

  /// After the host did not know its own entity tag in If-Range.
  public HostBook etagIfRangeFails(String host) {
    Page old = page(host);
    return with(host, new Page(old.penalty, old.facts.etagIfRangeWorks(false)));
  }

  /// What is worth keeping of a host.
  public HostFacts facts(String host) {
    return page(host).facts;
  }

  /// Whether a further connection may be opened.
  ///
  /// @param open connections to the host that are open now
  public Admission admit(String host, int open, long nowNanos) {
    HostPenalty penalty = page(host).penalty;
    long forNanos = penalty.blockedForNanos(nowNanos);
    if (forNanos > 0) {
      return new Admission.Blocked(
          forNanos,
          host
              + " refused and is left alone for another "
              + Math.ceilDiv(forNanos, TimeUnit.SECONDS.toNanos(1))
              + " s");
    }
    int cap = penalty.capAt(nowNanos);
    return open < cap
        ? new Admission.Open()
        : new Admission.Full(cap, host + " takes no more than " + cap + " connections for now");
  }

  private Page page(String host) {
    return pages.getOrDefault(host, Page.BLANK);
  }

  private HostBook with(String host, Page page) {
    Map<String, Page> changed = new LinkedHashMap<>(pages);
    changed.remove(host);
    if (changed.size() >= MOST_HOSTS) {
      changed.remove(changed.keySet().iterator().next());
    }
    changed.put(host, page);
    return new HostBook(changed);
  }
}
