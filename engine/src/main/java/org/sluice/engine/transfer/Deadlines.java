package org.sluice.engine.transfer;

import java.time.Duration;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.time.Deadline;
import org.sluice.engine.time.TimerTable;

/// The time limits of one transfer, as named deadlines, and what it means when one is over.
///
/// **Threads**: confined to the thread of its multi.
final class Deadlines {
  private final TimeLimits limits;
  private final TimerTable timers = new TimerTable();
  private final SpeedCheck speed;
  private long startNanos;
  private long hopNanos;
  private boolean heldBack;

  Deadlines(TimeLimits limits) {
    this.limits = limits;
    speed = new SpeedCheck(limits);
  }

  TimerTable timers() {
    return timers;
  }

  void transferStarts(long nowNanos) {
    startNanos = nowNanos;
    arm(Deadline.TIMEOUT, limits.total(), nowNanos);
  }

  void hopStarts(long nowNanos) {
    hopNanos = nowNanos;
    arm(Deadline.CONNECT_TIMEOUT, limits.connect(), nowNanos);
  }

  void connected() {
    timers.clear(Deadline.CONNECT_TIMEOUT);
    timers.clear(Deadline.HAPPY_EYEBALLS);
    timers.clear(Deadline.ASYNC_NAME);
  }

  void requestSent(long nowNanos, long moved) {
    arm(Deadline.SERVER_RESPONSE, limits.serverResponse(), nowNanos);
    watchSpeed(nowNanos, moved);
  }

  /// The server is asked whether it wants the body.
  void expects(Duration limit, long nowNanos) {
    timers.set(Deadline.EXPECT_100, Math.addExact(nowNanos, limit.toNanos()));
  }

  /// All of the body is sent.
  void bodySent(boolean answered, long nowNanos) {
    timers.clear(Deadline.SEND_TOO_FAST);
    timers.clear(Deadline.EXPECT_100);
    timers.clear(Deadline.ASYNC_BODY);
    if (!answered) {
      arm(Deadline.SERVER_RESPONSE, limits.serverResponse(), nowNanos);
    }
  }

  void answered() {
    timers.clear(Deadline.SERVER_RESPONSE);
  }

  /// @param moved bytes received and sent
  void watchSpeed(long nowNanos, long moved) {
    if (speed.enabled()) {
      speed.restart(nowNanos, moved);
      timers.set(Deadline.SPEED_CHECK, nowNanos + SpeedCheck.INTERVAL_NANOS);
    }
  }

  /// A speed limit lets nothing through until `dueNanos`; what is slow by that is not too slow.
  void heldBack(long dueNanos) {
    timers.set(Deadline.TOO_FAST, dueNanos);
    heldBack = true;
  }

  /// The same of what is sent.
  void sendingHeldBack(long dueNanos) {
    timers.set(Deadline.SEND_TOO_FAST, dueNanos);
    heldBack = true;
  }

  /// @param moved bytes received and sent
  /// @throws TransferException OPERATION_TIMEDOUT if a limit is over
  void check(long nowNanos, long received, long moved, boolean paused) throws TransferException {
    if (timers.expired(Deadline.TIMEOUT, nowNanos)) {
      throw timedOut("Operation timed out after " + millis(nowNanos - startNanos), received);
    }
    if (timers.expired(Deadline.CONNECT_TIMEOUT, nowNanos)) {
      throw timedOut("Connection timed out after " + millis(nowNanos - hopNanos), received);
    }
    if (timers.expired(Deadline.SERVER_RESPONSE, nowNanos)) {
      throw timedOut("No answer within " + millis(limits.serverResponse().toNanos()), received);
    }
    if (timers.expired(Deadline.SPEED_CHECK, nowNanos)) {
      if (heldBack) {
        speed.restart(nowNanos, moved);
        heldBack = false;
      } else if (!paused && speed.tooSlow(nowNanos, moved)) {
        throw timedOut(
            "Slower than "
                + limits.lowSpeedBytesPerSecond()
                + " bytes a second for "
                + limits.lowSpeed().toSeconds()
                + " s",
            received);
      }
      timers.set(Deadline.SPEED_CHECK, nowNanos + SpeedCheck.INTERVAL_NANOS);
    }
  }

  private void arm(Deadline name, Duration limit, long nowNanos) {
    if (!limit.isZero()) {
      timers.set(name, Math.addExact(nowNanos, limit.toNanos()));
    }
  }

  private static String millis(long nanos) {
    return nanos / 1_000_000 + " ms";
  }

  private static TransferException timedOut(String what, long received) {
    return new TransferException(
        TransferErrorCode.OPERATION_TIMEDOUT, what + " with " + received + " bytes received");
  }
}
