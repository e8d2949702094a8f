package org.sluice.engine.download;

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
    runs.turns.closedBy(portal::reason);
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
