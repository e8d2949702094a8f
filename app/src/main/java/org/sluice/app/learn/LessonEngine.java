package org.sluice.app.learn;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.loop.LoopOptions;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// A loop and a lab server of the lesson's own, so that holding it holds no download of the user.
///
/// **Threads**: started and closed on any, which waits; the rest by one, which never waits.
final class LessonEngine implements AutoCloseable {
  private final LabServer lab;
  private final SelectorLoop loop;
  private final LessonGate gate;
  private final TraceRing.Reader events;
  private final List<Transfer> transfers;

  private LessonEngine(
      LabServer lab, SelectorLoop loop, LessonGate gate, List<Transfer> transfers) {
    this.lab = lab;
    this.loop = loop;
    this.gate = gate;
    this.transfers = transfers;
    events = loop.trace().reader();
  }

  /// Starts both; the loop stands before its first step, with the transfers posted to it.
  ///
  /// @throws IOException if the lab server gets no port or the system gives no Selector
  static LessonEngine start(LabCase what) throws IOException {
    LabServer lab = LabServer.start();
    try {
      LessonGate gate = new LessonGate();
      LoopOptions usual = LoopOptions.DEFAULT;
      SelectorLoop loop =
          SelectorLoop.start(
              usual
                  .withGate(gate)
                  .withLimits(
                      what.connectionsPerHost(), usual.maxTotalConnections(), usual.maxConnects()));
      LessonEngine engine = new LessonEngine(lab, loop, gate, what.of(lab));
      engine.transfers.forEach(loop::add);
      gate.begin(loop);
      return engine;
    } catch (java.io.UncheckedIOException e) {
      lab.close();
      throw e.getCause();
    }
  }

  /// The numbers of the transfers, in the order in which they are added.
  List<Long> transferIds() {
    return transfers.stream().map(Transfer::id).toList();
  }

  /// Where the lab server listens.
  int port() {
    return lab.http("").getPort();
  }

  LessonGate gate() {
    return gate;
  }

  /// Hands out the events since the last call.
  void drain(Consumer<TraceEvent> consumer) {
    events.drain(consumer);
  }

  /// Why the loop has ended by itself; null if it has not.
  @Nullable Throwable failure() {
    return loop.failure();
  }

  /// Ends the loop, its connections and the server, and waits for that.
  @Override
  public void close() {
    gate.open();
    loop.close();
    events.close();
    lab.close();
  }
}
