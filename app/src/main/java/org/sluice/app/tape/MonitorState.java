package org.sluice.app.tape;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.MultiCounters;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.TransferState;
import org.sluice.engine.trace.TraceEvent;

/// Everything that the Monitor shows of one moment, made by taking in events and samples one after
/// the other: nothing else goes in, so the same ones always make the same state.
///
/// **Threads**: one. [#copy] shares the values, which are immutable.
public final class MonitorState {
  private static final String ACTION = "curl_multi_socket_action";
  private static final String ASSIGN = "curl_multi_assign";
  private static final String REMOVE_HANDLE = "curl_multi_remove_handle";
  private static final String TRANSFER_NOTE = "transfer ";
  private static final long MILLI = 1_000_000L;

  private final SerialMap<SocketView> sockets;
  private final SerialMap<TransferView> transfers;
  private long nanos;
  private Sample.Counts counts = Sample.Counts.NONE;
  private @Nullable DownloadsSnapshot list;

  /// Before the first event.
  public MonitorState() {
    sockets = new SerialMap<>();
    transfers = new SerialMap<>();
  }

  private MonitorState(MonitorState other) {
    sockets = new SerialMap<>(other.sockets);
    transfers = new SerialMap<>(other.transfers);
    nanos = other.nanos;
    counts = other.counts;
    list = other.list;
  }

  /// One that goes its own way from here.
  public MonitorState copy() {
    return new MonitorState(this);
  }

  /// When the last event or sample was that it knows.
  public long nanos() {
    return nanos;
  }

  /// Null if it is not known.
  public @Nullable SocketView socket(long serial) {
    return sockets.get(serial);
  }

  /// By their numbers.
  List<SocketView> sockets() {
    return sockets.inOrder();
  }

  @Nullable TransferView transfer(long id) {
    return transfers.get(id);
  }

  /// The address of a transfer; empty if it is not known.
  public String urlOf(long transfer) {
    TransferView view = transfers.get(transfer);
    return view == null ? "" : view.url();
  }

  /// By their numbers.
  List<TransferView> transfers() {
    return transfers.inOrder();
  }

  /// The downloads as they were last seen; null before that.
  public @Nullable DownloadsSnapshot list() {
    return list;
  }

  /// As the loop would have told it.
  public LoopSnapshot snapshot() {
    return new LoopSnapshot(
        nanos,
        transfers(),
        sockets(),
        counts.timerArmedNanos(),
        counts.timerDeadlineNanos(),
        counts.handles(),
        counts.actions(),
        counts.callbacks(),
        counts.completedOk(),
        counts.completedFailed());
  }

  /// Takes in what a snapshot told.
  public void apply(Sample sample) {
    nanos = Math.max(nanos, sample.nanos());
    for (SocketView view : sample.sockets()) {
      sockets.put(view.serial(), view);
    }
    sample.transfers().forEach(view -> transfers.put(view.id(), view));
    sample.goneTransfers().forEach(transfers::remove);
    counts = sample.counts();
    if (sample.list() != null) {
      list = sample.list();
    }
  }

  /// Takes in one event.
  public void apply(TraceEvent event) {
    nanos = Math.max(nanos, event.nanos());
    switch (event) {
      case TraceEvent.Call e -> called(e);
      case TraceEvent.Return e -> {
        if (e.running() >= 0 && e.running() != counts.handles().running()) {
          MultiCounters old = counts.handles();
          counts =
              handles(
                  new MultiCounters(
                      old.current(), e.running(), old.pending(), old.done(), old.addedEver()));
        }
      }
      case TraceEvent.SocketCallback e -> {
        SocketView old = known(e.socket(), e.nanos());
        Poll poll = Poll.valueOf(e.what());
        SocketView next = SocketViews.polled(old, poll, e.nanos());
        sockets.put(e.socket(), poll == Poll.REMOVE ? next : SocketViews.used(next, e.transfer()));
        counts = calls(counts.actions(), counts.callbacks() + 1);
      }
      case TraceEvent.TimerCallback e ->
          counts =
              e.millis() < 0
                  ? timer(counts.timerArmedNanos(), Long.MAX_VALUE)
                  : timer(e.nanos(), e.nanos() + e.millis() * MILLI);
      case TraceEvent.TimerFired _ -> counts = timer(counts.timerArmedNanos(), Long.MAX_VALUE);
      case TraceEvent.SocketOpened e -> known(e.socket(), e.nanos());
      case TraceEvent.SocketClosing e -> sockets.remove(e.socket());
      case TraceEvent.Message e -> completed(e);
      case TraceEvent.Note e -> noted(e);
      case TraceEvent.Interest _, TraceEvent.Ready _ -> {}
    }
  }

