package org.sluice.engine.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.multi.MultiCode;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.time.NanoClock;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// Turns what the loop does into events, while somebody listens.
///
/// **Threads**: confined to the loop.
final class LoopTrace {
  private static final long NO_CAUSE = -1;

  private final TraceRing ring;
  private final NanoClock clock;
  private final Deque<Long> open = new ArrayDeque<>();
  private long cause = NO_CAUSE;

  LoopTrace(TraceRing ring, NanoClock clock) {
    this.ring = ring;
    this.clock = clock;
  }

  boolean listening() {
    return ring.listening();
  }

  /// What happens next happens because of the event that was published last.
  void becauseOfLast() {
    cause = ring.nextSeq() - 1;
  }

  void noCause() {
    cause = NO_CAUSE;
  }

  void call(String fn, long transfer, long socket, @Nullable String argument) {
    if (listening()) {
      long seq = ring.nextSeq();
      ring.publish(
          new TraceEvent.Call(seq, now(), depth(), cause(), fn, transfer, socket, argument));
      open.push(seq);
    }
  }

  void returned(String fn, MultiCode code, int running, long received) {
    if (listening()) {
      long callSeq = open.isEmpty() ? NO_CAUSE : open.pop();
      ring.publish(
          new TraceEvent.Return(
              ring.nextSeq(), now(), depth(), callSeq, fn, code.curlName(), running, received));
    } else {
      open.clear();
    }
  }

  void socketCallback(long transfer, long socket, String what, @Nullable Object socketp) {
    if (listening()) {
      long seq = ring.nextSeq();
      ring.publish(
          new TraceEvent.SocketCallback(
              seq,
              now(),
              depth(),
              cause(),
              transfer,
              socket,
              what,
              socketp == null ? null : socketp.toString()));
      open.push(seq);
    }
  }

  void callbackEnds() {
    if (!open.isEmpty()) {
      open.pop();
    }
  }

  void timerCallback(long millis) {
    if (listening()) {
      ring.publish(new TraceEvent.TimerCallback(ring.nextSeq(), now(), depth(), cause(), millis));
    }
  }

  void timerFired() {
    if (listening()) {
      ring.publish(new TraceEvent.TimerFired(ring.nextSeq(), now(), depth(), NO_CAUSE));
      becauseOfLast();
    }
  }

  void opened(long socket, boolean inet6) {
    if (listening()) {
      ring.publish(
          new TraceEvent.SocketOpened(ring.nextSeq(), now(), depth(), cause(), 0, socket, inet6));
    }
  }

  void closing(long socket, boolean stillRegistered) {
    if (listening()) {
      ring.publish(
          new TraceEvent.SocketClosing(
              ring.nextSeq(), now(), depth(), cause(), socket, stillRegistered));
    }
  }

  void interest(long socket, String interest) {
    if (listening()) {
      ring.publish(
          new TraceEvent.Interest(ring.nextSeq(), now(), depth(), cause(), socket, interest));
    }
  }

  void ready(long socket, String readiness) {
    if (listening()) {
      ring.publish(
          new TraceEvent.Ready(ring.nextSeq(), now(), depth(), NO_CAUSE, socket, readiness));
      becauseOfLast();
    }
  }

  void message(TransferMessage message) {
    if (listening()) {
      TransferInfo info = message.transfer().info();
      ring.publish(
          new TraceEvent.Message(
              ring.nextSeq(),
              now(),
              depth(),
              cause(),
              message.transfer().id(),
              message.result().curlName(),
              message.queued(),
              info.httpStatus(),
              info.newConnects(),
              info.received()));
    }
  }

  void note(String text) {
    if (listening()) {
      ring.publish(new TraceEvent.Note(ring.nextSeq(), now(), depth(), cause(), text));
    }
  }

  private long now() {
    return clock.nanoTime();
  }

  private int depth() {
    return open.size();
  }

  private long cause() {
    return open.isEmpty() ? cause : open.peek();
  }
}
