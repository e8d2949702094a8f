package org.sluice.app.monitor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.MultiCounters;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.multi.TransferState;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.trace.TraceEvent;

/// An engine that says what the test tells it to say.
final class FakeFeed implements EngineFeed {
  @Nullable String failure;
  final List<TransferView> transfers = new ArrayList<>();
  final List<SocketView> sockets = new ArrayList<>();
  final Queue<TraceEvent> events = new ArrayDeque<>();
  final Map<ItemId, ItemView> items = new TreeMap<>();
  final List<String> notices = new ArrayList<>();
  Proof proof = Proof.NOT_NEEDED;
  Instant now = Instant.parse("2026-11-22T12:00:00Z");
  Instant added = now.minusSeconds(3_600);
  @Nullable Throwable refusal;
  final List<String> commands = new ArrayList<>();
  long nanos = 1_000_000_000L;
  long armedNanos;
  long deadlineNanos = Long.MAX_VALUE;
  long actions;
  long callbacks;
  long ok;
  long failed;
  private long lastTransfer;
  private long sequence;

  @Override
  public LoopSnapshot snapshot() {
    int running =
        (int)
            transfers.stream()
                .filter(view -> view.info().state() != TransferState.COMPLETED)
                .count();
    return new LoopSnapshot(
        nanos,
        List.copyOf(transfers),
        List.copyOf(sockets),
        armedNanos,
        deadlineNanos,
        new MultiCounters(transfers.size(), running, 0, transfers.size() - running, lastTransfer),
        actions,
        callbacks,
        ok,
        failed);
  }

  @Override
  public int drain(int most, Consumer<TraceEvent> consumer) {
    int count = Math.min(most, events.size());
    for (int i = 0; i < count; i++) {
      consumer.accept(events.remove());
    }
    return count;
  }

  @Override
  public DownloadsSnapshot downloads() {
    return new DownloadsSnapshot(
        now,
        List.copyOf(items.values()),
        List.of(),
        new DownloadsSnapshot.Total(0, 0, 0, 0, 0, 0, 0),
        List.copyOf(notices));
  }

  @Override
  public CompletableFuture<ItemId> add(NewDownload download) {
    commands.add("add " + download.url());
    return refusal == null
        ? CompletableFuture.completedFuture(new ItemId(1))
        : CompletableFuture.failedFuture(refusal);
  }

  @Override
  public CompletableFuture<Void> pause(ItemId id) {
    return wish("pause " + id);
  }

  @Override
  public CompletableFuture<Void> resume(ItemId id) {
    return wish("resume " + id);
  }

  @Override
  public CompletableFuture<Void> remove(ItemId id) {
    return wish("remove " + id);
  }

  private CompletableFuture<Void> wish(String command) {
    commands.add(command);
    return refusal == null
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(refusal);
  }

  @Override
  public @Nullable String failure() {
    return failure;
  }

  @Override
  public void close() {
    commands.add("close");
  }

  void callback(long socket, Poll what) {
    events.add(
        new TraceEvent.SocketCallback(sequence++, nanos, 2, -1, socket, socket, what.name(), null));
  }

  void action(long socket) {
    events.add(
        new TraceEvent.Call(sequence++, nanos, 0, -1, "curl_multi_socket_action", 0, socket, "IN"));
  }

  void timer(long millis) {
    events.add(new TraceEvent.TimerCallback(sequence++, nanos, 2, -1, millis));
  }

  void fired() {
    events.add(new TraceEvent.TimerFired(sequence++, nanos, 0, -1));
  }

  /// A transfer of the loop.
  void transfer(long id, TransferState state, long socket) {
    transfers.removeIf(old -> old.id() == id);
    TransferInfo info =
        new TransferInfo(
            state, url(id), 206, null, null, 0, -1, 0, 1, 0, socket, 0, null, null, null);
    transfers.add(new TransferView(id, url(id), info));
    lastTransfer = Math.max(lastTransfer, id);
  }

  /// A download of 1000 bytes that runs over one segment for each of `handles`.
  void running(long id, long received, Long... handles) {
    List<SegmentView> segments = new ArrayList<>();
    for (int n = 0; n < handles.length; n++) {
      Span span = new Span(n * 100L, n * 100L + 100);
      segments.add(new SegmentView(n + 1, span, n * 100L + 25, List.of(handles[n]), 0, "because"));
    }
    put(id, ItemState.RUNNING, StateReason.NONE, "", null, null, received, segments);
  }

  /// A download of 1000 bytes that does not run.
  void standing(long id, ItemState state, StateReason reason, String sentence, long received) {
    put(id, state, reason, sentence, null, null, received, List.of());
  }

  /// One that goes on at a time.
  void waiting(long id, String sentence, Instant until) {
    put(id, ItemState.WAITING, StateReason.RETRY, sentence, until, null, 500, List.of());
  }

  /// One that has failed.
  void failed(long id, TransferErrorCode code, String sentence, long received) {
    put(id, ItemState.FAILED, StateReason.REFUSED, sentence, null, code, received, List.of());
  }

  private void put(
      long id,
      ItemState state,
      StateReason reason,
      String sentence,
      @Nullable Instant until,
      @Nullable TransferErrorCode code,
      long received,
      List<SegmentView> segments) {
    Path target = Path.of("x", "file-" + id + ".iso");
    Path part = Path.of("x", "file-" + id + ".iso.part");
    ItemId item = new ItemId(id);
    items.put(
        item,
        new ItemView(
            item,
            "file-" + id + ".iso",
            url(id),
            new ItemView.Place("main", 0, id, added),
            new ItemView.Standing(state, reason, sentence, until, null, 0, code),
            new ItemView.Amount(1_000, received, received, received, 0, -1, -1, 0, 1),
            new ItemView.FileView(target, part, Spans.EMPTY, null),
            proof,
            segments,
            List.of()));
  }

  SocketView socket(long serial, Poll poll, long bytesIn, Long... users) {
    SocketView view =
        new SocketView(
            serial,
            "127.0.0.1:8080",
            "HTTP/1.1",
            poll,
            "Sock#" + serial,
            List.of(users),
            bytesIn,
            93,
            500_000_000L,
            "IN",
            nanos - 4_000_000L);
    sockets.removeIf(old -> old.serial() == serial);
    sockets.add(view);
    sockets.sort(Comparator.comparingLong(SocketView::serial)); // as the engine tells them
    return view;
  }

  static String url(long id) {
    return "http://127.0.0.1:8080/file-" + id + ".iso";
  }
}
