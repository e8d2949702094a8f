package org.sluice.engine.download;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Source;
import org.sluice.engine.metalink.MirrorChoice;
import org.sluice.engine.metalink.SourceStats;
import org.sluice.engine.range.Spans;
import org.sluice.engine.retry.Failure;
import org.sluice.engine.segment.PlanLimits;

/// The addresses that one run fetches from at once: the one that it began with, and mirrors that have
/// shown by samples that they have the same bytes.
///
/// A mirror that fails, is slow beside the others, or has other bytes is left out, and the others go
/// on.
///
/// **Threads**: confined to the loop. **Limits**: [#MOST_AT_ONCE], [#WORTH_BYTES].
final class Feeds implements Admission.Boss {
  /// Addresses in use at once.
  static final int MOST_AT_ONCE = 4;

  /// Less than this to come is not worth the samples.
  static final long WORTH_BYTES = 2L << 20;

  /// A connection that is so many times slower than the best one is slow.
  private static final int SLOW_FACTOR = 8;

  /// And has to go when it was for so long.
  private static final long SLOW_NANOS = 5_000_000_000L;

  /// Who carries out what follows.
  interface Boss {
    /// What fetches now.
    List<LiveCarrier> carriers();

    /// Another address can be asked now, or one less: the limits are others.
    void feedsChanged();

    /// End what this one feeds.
    void dropped(Feed feed);
  }

  private final Site site;
  private final Item item;
  private final PartWork part;
  private final Boss boss;
  private final Feed main;
  private final List<Feed> feeds = new ArrayList<>();
  private final Map<Feed, HostVisit> visits = new HashMap<>();
  private final Map<LiveCarrier, Long> positions = new HashMap<>();
  private final BitSet tried = new BitSet();
  private @Nullable Admission admission;
  private long measuredNanos;

  Feeds(Site site, Item item, PartWork part, Knowledge know, Boss boss) {
    this.site = site;
    this.item = item;
    this.part = part;
    this.boss = boss;
    int source = item.source();
    main = new Feed(source, item.request().sources().get(source), know);
    feeds.add(main);
    tried.set(source);
    measuredNanos = site.clock.nanoTime();
  }

  Feed main() {
    return main;
  }

  /// Which one a new carrier is to ask.
  Feed next() {
    if (feeds.size() == 1) {
      return main;
    }
    List<SourceStats> stats = new ArrayList<>();
    for (Feed feed : feeds) {
      stats.add(feed.stats(connections(feed), cap(feed)));
    }
    return switch (MirrorChoice.next(stats, null, site.clock.nanoTime())) {
      case MirrorChoice.Use(Source chosen, String _) ->
          feeds.get(stats.stream().map(SourceStats::source).toList().indexOf(chosen));
      case MirrorChoice.Wait _, MirrorChoice.GiveUp _ -> main;
    };
  }

  private int cap(Feed feed) {
    int share = feed == main ? site.hosts.share(host()) : site.hosts.share(feed.host());
    return share == PlanLimits.NO_CAP ? 0 : share;
  }

  private String host() {
    return main.host();
  }

  /// How many connections `feed` has.
  int connections(Feed feed) {
    int n = 0;
    for (LiveCarrier carrier : boss.carriers()) {
      n += carrier.feed == feed && !carrier.gone ? 1 : 0;
    }
    return n;
  }

  /// How many connections the mirrors may have together, besides those of the main address.
  int share() {
    long sum = 0;
    for (Feed feed : feeds) {
      if (feed != main && !feed.isDead()) {
        sum += site.hosts.share(feed.host());
      }
    }
    return (int) Math.min(PlanLimits.NO_CAP, sum);
  }

  /// Whether another address than `feed` can be asked now.
  boolean hasOther(Feed feed) {
    long now = site.clock.nanoTime();
    return feeds.stream().anyMatch(other -> other != feed && other.mayBeAsked(now));
  }

  /// `carrier` has failed: its address is left alone for a while, or for good.
  void failed(LiveCarrier carrier, Failure failure) {
    carrier.feed.failed(failure, site.clock.nanoTime());
    boss.feedsChanged();
  }

  /// A carrier is gone.
  void ended(LiveCarrier carrier) {
    carrier.feed.brought(carrier);
    positions.remove(carrier);
  }

  // ---- as time passes -------------------------------------------------------------------------

