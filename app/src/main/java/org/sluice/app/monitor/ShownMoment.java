package org.sluice.app.monitor;

import java.time.Instant;
import java.util.List;
import org.sluice.app.tape.MonitorState;
import org.sluice.app.tape.Tape;
import org.sluice.app.timeline.TimelineViewModel;
import org.sluice.app.timeline.TravelViewModel;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

/// Transfers, sockets, figures and countdown of the moment that is shown: the newest, or one of the
/// past, which the tape makes again.
///
/// **Threads**: JavaFX (or one thread in a test). **Limits**: rates and curves of the past look at
/// [#MOST_PAST_VIEWS] views and [#MOST_PAST_EVENTS] events before it.
final class ShownMoment {
  /// What the curves show.
  private static final long CURVE_NANOS = 12_000_000_000L;

  private static final int MOST_PAST_VIEWS = 20_000;
  private static final int MOST_PAST_EVENTS = 100_000;
  private static final long LIVE = -1;
  private static final long STALE = -2;
  private static final DownloadsSnapshot NO_DOWNLOADS =
      new DownloadsSnapshot(
          Instant.EPOCH,
          List.of(),
          List.of(),
          new DownloadsSnapshot.Total(0, 0, 0, 0, 0, 0, 0),
          List.of());

  private final TransferRows transfers = new TransferRows();
  private final SocketRows sockets = new SocketRows();
  private final TimeoutViewModel timeout = new TimeoutViewModel();
  private final MetricsViewModel metrics = new MetricsViewModel();
  private final TimelineViewModel timeline;
  private final TravelViewModel travel;
  private long shownMove = LIVE;

  ShownMoment(TimelineViewModel timeline, TravelViewModel travel) {
    this.timeline = timeline;
    this.travel = travel;
  }

  TransferRows transfers() {
    return transfers;
  }

  SocketRows sockets() {
    return sockets;
  }

  TimeoutViewModel timeout() {
    return timeout;
  }

  MetricsViewModel metrics() {
    return metrics;
  }

  /// Something has just happened.
  void accept(TraceEvent event) {
    timeout.accept(event);
    if (event instanceof TraceEvent.SocketCallback callback) {
      sockets.poll(callback.socket(), Poll.valueOf(callback.what()));
    }
  }

  /// Shows the newest moment.
  void live(DownloadsSnapshot list, LoopSnapshot snapshot, long nowNanos) {
    if (shownMove != LIVE) {
      shownMove = LIVE;
      LoopSnapshot now = travel.tape().now().snapshot();
      rewind(now.nanos(), now.sockets().size());
      timeout.restart();
      timeline.stand(TimelineViewModel.NOW);
    }
    timeout.accept(snapshot);
    transfers.update(list, snapshot);
    sockets.update(snapshot, nowNanos);
    metrics.update(snapshot);
    timeout.say(nowNanos);
    transfers.selectFailure();
  }

  /// Shows what was at the moment under the cursor, if it is another one than is shown.
  void past() {
    if (shownMove == travel.movesProperty().get()) {
      return;
    }
    shownMove = travel.movesProperty().get();
    MonitorState state = travel.state();
    LoopSnapshot then = state.snapshot();
    long moment = travel.nanos();
    rewind(moment, then.sockets().size());
    sockets.update(then, moment);
    metrics.update(then);
    DownloadsSnapshot list = state.list();
    transfers.update(list == null ? NO_DOWNLOADS : list, then);
    timeout.restart();
    timeout.accept(then);
    timeout.say(moment);
    timeline.stand(moment);
  }

  /// Shows or hides the transfers of a download.
  void toggle(TransferRow row) {
    if (row.partsProperty().get() > 0) {
      row.openProperty().set(!row.openProperty().get());
      shownMove = shownMove == LIVE ? LIVE : STALE;
    }
  }

  /// Lets rates and curves know what was before a moment.
  private void rewind(long moment, int size) {
    sockets.restart();
    metrics.restart();
    Tape record = travel.tape();
    List<Long> moments = record.sampleMoments(moment - CURVE_NANOS, moment);
    int most = Math.clamp(MOST_PAST_VIEWS / Math.max(1, size), 2, moments.size() + 2);
    moments = moments.subList(Math.max(0, moments.size() - most), moments.size());
    while (moments.size() > 2
        && travel.position() - record.positionAt(moments.getFirst()) > MOST_PAST_EVENTS) {
      moments = moments.subList(moments.size() / 2, moments.size());
    }
    List<MonitorState> states = record.at(moments);
    for (int i = 0; i < states.size(); i++) {
      LoopSnapshot past = states.get(i).snapshot();
      if (i == 0) {
        sockets.forgetUnknown(past);
      }
      sockets.past(past, moments.get(i));
      metrics.past(past);
    }
    if (states.isEmpty()) {
      sockets.forgetUnknown(travel.state().snapshot());
    }
  }
}
