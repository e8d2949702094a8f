package org.sluice.app.tape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.MultiCounters;
import org.sluice.engine.multi.Poll;

/// What a snapshot tells that events do not: peers, protocols, bytes, progress; only what has changed
/// since the sample before.
///
/// @param nanos of the loop's clock
/// @param sockets that are new or have changed
/// @param transfers that are new or have changed
/// @param goneTransfers numbers of those that are no longer there
/// @param list the downloads; null if they are not known
public record Sample(
    long nanos,
    List<SocketView> sockets,
    List<TransferView> transfers,
    List<Long> goneTransfers,
    Counts counts,
    @Nullable DownloadsSnapshot list) {
  public Sample {
    sockets = List.copyOf(sockets);
    transfers = List.copyOf(transfers);
    goneTransfers = List.copyOf(goneTransfers);
  }

  /// The figures of one moment.
  ///
  /// @param timerDeadlineNanos [Long#MAX_VALUE] for no timer
  public record Counts(
      MultiCounters handles,
      long timerArmedNanos,
      long timerDeadlineNanos,
      long actions,
      long callbacks,
      long completedOk,
      long completedFailed) {
    /// Before anything.
    public static final Counts NONE =
        new Counts(new MultiCounters(0, 0, 0, 0, 0), 0, Long.MAX_VALUE, 0, 0, 0, 0);

    static Counts of(LoopSnapshot snapshot) {
      return new Counts(
          snapshot.counters(),
          snapshot.timerArmedNanos(),
          snapshot.timerDeadlineNanos(),
          snapshot.actions(),
          snapshot.callbacks(),
          snapshot.completedOk(),
          snapshot.completedFailed());
    }
  }

  /// All that a state knows, for one who begins there.
  ///
  /// @param nanos when it is told
  public static Sample whole(MonitorState state, long nanos) {
    LoopSnapshot all = state.snapshot();
    return new Sample(
        nanos, all.sockets(), all.transfers(), List.of(), Counts.of(all), state.list());
  }

  /// How many views it keeps.
  int weight() {
    return sockets.size() + transfers.size() + 1;
  }

  /// What a snapshot tells beyond what `known` knows already.
  static Sample beyond(
      MonitorState known, LoopSnapshot snapshot, @Nullable DownloadsSnapshot list) {
    List<SocketView> sockets = new ArrayList<>();
    SerialMap<SocketView> present = new SerialMap<>();
    for (SocketView view : snapshot.sockets()) {
      present.put(view.serial(), view);
      if (!view.equals(known.socket(view.serial()))) {
        sockets.add(view);
      }
    }
    for (SocketView old : known.sockets()) {
      if (old.poll() != Poll.REMOVE && present.get(old.serial()) == null) {
        sockets.add(SocketViews.polled(old, Poll.REMOVE, snapshot.nanos())); // an event was missed
      }
    }
    List<TransferView> transfers = new ArrayList<>();
    SerialMap<TransferView> ids = new SerialMap<>();
    for (TransferView view : snapshot.transfers()) {
      ids.put(view.id(), view);
      if (!view.equals(known.transfer(view.id()))) {
        transfers.add(view);
      }
    }
    List<Long> gone = new ArrayList<>();
    for (TransferView old : known.transfers()) {
      if (ids.get(old.id()) == null) {
        gone.add(old.id());
      }
    }
    return new Sample(snapshot.nanos(), sockets, transfers, gone, Counts.of(snapshot), list);
  }
}
