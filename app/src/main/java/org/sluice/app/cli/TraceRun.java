package org.sluice.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.loop.LoopOptions;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// Runs transfers on a loop of their own, and hands over every event from its first call to its
/// last.
///
/// **Threads**: the main thread drains the trace; what is about completions is confined to the loop.
final class TraceRun {
  private static final long PAUSE_MILLIS = 1;

  private final List<Transfer> transfers;
  private final TraceOutput output;
  private final List<String> failures = new ArrayList<>();
  private TransferErrorCode last = TransferErrorCode.OK;
  private int left;
  private boolean begun;
  private volatile boolean done;

  /// @param transfers at least one
  TraceRun(List<Transfer> transfers, TraceOutput output) {
    this.transfers = transfers;
    this.output = output;
    left = transfers.size();
  }

  /// How it ended.
  ///
  /// @param failures sentences
  /// @param dropped events that are missing in the trace
  record Ended(List<String> failures, long dropped, int exitCode) {}

  Ended run() throws InterruptedException {
    AtomicReference<TraceRing.@Nullable Reader> made = new AtomicReference<>();
    SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT, ring -> made.set(ring.reader()));
    try (loop;
        TraceRing.Reader reader = made.get()) {
      if (reader == null) {
        throw new IllegalStateException("the loop has shown no ring");
      }
      loop.onMessage(message -> completed(loop, message));
      while (!done && loop.isRunning()) {
        if (reader.drain(event -> take(loop, event)) == 0) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
      loop.close();
      reader.drain(output);
      output.end();
      if (loop.failure() != null) {
        failures.add("Sluice itself has failed: " + loop.failure());
      }
      return new Ended(failures, reader.dropped(), exitCode());
    }
  }

  /// The transfers are added when the loop has made its first call, so that a trace always begins
  /// the same.
  private void take(SelectorLoop loop, TraceEvent event) {
    output.accept(event);
    if (!begun && event instanceof TraceEvent.Return) {
      begun = true;
      loop.post(() -> transfers.forEach(loop::add));
    }
  }

  private void completed(SelectorLoop loop, TransferMessage message) {
    last = message.result();
    if (last != TransferErrorCode.OK) {
      failures.add(sentence(message));
    }
    if (--left == 0) {
      transfers.forEach(loop::remove);
      loop.post(() -> done = true);
    }
  }

  private static String sentence(TransferMessage message) {
    String error = message.transfer().info().error();
    TransferErrorCode code = message.result();
    return message.transfer().options().shownUrl()
        + ": "
        + (error == null ? code.text() : error)
        + " ("
        + code
        + ", "
        + code.number()
        + ")";
  }

  private int exitCode() {
    if (transfers.size() == 1) {
      return last.number();
    }
    return failures.isEmpty() ? 0 : CommandLineMain.FAILED;
  }
}
