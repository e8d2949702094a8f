package org.sluice.engine.loop;

import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.multi.Multi;
import org.sluice.engine.multi.MultiCounters;
import org.sluice.engine.multi.SocketInfo;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.time.NanoClock;

/// Takes the picture of the loop that others look at, when they ask for one.
///
/// **Threads**: [#ask] and [#latest] from any; the rest is confined to the loop.
final class SnapshotDesk {
  private final WatchedSockets watched;
  private final NanoClock clock;
  private volatile boolean asked;
  private volatile LoopSnapshot latest;
  private long actions;
  private long callbacks;
  private long completedOk;
  private long completedFailed;

  SnapshotDesk(WatchedSockets watched, NanoClock clock) {
    this.watched = watched;
    this.clock = clock;
    latest =
        new LoopSnapshot(
            clock.nanoTime(),
            List.of(),
            List.of(),
            0,
            OneShotTimer.NONE,
            new MultiCounters(0, 0, 0, 0, 0),
            0,
            0,
            0,
            0);
  }

  /// @return whether the loop has to be woken for it
  boolean ask() {
    boolean first = !asked;
    asked = true;
    return first;
  }

  LoopSnapshot latest() {
    return latest;
  }

  void countAction() {
    actions++;
  }

  void countCallback() {
    callbacks++;
  }

  void countCompletion(TransferMessage message) {
    if (message.result() == TransferErrorCode.OK) {
      completedOk++;
    } else {
      completedFailed++;
    }
  }

  void answer(Multi multi, OneShotTimer timer) {
    if (!asked) {
      return;
    }
    asked = false;
    List<TransferView> transfers = new ArrayList<>();
    for (Transfer transfer : multi.handles()) {
      transfers.add(
          new TransferView(transfer.id(), transfer.options().shownUrl(), transfer.info()));
    }
    List<SocketView> sockets = new ArrayList<>();
    for (SocketInfo info : multi.sockets()) {
      Sock sock = watched.of(info.channel());
      if (sock != null) {
        sockets.add(view(info, sock));
      }
    }
    sockets.sort((a, b) -> Long.compare(a.serial(), b.serial()));
    latest =
        new LoopSnapshot(
            clock.nanoTime(),
            List.copyOf(transfers),
            List.copyOf(sockets),
            timer.armedNanos(),
            timer.deadlineNanos(),
            multi.counters(),
            actions,
            callbacks,
            completedOk,
            completedFailed);
  }

  private static SocketView view(SocketInfo info, Sock sock) {
    Object assigned = info.socketp();
    return new SocketView(
        info.serial(),
        info.peer(),
        info.protocol(),
        info.poll(),
        assigned == null ? "" : assigned.toString(),
        info.transfers(),
        info.bytesIn(),
        info.bytesOut(),
        sock.openedNanos,
        sock.lastAction,
        sock.lastActionNanos);
  }
}
