package org.sluice.engine.download;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskAnswer;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.DiskWriter;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.request.RateLimit;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.resume.RangeRequest;
import org.sluice.engine.retry.RetryPolicy;
import org.sluice.engine.time.NanoClock;

/// What all downloads of one core work with.
///
/// **Threads**: confined to the loop.
final class Site {
  final SelectorLoop loop;
  final NanoClock clock;
  final DiskWriter disk;
  final JournalDesk journal;
  final HostDesk hosts;
  final DownloadsOptions options;
  final TransferMaker maker;
  final ProxyDesk proxies;

  /// What all transfers share.
  final RateLimit limit;

  final QueueDesk queues;
  final RoomCheck room;
  final LeftOvers leftOvers;
  RetryPolicy policy;
  private long freshUntilNanos;
  private boolean fresh;
  private final Map<Transfer, Consumer<TransferErrorCode>> running = new HashMap<>();

  Site(
      SelectorLoop loop,
      DiskWriter disk,
      JournalDesk journal,
      HostDesk hosts,
      QueueDesk queues,
      DownloadsOptions options) {
    this.loop = loop;
    this.disk = disk;
    this.journal = journal;
    this.hosts = hosts;
    this.queues = queues;
    room = new RoomCheck(disk, loop::post);
    leftOvers = new LeftOvers(disk, loop::post);
    limit = new RateLimit(options.limits().bytesPerSecond());
    this.options = options;
    policy = policy(options.network());
    clock = loop.clock();
    proxies = new ProxyDesk(loop);
    proxies.selector(options.network().selector());
    maker = new TransferMaker(options.network(), proxies);
  }

  private static RetryPolicy policy(DownloadsOptions.Network network) {
    return new RetryPolicy(network.tries(), RetryPolicy.DEFAULT_FIRST, RetryPolicy.DEFAULT_LONGEST);
  }

  /// For all transfers that start from now on.
  void network(DownloadsOptions.Network value) {
    maker.network(value);
    proxies.selector(value.selector());
    policy = policy(value);
  }

  /// Until then no connection is used again: those of before may be dead without a word.
  void freshUntil(long nanos) {
    freshUntilNanos = nanos;
    fresh = true;
  }

  boolean wantsFresh() {
    fresh = fresh && freshUntilNanos - clock.nanoTime() > 0;
    return fresh;
  }

  /// Adds a transfer; `then` is told how it ended, unless it is cancelled before.
  void start(Transfer transfer, Consumer<TransferErrorCode> then) {
    running.put(transfer, then);
    loop.add(transfer);
  }

  void cancel(Transfer transfer) {
    if (running.remove(transfer) != null) {
      loop.remove(transfer);
    }
  }

  /// What the loop tells of completions.
  void message(TransferMessage message) {
    Consumer<TransferErrorCode> then = running.remove(message.transfer());
    loop.remove(message.transfer());
    if (then != null) {
      then.accept(message.result());
    }
  }

  /// What a transfer of `item` is made of that asks for `sent` where `know` has the file.
  TransferOptions transfer(Item item, Knowledge know, RangeRequest sent) {
    return maker
        .of(item.request(), know, sent)
        .rateLimits(limits(item))
        .freshConnect(wantsFresh())
        .build();
  }

  /// The speeds that the transfers of an item share, from its own to that of all.
  private List<RateLimit> limits(Item item) {
    ZonedDateTime now = ZonedDateTime.now(options.clock());
    return List.of(item.limit(), queues.limit(item.request().queue(), now), limit);
  }

  /// Whether a limit of the user sets the speed of `item`.
  boolean isLimited(Item item) {
    return !item.limit().isNone() || !limit.isNone() || queues.limitNow(item.request().queue()) > 0;
  }

  /// Asks the disk, and fails with what it says if it refuses.
  <T> CompletableFuture<Void> answer(Consumer<Consumer<DiskAnswer<T>>> question) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    question.accept(
        given -> {
          switch (given) {
            case DiskAnswer.Done<T> _ -> answer.complete(null);
            case DiskAnswer.Failed<T>(DiskFailure failure) ->
                answer.completeExceptionally(new IOException(failure.sentence(), failure.cause()));
          }
        });
    return answer;
  }

  static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  /// Gives a result on.
  static <T extends @Nullable Object> void pass(
      CompletableFuture<T> to, T value, @Nullable Throwable problem) {
    if (problem == null) {
      to.complete(value);
    } else {
      to.completeExceptionally(problem);
    }
  }

  int transfers() {
    return running.size();
  }
}
