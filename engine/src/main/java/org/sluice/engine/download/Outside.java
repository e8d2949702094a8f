package org.sluice.engine.download;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.journal.JournalFailure;

/// What comes to all downloads from outside, and goes there: full volumes, other networks, sign-in
/// pages, programs that run after a download.
///
/// **Threads**: confined to the loop.
final class Outside {
  private final DiskRoom room;
  private final PortalDesk portal;
  private final NetworkDesk network;
  final AfterDesk after;

  Outside(Site site, Runs runs, World world) {
    room = new DiskRoom(site, runs);
    portal = new PortalDesk(site, runs);
    network = new NetworkDesk(site, runs, world, portal);
    after = new AfterDesk(site, runs);
    runs.watch(room);
    runs.watch(portal);
    runs.watch(after);
    runs.onFile(portal::gotFile);
    runs.turns.closedBy(() -> obstacle(site.journal.trouble()));
  }

  /// Why nothing is started; empty if everything may be.
  private String obstacle(@Nullable JournalFailure trouble) {
    return trouble == null ? portal.reason() : trouble.sentence();
  }

  void begin() {
    portal.begin();
    room.begin();
    network.begin();
  }

  void close() {
    after.close();
    room.close();
    portal.close();
    network.close();
  }
}
