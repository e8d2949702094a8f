package org.sluice.app.monitor;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.sluice.engine.download.FileResult;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.MultiCounters;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.multi.TransferState;
import org.sluice.engine.trace.TraceEvent;

/// An engine that says what the test tells it to say.
final class FakeFeed implements EngineFeed {
  final List<TransferView> transfers = new ArrayList<>();
  final List<SocketView> sockets = new ArrayList<>();
  final Queue<TraceEvent> events = new ArrayDeque<>();
  final Map<Long, FileResult> results = new HashMap<>();
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
  public int drain(Consumer<TraceEvent> consumer) {
    int count = events.size();
    while (!events.isEmpty()) {
      consumer.accept(events.remove());
    }
    return count;
  }

  @Override
  public long add(NewDownload download) {
    commands.add("add " + download.url());
    return ++lastTransfer;
  }

  @Override
  public void pause(long transfer) {
    commands.add("pause " + transfer);
  }

  @Override
  public void resume(long transfer) {
    commands.add("resume " + transfer);
  }

  @Override
  public void remove(long transfer) {
    commands.add("remove " + transfer);
  }

  @Override
  public Path fileOf(long transfer) {
    return null;
  }

  @Override
  public FileResult resultOf(long transfer) {
    return results.get(transfer);
  }

  @Override
  public String failure() {
    return null;
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

  void show(long id, TransferState state, long received, long expected, long socket) {
    put(
        id,
        new TransferInfo(state, url(id), 200, null, received, expected, 1, 0, socket, null, null));
  }

  void end(long id, TransferErrorCode result, long received, String error) {
    put(
        id,
        new TransferInfo(
            TransferState.COMPLETED, url(id), 200, null, received, -1, 1, 0, 0, result, error));
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
    return view;
  }

  static String url(long id) {
    return "http://127.0.0.1:8080/file-" + id + ".iso";
  }

  private void put(long id, TransferInfo info) {
    transfers.removeIf(old -> old.id() == id);
    transfers.add(new TransferView(id, url(id), info));
    lastTransfer = Math.max(lastTransfer, id);
  }
}
