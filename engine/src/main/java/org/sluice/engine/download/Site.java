package org.sluice.engine.download;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sluice.engine.disk.DiskWriter;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.request.RateLimit;
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

  /// What all transfers share.
  final RateLimit limit;

  final QueueDesk queues;
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
    limit = new RateLimit(options.limits().bytesPerSecond());
    this.options = options;
    clock = loop.clock();
    maker = new TransferMaker(options.network());
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

  /// The speeds that the transfers of an item share, from its own to that of all.
  List<RateLimit> limits(Item item) {
    ZonedDateTime now = ZonedDateTime.now(options.clock());
    return List.of(item.limit(), queues.limit(item.request().queue(), now), limit);
  }

  int transfers() {
    return running.size();
  }
}
