package org.sluice.app.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    for (SocketView view : snapshot.sockets()) {
      SocketView old = known.socket(view.serial());
      if (!view.equals(old)) {
        sockets.add(view);
      }
    }
    Set<Long> present = new java.util.HashSet<>();
    for (SocketView view : snapshot.sockets()) {
      present.add(view.serial());
    }
    for (SocketView old : known.sockets()) {
      if (!present.contains(old.serial()) && old.poll() != Poll.REMOVE) {
        sockets.add(SocketViews.polled(old, Poll.REMOVE, snapshot.nanos())); // an event was missed
      }
    }
    List<TransferView> transfers = new ArrayList<>();
    Set<Long> ids = new java.util.HashSet<>();
    for (TransferView view : snapshot.transfers()) {
      ids.add(view.id());
      if (!view.equals(known.transfer(view.id()))) {
        transfers.add(view);
      }
    }
    List<Long> gone = new ArrayList<>(known.transferIds());
    gone.removeAll(ids);
    return new Sample(snapshot.nanos(), sockets, transfers, gone, Counts.of(snapshot), list);
  }
}
