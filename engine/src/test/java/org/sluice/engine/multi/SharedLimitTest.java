package org.sluice.engine.multi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.RateLimit;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TransferOptions;

/// Real transfers from the lab that share limits, on a clock that only goes on while all wait.
@Timeout(60)
class SharedLimitTest {
  private static final long MILLI = 1_000_000L;
  private static final long MEBIBYTE = 1 << 20;

  /// A twentieth of the 2 MiB/s that these tests share at most.
  private static final int TURN_BYTES = 2 * (1 << 20) / 20;

  private static LabServer lab;

  @BeforeAll
  static void startLab() throws IOException {
    lab = LabServer.start();
  }

  @AfterAll
  static void closeLab() {
    lab.close();
  }

  /// An application whose time is a number: what sockets have to say comes first, then the timer.
  private static final class Rig implements AutoCloseable {
    final Multi multi;
    final Selector selector = Selector.open();
    final Selector arrivals = Selector.open();
    final Map<SocketChannel, Transfer> transfers = new HashMap<>();
    final Map<Poll, Integer> told = new EnumMap<>(Poll.class);
    long nowNanos;
    long timerNanos = Long.MAX_VALUE;
    long lastMillis = -1;

    Rig() throws IOException {
      multi =
          Multi.init(
              MultiOptions.DEFAULT
                  .withClock(() -> nowNanos, null)
                  .withSocketFunction(this::onSocket, null)
                  .withTimerFunction((m, millis, userp) -> onTimer(millis), null));
    }

