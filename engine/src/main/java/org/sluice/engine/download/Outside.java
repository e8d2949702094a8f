package org.sluice.engine.download;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.journal.JournalFailure;

/// What happens to all downloads from outside: full volumes, other networks, sign-in pages.
///
/// **Threads**: confined to the loop.
final class Outside {
  private final DiskRoom room;
  private final PortalDesk portal;
  private final NetworkDesk network;

  Outside(Site site, Runs runs, World world) {
    room = new DiskRoom(site, runs);
    portal = new PortalDesk(site, runs);
    network = new NetworkDesk(site, runs, world, portal);
    runs.watch(room);
    runs.watch(portal);
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
    room.close();
    portal.close();
    network.close();
  }
}
