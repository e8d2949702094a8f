package org.sluice.engine.multi;

import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.connection.Connection;
import org.sluice.engine.filter.Pollset;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.time.TimerQueue;
import org.sluice.engine.transfer.EasyWork;
import org.sluice.engine.transfer.Stages;

/// A transfer as its multi keeps it, from add to remove.
final class Handle extends TimerQueue.Member {
  private static final int NOT_MODIFIED = 304;

  final Multi multi;
  final Transfer transfer;
  final EasyWork work;

  /// What it wanted of which socket when that was last compared.
  final Pollset previous = new Pollset();

  boolean dirty;
  boolean done;
  boolean removed;
  boolean messageWaits;

  Handle(Multi multi, Transfer transfer) {
    this.multi = multi;
    this.transfer = transfer;
    work =
        new EasyWork(
            transfer.options(), transfer.sink(), multi.workshop(), () -> multi.markDirty(this));
  }

  @Override
  protected long nearestNanos() {
    return work.timers().nearest();
  }

  TransferStages stages() {
    Stages stages = work.stages();
    return new TransferStages(
        stages.lookupNanos(),
        stages.connectNanos(),
        stages.tlsNanos(),
        stages.requestNanos(),
        stages.answerNanos(),
        stages.redirectNanos(),
        stages.local(),
        stages.remote());
  }

  TransferInfo info() {
    ResponseHead head = work.head();
    Connection connection = work.connection();
    SocketChannel channel = connection == null ? null : connection.channel();
    return new TransferInfo(
        state(connection),
        work.effectiveUrl(),
        head == null ? 0 : work.conditionUnmet() ? NOT_MODIFIED : head.status(),
        work.requestHead(),
        head,
        work.received(),
        head == null ? -1 : head.contentLength(),
        work.sent(),
        work.newConnects(),
        work.redirects(),
        channel == null ? 0 : multi.serial(channel),
        work.streamId(),
        work.result(),
        work.error(),
        work.certificate());
  }

  private TransferState state(@Nullable Connection connection) {
    return switch (work.phase()) {
      case INIT, SETUP, CONNECT -> TransferState.INIT;
      case PENDING -> TransferState.PENDING;
      case RESOLVING -> TransferState.RESOLVING;
      case CONNECTING ->
          connection != null && connection.socketConnected() && connection.origin().secure()
              ? TransferState.TLS
              : TransferState.CONNECTING;
      case DO -> TransferState.DO;
      case PERFORMING ->
          work.paused()
              ? TransferState.PAUSED
              : work.head() == null ? TransferState.WAITING : TransferState.PERFORMING;
      case RATELIMITING -> work.paused() ? TransferState.PAUSED : TransferState.RATELIMITING;
      case COMPLETED -> TransferState.COMPLETED;
    };
  }
}