    private int onSocket(
        @Nullable Transfer transfer,
        SocketChannel socket,
        Poll what,
        @Nullable Object userp,
        @Nullable Object socketp) {
      told.merge(what, 1, Integer::sum);
      try {
        SelectionKey key = socket.keyFor(selector);
        if (transfer != null) {
          transfers.put(socket, transfer);
        }
        if (what == Poll.REMOVE) {
          if (key != null) {
            key.cancel();
            socket.keyFor(arrivals).cancel();
          }
          return 0;
        }
        int ops = what.wantsIn() ? SelectionKey.OP_READ : 0;
        if (what.wantsOut()) {
          ops |= socket.isConnected() ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT;
        }
        if (key == null) {
          arrivals.selectNow();
          selector.selectNow(gone -> {});
          socket.register(selector, ops);
          socket.register(arrivals, 0);
          socket.setOption(StandardSocketOptions.SO_RCVBUF, 4 * TURN_BYTES);
        } else {
          key.interestOps(ops);
        }
        return 0;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private int onTimer(long millis) {
      lastMillis = millis;
      timerNanos = millis < 0 ? Long.MAX_VALUE : nowNanos + millis * MILLI;
      return 0;
    }

    /// Whether every transfer that is under way waits for its turn.
    private boolean allHeld() {
      return selector.keys().stream().allMatch(key -> !key.isValid() || key.interestOps() == 0);
    }

    /// The lab does not know the clock that is a number: lets it send a turn's worth before time goes
    /// on. A connection that has less to read gives the rest of its turn to the others.
    private void awaitArrivals() throws IOException {
      for (SelectionKey key : arrivals.keys()) {
        if (key.isValid()) {
          key.interestOps(SelectionKey.OP_READ);
          while (arrivals.select(ready -> {}, 1_000) == 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
          }
          key.interestOps(0);
          awaitTurn((SocketChannel) key.channel());
        }
      }
    }

    private void awaitTurn(SocketChannel socket) throws IOException {
      TransferInfo info = Objects.requireNonNull(transfers.get(socket)).info();
      long left = info.expected() < 0 ? 0 : info.expected() - info.received();
      InputStream arrived = socket.socket().getInputStream();
      while (arrived.available() < Math.min(left, TURN_BYTES)) {
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        Thread.onSpinWait();
      }
    }

    void runUntil(BooleanSupplier condition) throws IOException {
      while (!condition.getAsBoolean()) {
        List<SocketChannel> ready = new ArrayList<>();
        if (allHeld() || timerNanos <= nowNanos) {
          selector.selectNow(key -> ready.add((SocketChannel) key.channel()));
        } else {
          selector.select(key -> ready.add((SocketChannel) key.channel()), 1_000);
        }
        for (SocketChannel socket : ready) {
          assertThat(multi.socketAction(socket, Readiness.UNKNOWN)).isEqualTo(MultiCode.OK);
        }
        if (ready.isEmpty() && timerNanos != Long.MAX_VALUE && allHeld()) {
          awaitArrivals();
          nowNanos = Math.max(nowNanos, timerNanos);
        }
        if (timerNanos <= nowNanos) {
          timerNanos = Long.MAX_VALUE;
          assertThat(multi.socketAction(Multi.TIMEOUT, Readiness.UNKNOWN)).isEqualTo(MultiCode.OK);
        }
      }
    }

    Transfer add(String path, TimeLimits limits, RateLimit... rates) {
      TransferOptions options =
          TransferOptions.builder(lab.http(path).toString())
              .limits(limits)
              .rateLimits(List.of(rates))
              .build();
      Transfer transfer = new Transfer(options, BodySink.DISCARD);
      assertThat(multi.add(transfer)).isEqualTo(MultiCode.OK);
      return transfer;
    }

    List<TransferErrorCode> results() {
      List<TransferErrorCode> all = new ArrayList<>();
      for (TransferMessage m = multi.infoRead(); m != null; m = multi.infoRead()) {
        all.add(m.result());
      }
      return all;
    }

    @Override
    public void close() throws IOException {
      multi.close();
      selector.close();
      arrivals.close();
    }
  }

  /// 20 MiB at 2 MiB/s are ten seconds, for one as for eight together.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void isExactOverTenSeconds(int count) throws IOException {
    RateLimit limit = new RateLimit(2 * MEBIBYTE);
    try (Rig rig = new Rig()) {
      List<Transfer> transfers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        transfers.add(rig.add("/bytes/" + 20 * MEBIBYTE / count, TimeLimits.DEFAULT, limit));
      }
      rig.runUntil(() -> rig.nowNanos >= 5_000 * MILLI);
      long half = 10 * MEBIBYTE / count;
      assertThat(transfers)
          .as("halfway, each has half of its share")
          .allSatisfy(
              t -> assertThat(t.info().received()).isBetween(half * 8 / 10, half * 12 / 10));
      rig.runUntil(() -> rig.multi.running() == 0);
      assertThat(rig.nowNanos).isBetween(9_700 * MILLI, 10_300 * MILLI);
      assertThat(rig.results()).hasSize(count).containsOnly(TransferErrorCode.OK);
      assertThat(rig.told).as("stands still in between").containsKey(Poll.NONE);
      assertThat(limit.sharers()).as("nothing is left behind").isZero();
    }
  }

  /// The least of item, queue and all counts.
  @Test
  void allLimitsCount() throws IOException {
    RateLimit item = new RateLimit(100_000);
    RateLimit queue = new RateLimit(RateLimit.NONE);
    RateLimit global = new RateLimit(400_000);
    try (Rig rig = new Rig()) {
      Transfer small = rig.add("/bytes/1000000", TimeLimits.DEFAULT, item, queue, global);
      rig.add("/bytes/3000000", TimeLimits.DEFAULT, new RateLimit(0), queue, global);
      rig.runUntil(() -> rig.nowNanos >= 5_000 * MILLI);
      assertThat(small.info().received()).isBetween(480_000L, 520_000L);
      rig.runUntil(() -> rig.multi.running() == 0);
      assertThat(rig.nowNanos).isBetween(9_700 * MILLI, 10_300 * MILLI);
    }
  }

  /// Whoever waits for an old deadline is run at once.
  @Test
  void aHigherLimitHoldsAtOnce() throws IOException {
    RateLimit limit = new RateLimit(1_000);
    try (Rig rig = new Rig()) {
      Transfer transfer = rig.add("/bytes/1000000", TimeLimits.DEFAULT, limit);
      rig.runUntil(() -> transfer.info().state() == TransferState.RATELIMITING);
      long before = rig.nowNanos;
      assertThat(rig.multi.timeout()).isPositive();
      assertThat(rig.multi.limit(limit, 10_000_000)).isEqualTo(MultiCode.OK);
      assertThat(rig.lastMillis).as("told the timer function").isZero();
      assertThat(rig.multi.timeout()).isZero();
      rig.runUntil(() -> rig.multi.running() == 0);
      assertThat(rig.nowNanos - before).isBetween(95 * MILLI, 155 * MILLI);
      assertThat(rig.results()).containsExactly(TransferErrorCode.OK);
    }
  }

