package org.sluice.engine.transfer;

import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.request.RateLimit;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.time.TimerTable;

/// What the speed limits of one transfer let it read: bytes that every one of them was charged for,
/// and that are not read yet.
///
/// **Threads**: confined to the thread of its multi.
final class Allowance implements RateLimit.Sharer {
  private final List<RateLimit> limits;
  private final Runnable onChange;
  private long bytes;
  private long dueNanos = TimerTable.NONE;

  /// @param onChange called when a limit has changed, to ask again
  Allowance(List<RateLimit> limits, Runnable onChange) {
    this.limits = List.copyOf(limits);
    this.onChange = onChange;
  }

  /// The limits that it shares, and the one of its own.
  static Allowance of(TransferOptions options, Runnable onChange) {
    List<RateLimit> limits = new ArrayList<>(options.rateLimits());
    if (options.recvLimitBytesPerSecond() > 0) {
      limits.add(new RateLimit(options.recvLimitBytesPerSecond()));
    }
    return new Allowance(limits, onChange);
  }

  /// How much may be read now; [Long#MAX_VALUE] without a limit, 0 if nothing before [#dueNanos].
  long bytes(long nowNanos) {
    if (dueNanos != TimerTable.NONE && dueNanos - nowNanos > 0) {
      return 0;
    }
    dueNanos = TimerTable.NONE;
    return bytes > 0 ? bytes : ask(nowNanos);
  }

  private long ask(long nowNanos) {
    long available = Long.MAX_VALUE;
    long turn = Long.MAX_VALUE;
    for (RateLimit limit : limits) {
      if (!limit.isNone()) {
        long here = limit.availableBytes(nowNanos);
        available = Math.min(available, here);
        // With what is there, so that a limit loses nothing while another one makes it wait.
        turn = Math.min(turn, here + limit.turnBytes());
      }
    }
    if (available == Long.MAX_VALUE) {
      return available;
    }
    // A trickle of single bytes is not worth a read.
    bytes = available >= Math.ceilDiv(turn, 3) ? available : turn;
    long due = nowNanos;
    for (RateLimit limit : limits) {
      long earned = limit.take(this, bytes, nowNanos);
      due = earned - due > 0 ? earned : due;
    }
    if (due - nowNanos > 0) {
      dueNanos = due;
      return 0;
    }
    return bytes;
  }

  /// When the next turn is; [TimerTable#NONE] if it does not wait.
  long dueNanos() {
    return dueNanos;
  }

  /// `read` of the allowed bytes were.
  void used(long read) {
    if (bytes > 0) {
      bytes -= read;
      if (bytes == 0) {
        giveBack();
      }
    }
  }

  /// Nothing more will be read for now: the others may have the rest.
  void giveBack() {
    long unused = bytes;
    bytes = 0;
    dueNanos = TimerTable.NONE;
    for (RateLimit limit : limits) {
      limit.giveBack(this, unused);
    }
  }

  @Override
  public void limitChanges() {
    giveBack();
    onChange.run();
  }
}