  void tick() {
    measure();
    dropSlow();
    admitNext();
  }

  private void measure() {
    long now = site.clock.nanoTime();
    double seconds = (now - measuredNanos) / 1e9;
    measuredNanos = now;
    if (seconds <= 0) {
      return;
    }
    for (Feed feed : feeds) {
      long bytes = 0;
      int fed = 0;
      for (LiveCarrier carrier : boss.carriers()) {
        if (carrier.feed == feed && carrier.isFed() && !carrier.held) {
          Long before = positions.put(carrier, carrier.position);
          bytes += before == null ? 0 : carrier.position - before;
          fed += before == null ? 0 : 1;
        }
      }
      if (fed > 0) {
        feed.measured(Math.round(bytes / (fed * seconds)), now);
      }
    }
  }

  private void dropSlow() {
    if (feeds.size() == 1 || site.isLimited(item)) {
      return;
    }
    long now = site.clock.nanoTime();
    long best = feeds.stream().mapToLong(Feed::bytesPerSecond).max().orElse(0);
    for (Feed feed : feeds) {
      boolean slow = connections(feed) > 0 && feed.bytesPerSecond() < best / SLOW_FACTOR;
      if (!slow || feed == main) {
        feed.slowSince(-1);
      } else if (feed.slowSinceNanos() < 0) {
        feed.slowSince(now);
      } else if (now - feed.slowSinceNanos() >= SLOW_NANOS) {
        drop(feed);
      }
    }
  }

  private void drop(Feed feed) {
    feed.drop();
    boss.dropped(feed);
    boss.feedsChanged();
  }

  // ---- more mirrors ---------------------------------------------------------------------------

  private void admitNext() {
    List<Source> sources = item.request().sources();
    long missing = main.know.length() - part.here().total();
    long alive = feeds.stream().filter(feed -> !feed.isDead()).count();
    int next = nextUntried();
    if (admission == null
        && next < sources.size()
        && alive < MOST_AT_ONCE
        && tried.cardinality() <= MirrorChoice.MOST_TRIALS
        && item.request().fetch().maxSegments() > 1
        && missing >= WORTH_BYTES
        && item.committed().total() >= Admission.LEAST_BYTES) {
      tried.set(next);
      admission = new Admission(site, item, part, next, this);
      admission.begin();
    }
  }

  private int nextUntried() {
    BitSet useless = (BitSet) item.lyingSources.clone();
    useless.or(tried);
    return useless.nextClearBit(0);
  }

  @Override
  public void admitted(Feed feed) {
    admission = null;
    feeds.add(feed);
    visits.put(feed, new HostVisit(feed));
    boss.feedsChanged();
  }

  @Override
  public void notAdmitted(int source) {
    admission = null;
  }

  /// A mirror as its host sees it.
  private final class HostVisit implements HostDesk.Visitor {
    private final Feed feed;
    private final String host;

    HostVisit(Feed feed) {
      this.feed = feed;
      host = feed.host();
      site.hosts.enter(host, this);
    }

    @Override
    public void sharesChanged() {
      boss.feedsChanged();
    }

    @Override
    public int connections() {
      return Feeds.this.connections(feed);
    }

    void leave() {
      site.hosts.leave(host, this);
    }
  }

  // ---- whom to blame --------------------------------------------------------------------------

  /// The address that most of `wrong` came from.
  Feed blame(Spans wrong) {
    Feed worst = main;
    long most = 0;
    for (Feed feed : feeds) {
      long its = wrong.total() - wrong.minus(feed.gave()).total();
      if (its > most) {
        most = its;
        worst = feed;
      }
    }
    return worst;
  }

  /// What came from mirrors and not from the main address.
  Spans fromMirrors() {
    Spans all = Spans.EMPTY;
    for (Feed feed : feeds) {
      if (feed != main) {
        all = all.plus(feed.gave());
      }
    }
    return all;
  }

  /// None of the mirrors is to be used at once again.
  void distrustMirrors() {
    for (Feed feed : feeds) {
      if (feed != main && !feed.gave().isEmpty()) {
        item.lyingSources.set(feed.source);
      }
    }
  }

  /// The run is over.
  void end() {
    if (admission != null) {
      admission.cancel();
      admission = null;
    }
    visits.values().forEach(HostVisit::leave);
    visits.clear();
  }
}
