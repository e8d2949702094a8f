package org.sluice.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// A hand on the loop: nothing happens without a step, and no time passes.
class SteppingGateTest {
  private static LabServer lab;

  @BeforeAll
  static void startLab() throws IOException {
    lab = LabServer.start();
  }

  @AfterAll
  static void closeLab() {
    lab.close();
  }

  private final SteppingGate gate = new SteppingGate(false);

  @Test
  void oneStepAtATimeInTheirOrder() throws InterruptedException {
    try (SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT.withGate(gate))) {
      loop.add(new Transfer(TransferOptions.get(lab.http("/small").toString()), BodySink.DISCARD));
      List<Step> seen = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        seen.add(gate.awaitHeld());
        assertThat(gate.heldBefore()).isEqualTo(seen.getLast());
        gate.step();
      }
      assertThat(seen)
          .containsExactly(
              Step.CREATE_MULTI_HANDLE,
              Step.SET_SOCKET_CALLBACK,
              Step.ADD_EASY_HANDLES,
              Step.START_ONCE,
              Step.SUPERVISE_SOCKETS,
              Step.ASK_TIMEOUT,
              Step.WAIT_FOR_ACTION);
    }
  }

  @Test
  void aHeldLoopMakesNoProgress() throws Exception {
    try (SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT.withGate(gate));
        TraceRing.Reader reader = loop.trace().reader()) {
      CompletableFuture<TransferMessage> done = new CompletableFuture<>();
      loop.onMessage(done::complete);
      loop.add(new Transfer(TransferOptions.get(lab.http("/small").toString()), BodySink.DISCARD));
      stepUntilTold(reader, "OUT");
      pass(Duration.ofMillis(200));
      assertThat(reader.drain(event -> {})).as("events while held").isZero();
      assertThat(done).isNotDone();
      gate.open();
      assertThat(done.get(20, TimeUnit.SECONDS).result()).isEqualTo(TransferErrorCode.OK);
    }
  }

  @Test
  void theClockStandsStillWhileHeld() throws Exception {
    try (SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT.withGate(gate));
        TraceRing.Reader reader = loop.trace().reader()) {
      CompletableFuture<TransferMessage> done = new CompletableFuture<>();
      loop.onMessage(done::complete);
      TimeLimits limits = TimeLimits.DEFAULT.withTotal(Duration.ofMillis(200));
      Transfer transfer =
          new Transfer(
              TransferOptions.builder(lab.http("/silent").toString()).limits(limits).build(),
              BodySink.DISCARD);
      loop.add(transfer);
      stepUntilTold(reader, "IN");
      pass(Duration.ofMillis(600));
      while (gate.awaitHeld() != Step.WAIT_FOR_ACTION) {
        gate.step();
      }
      assertThat(done).as("600 ms that never were").isNotDone();
      gate.open();
      assertThat(done.get(20, TimeUnit.SECONDS).result())
          .isEqualTo(TransferErrorCode.OPERATION_TIMEDOUT);
      String error = done.get().transfer().info().error();
      long millis = Long.parseLong(error.replaceAll("\\D*(\\d+) ms.*", "$1"));
      assertThat(millis).as(error).isBetween(200L, 590L);
    }
  }

  @Test
  void closingOpensIt() throws InterruptedException {
    SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT.withGate(gate));
    gate.awaitHeld();
    loop.close();
    assertThat(loop.isRunning()).isFalse();
    assertThat(loop.failure()).isNull();
  }

  private void stepUntilTold(TraceRing.Reader reader, String what) throws InterruptedException {
    boolean[] told = new boolean[1];
    while (!told[0]) {
      gate.awaitHeld();
      reader.drain(
          event ->
              told[0] |= event instanceof TraceEvent.SocketCallback c && c.what().equals(what));
      if (!told[0]) {
        gate.step();
      }
    }
  }

  /// Real time goes by; that it does is what is tested.
  private static void pass(Duration time) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
  }
}
