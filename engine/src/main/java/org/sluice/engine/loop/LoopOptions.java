package org.sluice.engine.loop;

import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.MultiOptions;
import org.sluice.engine.time.NanoClock;
import org.sluice.engine.trace.TraceRing;

/// How a loop is made.
///
/// @param gate may hold the loop before each call
/// @param traceCapacity events that the ring keeps; a power of two
public record LoopOptions(
    IdlePoll idlePoll,
    int maxHostConnections,
    int maxTotalConnections,
    int maxConnects,
    Gate gate,
    int traceCapacity,
    NanoClock clock) {
  public static final LoopOptions DEFAULT =
      new LoopOptions(
          IdlePoll.NONE,
          0,
          0,
          MultiOptions.FOUR_PER_TRANSFER,
          Gate.OPEN,
          TraceRing.DEFAULT_CAPACITY,
          NanoClock.SYSTEM);

  public LoopOptions withIdlePoll(IdlePoll value) {
    return new LoopOptions(
        value, maxHostConnections, maxTotalConnections, maxConnects, gate, traceCapacity, clock);
  }

  public LoopOptions withLimits(int perHost, int total, int idle) {
    return new LoopOptions(idlePoll, perHost, total, idle, gate, traceCapacity, clock);
  }

  public LoopOptions withGate(Gate value) {
    return new LoopOptions(
        idlePoll,
        maxHostConnections,
        maxTotalConnections,
        maxConnects,
        value,
        traceCapacity,
        clock);
  }
}
