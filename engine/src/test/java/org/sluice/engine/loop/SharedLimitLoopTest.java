package org.sluice.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.RateLimit;
import org.sluice.engine.request.TransferOptions;

/// A shared limit over the real loop, in real time; how exact it is, is shown elsewhere.
@Timeout(60)
class SharedLimitLoopTest {
  private static final long MEBIBYTE = 1 << 20;

  @Test
  void twoShareTwoMebibytesASecond() throws Exception {
    RateLimit limit = new RateLimit(2 * MEBIBYTE);
    CountDownLatch done = new CountDownLatch(2);
    try (LabServer lab = LabServer.start();
        SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT)) {
      loop.onMessage(message -> done.countDown());
      long start = System.nanoTime();
      loop.add(transfer(lab, 3 * MEBIBYTE, limit));
      loop.add(transfer(lab, 3 * MEBIBYTE, limit));
      assertThat(done.await(50, TimeUnit.SECONDS)).isTrue();
      double seconds = (System.nanoTime() - start) / 1e9;
      // A busy machine is late, and never early.
      assertThat(seconds).isBetween(2.85, 12.0);
    }
  }

  @Test
  void aChangeFromAnotherThreadWakesAtOnce() throws Exception {
    RateLimit limit = new RateLimit(10);
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (LabServer lab = LabServer.start();
        SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT)) {
      loop.onMessage(message -> done.countDown());
      TransferOptions options =
          TransferOptions.builder(lab.http("/bytes/" + MEBIBYTE).toString())
              .rateLimits(List.of(limit))
              .build();
      loop.add(
          new Transfer(
              options,
              chunk -> {
                begun.countDown();
                return BodySink.Answer.TAKEN;
              }));
      loop.limit(limit, 20_000);
      assertThat(begun.await(50, TimeUnit.SECONDS)).isTrue();
      // At this speed it would take a minute.
      loop.limit(limit, RateLimit.NONE);
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(limit.bytesPerSecond()).isZero();
    }
  }

  private static Transfer transfer(LabServer lab, long bytes, RateLimit limit) {
    return new Transfer(
        TransferOptions.builder(lab.http("/bytes/" + bytes).toString())
            .rateLimits(List.of(limit))
            .build(),
        BodySink.DISCARD);
  }
}