  @Test
  void aLimitThatIsTakenAwayIsGoneAtOnceAndOneThatComesHolds() throws IOException {
    RateLimit limit = new RateLimit(1_000);
    try (Rig rig = new Rig()) {
      Transfer first = rig.add("/bytes/1000000", TimeLimits.DEFAULT, limit);
      rig.runUntil(() -> first.info().state() == TransferState.RATELIMITING);
      long before = rig.nowNanos;
      rig.multi.limit(limit, RateLimit.NONE);
      rig.runUntil(() -> rig.multi.running() == 0);
      assertThat(rig.nowNanos).as("no time passes").isEqualTo(before);
      rig.multi.limit(limit, 500_000);
      rig.add("/bytes/1000000", TimeLimits.DEFAULT, limit);
      rig.runUntil(() -> rig.multi.running() == 0);
      assertThat(rig.nowNanos - before).isBetween(1_850 * MILLI, 2_060 * MILLI);
    }
  }

  /// A paused transfer keeps nothing from the others; a removed one neither.
  @Test
  void whoStopsGivesItsTurnBack() throws IOException {
    RateLimit limit = new RateLimit(1_000_000);
    try (Rig rig = new Rig()) {
      Transfer paused = rig.add("/bytes/9000000", TimeLimits.DEFAULT, limit);
      Transfer removed = rig.add("/bytes/9000000", TimeLimits.DEFAULT, limit);
      Transfer goesOn = rig.add("/bytes/2000000", TimeLimits.DEFAULT, limit);
      rig.runUntil(
          () ->
              paused.info().state() == TransferState.RATELIMITING
                  && removed.info().state() == TransferState.RATELIMITING);
      long before = rig.nowNanos;
      long left = 2_000_000 - goesOn.info().received();
      rig.multi.pause(paused);
      rig.multi.remove(removed);
      assertThat(limit.sharers()).isLessThanOrEqualTo(1);
      rig.runUntil(() -> rig.results().equals(List.of(TransferErrorCode.OK)));
      assertThat(rig.nowNanos - before).isBetween(left * 880, left * 1_100);
      rig.multi.unpause(paused);
      long held = paused.info().received();
      rig.runUntil(() -> paused.info().received() > held);
    }
  }

  /// A transfer that its own user slows down is not too slow.
  @Test
  void aLimitIsNoLowSpeed() throws IOException {
    TimeLimits patience = TimeLimits.DEFAULT.withLowSpeed(10_000, Duration.ofSeconds(2));
    RateLimit limit = new RateLimit(1_000);
    try (Rig rig = new Rig()) {
      rig.add("/bytes/8000", patience, limit);
      rig.runUntil(() -> rig.multi.running() == 0);
      assertThat(rig.results()).containsExactly(TransferErrorCode.OK);
      assertThat(rig.nowNanos).isGreaterThan(7_000 * MILLI);
    }
  }

  @Test
  void isRefusedInsideOfACallback() throws IOException {
    RateLimit limit = new RateLimit(1_000);
    List<MultiCode> codes = new ArrayList<>();
    try (Rig rig = new Rig()) {
      Transfer transfer =
          new Transfer(
              TransferOptions.get(lab.http("/small").toString()),
              chunk -> {
                codes.add(rig.multi.limit(limit, 5));
                return BodySink.Answer.TAKEN;
              });
      rig.multi.add(transfer);
      rig.runUntil(() -> rig.multi.running() == 0);
    }
    assertThat(codes).isNotEmpty().containsOnly(MultiCode.RECURSIVE_API_CALL);
    assertThat(limit.bytesPerSecond()).isEqualTo(1_000);
  }
}