  private void called(TraceEvent.Call e) {
    String argument = e.argument();
    switch (e.fn()) {
      case ACTION -> {
        counts = calls(counts.actions() + 1, counts.callbacks());
        SocketView old = e.socket() == 0 ? null : sockets.get(e.socket());
        if (old != null) {
          sockets.put(
              e.socket(), SocketViews.acted(old, argument == null ? "" : argument, e.nanos()));
        }
      }
      case ASSIGN -> {
        SocketView old = sockets.get(e.socket());
        if (old != null && argument != null) {
          sockets.put(e.socket(), SocketViews.assigned(old, argument));
        }
      }
      case REMOVE_HANDLE -> transfers.remove(e.transfer());
      default -> {}
    }
  }

  private SocketView known(long serial, long at) {
    SocketView old = sockets.get(serial);
    if (old == null) {
      old = SocketViews.opened(serial, at);
      sockets.put(serial, old);
    }
    return old;
  }

  private void completed(TraceEvent.Message e) {
    boolean ok = e.result().equals("CURLE_OK");
    counts =
        new Sample.Counts(
            counts.handles(),
            counts.timerArmedNanos(),
            counts.timerDeadlineNanos(),
            counts.actions(),
            counts.callbacks(),
            counts.completedOk() + (ok ? 1 : 0),
            counts.completedFailed() + (ok ? 0 : 1));
  }

  /// The loop notes the address of each transfer that it adds.
  private void noted(TraceEvent.Note e) {
    String text = e.text();
    int equals = text.indexOf(" = ");
    if (!text.startsWith(TRANSFER_NOTE) || equals < 0) {
      return;
    }
    try {
      long id = Long.parseLong(text, TRANSFER_NOTE.length(), equals, 10);
      String url = text.substring(equals + 3);
      if (transfers.get(id) == null) {
        transfers.put(
            id,
            new TransferView(id, url, TransferInfos.of(TransferState.INIT, url, 0, -1, 0, null)));
      }
    } catch (NumberFormatException notANumber) {
      return; // another note that begins with the same word
    }
  }

  private Sample.Counts handles(MultiCounters handles) {
    return new Sample.Counts(
        handles,
        counts.timerArmedNanos(),
        counts.timerDeadlineNanos(),
        counts.actions(),
        counts.callbacks(),
        counts.completedOk(),
        counts.completedFailed());
  }

  private Sample.Counts timer(long armedNanos, long deadlineNanos) {
    return new Sample.Counts(
        counts.handles(),
        armedNanos,
        deadlineNanos,
        counts.actions(),
        counts.callbacks(),
        counts.completedOk(),
        counts.completedFailed());
  }

  private Sample.Counts calls(long actions, long callbacks) {
    return new Sample.Counts(
        counts.handles(),
        counts.timerArmedNanos(),
        counts.timerDeadlineNanos(),
        actions,
        callbacks,
        counts.completedOk(),
        counts.completedFailed());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MonitorState state
        && sockets.equals(state.sockets)
        && transfers.equals(state.transfers)
        && nanos == state.nanos
        && counts.equals(state.counts)
        && Objects.equals(list, state.list);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sockets, transfers, nanos, counts);
  }

  @Override
  public String toString() {
    return "at " + nanos + ": " + sockets + ", " + transfers + ", " + counts;
  }
}
