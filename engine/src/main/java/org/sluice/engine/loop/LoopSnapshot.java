package org.sluice.engine.loop;

import java.util.List;
import org.sluice.engine.multi.MultiCounters;

/// Everything that a window shows of one loop, at one moment.
///
/// **Units**: nanoseconds of the loop's clock.
///
/// @param timerArmedNanos when the one-shot timer was set; only meaningful with a deadline
/// @param timerDeadlineNanos when it fires; [Long#MAX_VALUE] for no timer
/// @param actions `socketAction` calls since the start
/// @param callbacks socket callbacks since the start
/// @param completedOk messages with OK since the start
/// @param completedFailed other messages since the start
public record LoopSnapshot(
    long nanos,
    List<TransferView> transfers,
    List<SocketView> sockets,
    long timerArmedNanos,
    long timerDeadlineNanos,
    MultiCounters counters,
    long actions,
    long callbacks,
    long completedOk,
    long completedFailed) {}
