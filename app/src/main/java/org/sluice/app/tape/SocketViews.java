package org.sluice.app.tape;

import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Poll;

/// One socket after an event.
final class SocketViews {
  private SocketViews() {}

  static SocketView opened(long serial, long nanos) {
    return new SocketView(serial, "", "", Poll.NONE, "", List.of(), 0, 0, nanos, "opened", nanos);
  }

  static SocketView polled(SocketView old, Poll poll, long nanos) {
    return new SocketView(
        old.serial(),
        old.peer(),
        old.protocol(),
        poll,
        poll == Poll.REMOVE ? "" : old.assigned(),
        poll == Poll.REMOVE ? List.of() : old.transfers(),
        old.bytesIn(),
        old.bytesOut(),
        old.openedNanos(),
        "callback",
        nanos);
  }

  static SocketView used(SocketView old, long transfer) {
    if (transfer == 0 || old.transfers().contains(transfer)) {
      return old;
    }
    List<Long> users = new ArrayList<>(old.transfers());
    users.add(transfer);
    return new SocketView(
        old.serial(),
        old.peer(),
        old.protocol(),
        old.poll(),
        old.assigned(),
        List.copyOf(users),
        old.bytesIn(),
        old.bytesOut(),
        old.openedNanos(),
        old.lastAction(),
        old.lastActionNanos());
  }

  static SocketView acted(SocketView old, String action, long nanos) {
    return new SocketView(
        old.serial(),
        old.peer(),
        old.protocol(),
        old.poll(),
        old.assigned(),
        old.transfers(),
        old.bytesIn(),
        old.bytesOut(),
        old.openedNanos(),
        action,
        nanos);
  }

  static SocketView assigned(SocketView old, String assigned) {
    return new SocketView(
        old.serial(),
        old.peer(),
        old.protocol(),
        old.poll(),
        assigned,
        old.transfers(),
        old.bytesIn(),
        old.bytesOut(),
        old.openedNanos(),
        old.lastAction(),
        old.lastActionNanos());
  }
}
