package org.sluice.app.tape;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

/// Events and snapshots as an engine could tell them, from a seed.
public final class RandomTape {
  private static final Poll[] WATCHED = {Poll.NONE, Poll.IN, Poll.OUT, Poll.INOUT};

  private final Random random;
  private final TreeMap<Long, SocketView> open = new TreeMap<>();
  private long seq;
  private long nanos = 1_000_000_000L;
  private long serial;

  public RandomTape(long seed) {
    random = new Random(seed);
  }

  public long nanos() {
    return nanos;
  }

  /// The next events: one step of an engine.
  public List<TraceEvent> step() {
    List<TraceEvent> out = new ArrayList<>();
    nanos += random.nextInt(3) == 0 ? 0 : random.nextInt(2_000_000);
    int what = random.nextInt(10);
    if (open.isEmpty() || what == 0) {
      long s = ++serial;
      out.add(new TraceEvent.SocketOpened(seq++, nanos, 1, -1, s, s, false));
      out.add(new TraceEvent.SocketCallback(seq++, nanos, 2, -1, s, s, "OUT", null));
      open.put(s, SocketViews.used(SocketViews.opened(s, nanos), s));
      return out;
    }
    List<Long> serials = List.copyOf(open.keySet());
    long s = serials.get(random.nextInt(serials.size()));
    switch (what) {
      case 1 -> {
        out.add(new TraceEvent.SocketCallback(seq++, nanos, 2, -1, s, s, "REMOVE", null));
        out.add(new TraceEvent.SocketClosing(seq++, nanos, 1, -1, s, false));
        open.remove(s);
      }
      case 2 -> out.add(new TraceEvent.TimerCallback(seq++, nanos, 2, -1, random.nextInt(250) - 1));
      case 3 -> out.add(new TraceEvent.TimerFired(seq++, nanos, 0, -1));
      case 4 ->
          out.add(new TraceEvent.Message(seq++, nanos, 0, -1, s, "CURLE_OK", 0, 200, 1, 1_000));
      default -> {
        out.add(new TraceEvent.Ready(seq++, nanos, 0, -1, s, "IN"));
        long ready = seq - 1;
        out.add(
            new TraceEvent.Call(seq++, nanos, 0, ready, "curl_multi_socket_action", 0, s, "IN"));
        long call = seq - 1;
        if (random.nextBoolean()) {
          String to = WATCHED[random.nextInt(WATCHED.length)].name();
          out.add(new TraceEvent.SocketCallback(seq++, nanos, 2, call, s, s, to, "P" + s));
        }
        out.add(
            new TraceEvent.Return(
                seq++,
                nanos,
                0,
                call,
                "curl_multi_socket_action",
                "CURLM_OK",
                open.size(),
                random.nextInt(16_384)));
      }
    }
    return out;
  }

  /// What the loop would tell now, with numbers that no event carries.
  public LoopSnapshot snapshot(MonitorState known) {
    List<SocketView> views = new ArrayList<>();
    for (SocketView view : known.snapshot().sockets()) {
      views.add(
          new SocketView(
              view.serial(),
              "host-" + view.serial() + ":443",
              "HTTP/1.1",
              view.poll(),
              view.assigned(),
              view.transfers(),
              nanos,
              view.bytesOut() + 1,
              view.openedNanos(),
              view.lastAction(),
              view.lastActionNanos()));
    }
    LoopSnapshot before = known.snapshot();
    return new LoopSnapshot(
        nanos,
        before.transfers(),
        views,
        before.timerArmedNanos(),
        before.timerDeadlineNanos(),
        before.counters(),
        before.actions(),
        before.callbacks(),
        before.completedOk(),
        before.completedFailed());
  }

  /// A list without downloads.
  public static DownloadsSnapshot noDownloads() {
    return new DownloadsSnapshot(
        Instant.EPOCH,
        List.of(),
        List.of(),
        new DownloadsSnapshot.Total(0, 0, 0, 0, 0, 0, 0),
        List.of());
  }
}
