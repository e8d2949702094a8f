package org.sluice.engine.download;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.resume.Basis;
import org.sluice.engine.segment.PlanLimits;
import org.sluice.engine.segment.PlanOptions;

/// What one run has on the network: its fetch, the addresses that feed it, and its share of the
/// connections to its host.
///
/// **Threads**: confined to the loop.
final class RunNetwork implements Feeds.Boss, HostDesk.Visitor {
  private final Site site;
  private final Item item;
  private final PartWork part;
  private final Knowledge know;
  private final Fetch.Boss boss;
  private final Feeds feeds;
  private final HeldBack heldBack;
  private String host;
  private @Nullable Fetch fetch;

  /// @param boss of every fetch that it makes
  RunNetwork(RunBench bench, Fetch.Boss boss) {
    site = bench.site();
    item = bench.item();
    part = bench.part();
    know = bench.know();
    this.boss = boss;
    host = HostDesk.key(know.original());
    feeds = new Feeds(site, item, part, know, this);
    heldBack = new HeldBack(site.isLimited(item));
  }

  void enter() {
    site.hosts.enter(host, this);
  }

  void leave() {
    site.hosts.leave(host, this);
    feeds.end();
  }

  /// Another server gives the file now.
  void moveTo(String next) {
    if (!next.equals(host)) {
      site.hosts.leave(host, this);
      host = next;
      site.hosts.enter(host, this);
    }
  }

  /// The server that its main address leads to.
  String host() {
    return host;
  }

  Feeds feeds() {
    return feeds;
  }

  // ---- the fetch --------------------------------------------------------------------------------

  /// Asks for what is missing.
  ///
  /// @param proven whether the server is known to have the same file still
  void fetch(boolean proven) {
    Fetch made = new Fetch(site, item, part, feeds, options(), boss);
    fetch = made;
    made.begin();
    if (proven) {
      made.proven();
    }
  }

  /// Asks for the whole file without a range.
  void fetchWhole(boolean provenBySamples) {
    Fetch made = new Fetch(site, item, part, feeds, options(), boss);
    fetch = made;
    made.beginWhole(provenBySamples);
  }

  /// Ends the fetch; what it brought counts.
  void end() {
    if (fetch != null) {
      part.note(fetch.segments().leases());
      fetch.segments().end();
      fetch = null;
    }
  }

  @Nullable Segments segments() {
    return fetch == null ? null : fetch.segments();
  }

  /// @return whether there is a fetch at all
  boolean tick() {
    Fetch now = fetch;
    if (now == null) {
      return false;
    }
    part.note(now.segments().leases());
    if (heldBack.tick(part.takeHolds() > 0 || now.isRateLimited())) {
      limitsChanged();
    }
    now.segments().tick();
    feeds.tick();
    return true;
  }

  // ---- limits -----------------------------------------------------------------------------------

  private PlanOptions options() {
    return new PlanOptions(limits(), item.request().fetch().inOrder());
  }

  private PlanLimits limits() {
    return new PlanLimits(
        item.request().fetch().maxSegments(), connectionsAllowed(), heldBack.is());
  }

  private int connectionsAllowed() {
    long all = (long) site.hosts.share(host) + feeds.share();
    return (int) Math.min(PlanLimits.NO_CAP, all);
  }

  /// A limit of this item, its queue, its host or everything is another one now.
  void limitsChanged() {
    if (fetch != null) {
      fetch.segments().limits(limits());
    }
  }

  /// The user wants something else of this item.
  void wishesChanged() {
    limitsChanged();
    Fetch now = fetch;
    if (now != null
        && now.segments().isInOrder() != item.request().fetch().inOrder()
        && now.canBeginAnew()
        && know.basis() == Basis.THIS_RUN) {
      end(); // a plan has one order for all of its life; what came is kept
      fetch(true);
    }
  }

  @Override
  public void sharesChanged() {
    limitsChanged();
  }

  @Override
  public int connections() {
    return fetch == null ? 1 : feeds.connections(feeds.main());
  }

  @Override
  public List<LiveCarrier> carriers() {
    return fetch == null ? List.of() : fetch.segments().carriers();
  }

  @Override
  public void feedsChanged() {
    limitsChanged();
  }

  @Override
  public void dropped(Feed feed) {
    if (fetch != null) {
      fetch.drop(feed);
    }
  }
}
