package org.sluice.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.lab.LabOptions;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.Multi;
import org.sluice.engine.multi.MultiCounters;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TransferOptions;

/// Ten thousand downloads of all kinds leave nothing behind: no socket, key, buffer or thread.
class LeakTest {
  private static final int DOWNLOADS = 10_000;
  private static final int AT_ONCE = 48;

  /// What one direct buffer of a system thread may add: nothing of ours is as small.
  private static final long SLACK_BYTES = 256 * 1024;

  private final Map<TransferErrorCode, AtomicInteger> results = new ConcurrentHashMap<>();

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void nothingIsLeft(IdlePoll idle) throws Exception {
    int downloads = idle == IdlePoll.NONE ? DOWNLOADS : DOWNLOADS / 5;
    LoopOptions options = LoopOptions.DEFAULT.withIdlePoll(idle).withLimits(16, 40, 8);
    LabServer lab = LabServer.start(LabOptions.defaults().withLogLimit(0));
    SelectorLoop loop = SelectorLoop.start(options);
    try {
      TlsOptions tls = TlsOptions.trusting(lab.trustingContext());
      download(loop, lab, tls, downloads / 2);
      long directBefore = settledDirectBytes();
      download(loop, lab, tls, downloads / 2);
      long directAfter = settledDirectBytes();
      assertThat(directAfter - directBefore).as("direct memory").isLessThan(SLACK_BYTES);
      assertThat(loop.failure()).isNull();

      Multi multi = field(loop, "multi", Multi.class);
      Selector selector = field(loop, "selector", Selector.class);
      MultiCounters counters = onLoop(loop, multi::counters);
      assertThat(counters).isEqualTo(new MultiCounters(0, 0, 0, 0, downloads));
      assertThat(onLoop(loop, multi::handles)).isEmpty();
      assertThat(onLoop(loop, multi::timeout)).as("timers").isEqualTo(-1);
      assertThat(onLoop(loop, multi::sockets)).as("pooled only").hasSizeLessThanOrEqualTo(8);
      await(() -> onLoop(loop, () -> selector.keys().isEmpty()));
      loop.close();
      assertThat(multi.sockets()).isEmpty();
      assertThat(selector.isOpen()).isFalse();
      await(() -> lab.openConnections() == 0);
    } finally {
      loop.close();
      lab.close();
    }
    await(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(LeakTest::ofLoop));
    Map<TransferErrorCode, Integer> counts = new TreeMap<>();
    results.forEach((code, count) -> counts.put(code, count.get()));
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(downloads);
    int share = downloads / 10;
    assertThat(counts)
        .containsEntry(TransferErrorCode.COULDNT_CONNECT, share)
        .containsEntry(TransferErrorCode.GOT_NOTHING, share)
        .containsEntry(TransferErrorCode.PARTIAL_FILE, share)
        .containsEntry(TransferErrorCode.OK, 7 * share);
  }

  /// Ten kinds in turn; each that ends makes room for the next.
  private static TransferOptions options(LabServer lab, TlsOptions tls, int number) {
    boolean secure = number / 10 % 2 == 0;
    return switch (number % 10) {
      case 0 -> TransferOptions.get(lab.refused().toString());
      case 1 -> TransferOptions.get(lab.http("/close-early").toString());
      case 2 -> TransferOptions.get(lab.http("/close-mid").toString());
      case 3 ->
          TransferOptions.builder(url(lab, secure, "/small")).tls(tls).forbidReuse(true).build();
      case 4 -> TransferOptions.builder(url(lab, secure, "/redir")).tls(tls).build();
      case 5 -> TransferOptions.builder(url(lab, secure, "/bytes/5k")).tls(tls).build();
      default -> TransferOptions.builder(url(lab, secure, "/small")).tls(tls).build();
    };
  }

  private static String url(LabServer lab, boolean secure, String path) {
    return (secure ? lab.https(path) : lab.http(path)).toString();
  }

  private void download(SelectorLoop loop, LabServer lab, TlsOptions tls, int count)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(count);
    Runnable addOne =
        () -> {
          int number = next.getAndIncrement();
          if (number < count) {
            loop.add(new Transfer(options(lab, tls, number), BodySink.DISCARD));
          }
        };
    loop.onMessage(
        message -> {
          results.computeIfAbsent(message.result(), code -> new AtomicInteger()).incrementAndGet();
          loop.remove(message.transfer());
          addOne.run();
          done.countDown();
        });
    for (int i = 0; i < AT_ONCE; i++) {
      addOne.run();
    }
    while (!done.await(100, TimeUnit.MILLISECONDS)) {
      assertThat(loop.failure()).isNull();
    }
  }

  private static boolean ofLoop(Thread thread) {
    return thread.getName().startsWith("sluice-loop") || thread.getName().startsWith("sluice-dns");
  }

  private static long settledDirectBytes() {
    System.gc();
    for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      if (pool.getName().equals("direct")) {
        return pool.getMemoryUsed();
      }
    }
    throw new AssertionError("no pool of direct buffers");
  }

  static <T> T onLoop(SelectorLoop loop, Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    loop.post(() -> answer.complete(question.get()));
    return answer.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static <T> T field(SelectorLoop loop, String name, Class<T> type)
      throws ReflectiveOperationException {
    var field = SelectorLoop.class.getDeclaredField(name);
    field.setAccessible(true);
    return type.cast(field.get(loop));
  }

  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as("it did not happen in 20 s").isNegative();
      Thread.yield();
    }
  }
}
