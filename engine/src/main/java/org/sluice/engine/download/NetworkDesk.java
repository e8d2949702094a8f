package org.sluice.engine.download;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.loop.Alarm;
import org.sluice.engine.loop.Gate;
import org.sluice.engine.retry.NetworkEvent;
import org.sluice.engine.retry.NetworkWatch;

/// After a sleep, or in another network, every socket is dropped and all is planned anew; none of it
/// counts as a failed try.
///
/// It looks only while something runs or waits for a network.
///
/// **Threads**: confined to the loop; the system is asked on virtual threads `sluice-net`.
final class NetworkDesk {
  /// For so long no connection of before is used again.
  private static final long FRESH_NANOS = 120_000_000_000L;

  private final Site site;
  private final Runs runs;
  private final World world;
  private final PortalDesk portal;
  private @Nullable NetworkWatch watch;
  private @Nullable Alarm alarm;
  private boolean closed;

  NetworkDesk(Site site, Runs runs, World world, PortalDesk portal) {
    this.site = site;
    this.runs = runs;
    this.world = world;
    this.portal = portal;
  }

  void begin() {
    lookLater();
  }

  void close() {
    closed = true;
    if (alarm != null) {
      alarm.cancel();
    }
  }

  private void lookLater() {
    if (!closed) {
      alarm = site.loop.later(NetworkWatch.LOOK_NANOS, this::look);
    }
  }

  private void look() {
    if (!isWanted()) {
      watch = null; // a gap between two looks would be taken for a sleep
      lookLater();
      return;
    }
    Thread.ofVirtual()
        .name("sluice-net")
        .start(
            () -> {
              Set<String> addresses = world.networks().get();
              site.loop.post(() -> looked(addresses));
            });
  }

  /// A person who steps through the loop holds its clock, which looks like a sleep.
  @SuppressWarnings("ReferenceEquality") // the one gate that never holds
  private boolean isWanted() {
    return site.options.loop().gate() == Gate.OPEN
        && runs.items.values().stream()
            .anyMatch(item -> item.run != null || waits(item) || waitsForSignIn(item));
  }

  /// Another network may want none.
  private static boolean waitsForSignIn(Item item) {
    return item.state() == ItemState.WAITING
        && item.progress().reason() == StateReason.CAPTIVE_PORTAL;
  }

  private static boolean waits(Item item) {
    return item.state() == ItemState.WAITING
        && item.progress().reason() == StateReason.NETWORK_CHANGED;
  }

  private void looked(Set<String> addresses) {
    if (closed) {
      return;
    }
    NetworkWatch before = watch;
    long now = site.clock.nanoTime();
    if (before == null) {
      watch = new NetworkWatch(now, site.options.clock().instant(), addresses);
    } else {
      NetworkWatch.Look look = before.look(now, site.options.clock().instant(), addresses);
      watch = look.next();
      happened(look.event());
    }
    lookLater();
  }

  private void happened(NetworkEvent event) {
    switch (event) {
      case NetworkEvent.Nothing _ -> {}
      case NetworkEvent.Slept slept -> {
        for (Item item : runs.items.values()) {
          item.proven = false; // the file may be another one by now
        }
        anew(slept.reason());
      }
      case NetworkEvent.Changed changed -> anew(changed.reason());
      case NetworkEvent.Back back -> anew(back.reason());
      case NetworkEvent.Lost lost -> {
        tell(lost.reason());
        stop(new Ending(ItemState.WAITING, StateReason.NETWORK_CHANGED, lost.reason(), null));
      }
    }
  }

  private void anew(String reason) {
    tell(reason);
    site.freshUntil(site.clock.nanoTime() + FRESH_NANOS);
    stop(Ending.queued(reason));
    site.loop.networkChanged();
    for (Item item : List.copyOf(runs.items.values())) {
      if (item.run == null && waits(item)) {
        runs.put(item, Ending.queued(""));
      }
    }
    portal.networkChanged();
    runs.turns.ask();
  }

  /// This machine itself can be reached in every network.
  private void stop(Ending ending) {
    for (Item item : List.copyOf(runs.items.values())) {
      if (item.run != null && !Addresses.isLoopback(item.address())) {
        item.run.stop(ending);
      }
    }
  }

  private void tell(String reason) {
    runs.tell(new DownloadEvent.Notice(DownloadEvent.Topic.NETWORK, reason));
  }
}
