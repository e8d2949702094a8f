package org.sluice.app.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.app.tape.TraceIntake;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.MultiCounters;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// An engine that only tells: so many events a second about so many sockets, through a real ring.
///
/// **Threads**: its own writes the ring, as the loop does.
final class FloodFeed implements EngineFeed {
  private static final String ACTION = "curl_multi_socket_action";
  private static final Poll[] WATCHED = {Poll.IN, Poll.OUT, Poll.INOUT, Poll.NONE};
  private static final DownloadsSnapshot NOTHING =
      new DownloadsSnapshot(
          Instant.EPOCH,
          List.of(),
          List.of(),
          new DownloadsSnapshot.Total(0, 0, 0, 0, 0, 0, 0),
          List.of());

  private final TraceRing ring = new TraceRing(TraceRing.DEFAULT_CAPACITY);
  private final TraceIntake intake = TraceIntake.start(ring.reader());
  private final int perSecond;
  private final Poll[] polls;
  private final long[] bytes;
  private final long[] acted;
  private final long opened = System.nanoTime();
  private volatile LoopSnapshot latest;
  private volatile boolean asked = true;
  private volatile boolean stopped;
  private long actions;
  private long callbacks;

  FloodFeed(int sockets, int perSecond) {
    this.perSecond = perSecond;
    polls = new Poll[sockets];
    java.util.Arrays.fill(polls, Poll.IN);
    bytes = new long[sockets];
    acted = new long[sockets];
    latest = picture();
  }

  void start() {
    Thread.ofPlatform().daemon().name("flood").start(this::run);
  }

  /// Events told so far.
  long published() {
    return ring.nextSeq();
  }

  /// Events that the window was too slow for.
  long missed() {
    return intake.missed();
  }

  private void run() {
    long begin = System.nanoTime();
    long told = 0;
    for (int i = 0; i < polls.length; i++) {
      long seq = ring.nextSeq();
      ring.publish(new TraceEvent.SocketCallback(seq, now(), 2, -1, i + 1, i + 1, "IN", null));
      if (i % 1000 == 999) {
        LockSupport.parkNanos(20_000_000L);
      }
    }
    while (!stopped) {
      long due = (System.nanoTime() - begin) * perSecond / 1_000_000_000L;
      while (told < due) {
        told += turn();
      }
      if (asked) {
        asked = false;
        latest = picture();
      }
      LockSupport.parkNanos(1_000_000L);
    }
  }

  /// A socket is ready, is acted on, and now and then changes its state.
  private int turn() {
    int at = (int) (actions * 7_919 % polls.length);
    long socket = at + 1;
    long seq = ring.nextSeq();
    long now = now();
    ring.publish(new TraceEvent.Ready(seq, now, 0, -1, socket, "IN"));
    ring.publish(new TraceEvent.Call(seq + 1, now, 0, seq, ACTION, 0, socket, "IN"));
    int told = 3;
    long next = seq + 2;
    if (actions % 23 == 0) {
      polls[at] = WATCHED[(int) (actions / 23 % WATCHED.length)];
      ring.publish(
          new TraceEvent.SocketCallback(
              next++, now, 2, seq + 1, socket, socket, polls[at].name(), "Sock#" + socket));
      callbacks++;
      told++;
    }
    if (actions % 50 == 0) {
      ring.publish(new TraceEvent.TimerCallback(next++, now, 2, seq + 1, 250));
      told++;
    }
    ring.publish(
        new TraceEvent.Return(next, now, 0, seq + 1, ACTION, "CURLM_OK", polls.length, 16_384));
    bytes[at] += 16_384;
    acted[at] = now;
    actions++;
    return told;
  }

  private static long now() {
    return System.nanoTime();
  }

  private LoopSnapshot picture() {
    long now = now();
    List<SocketView> views = new ArrayList<>(polls.length);
    for (int i = 0; i < polls.length; i++) {
      views.add(
          new SocketView(
              i + 1,
              "mirror-" + i % 40 + ".example.org:443",
              "HTTP/1.1 · TLS 1.3",
              polls[i],
              "Sock#" + (i + 1),
              List.of(i + 1L),
              bytes[i],
              900,
              opened,
              "IN",
              acted[i]));
    }
    return new LoopSnapshot(
        now,
        List.of(),
        views,
        now,
        now + 250_000_000L,
        new MultiCounters(polls.length, polls.length, 0, 0, polls.length),
        actions,
        callbacks,
        0,
        0);
  }

  @Override
  public LoopSnapshot snapshot() {
    asked = true;
    return latest;
  }

  @Override
  public DownloadsSnapshot downloads() {
    return NOTHING;
  }

  @Override
  public int drain(int most, Consumer<TraceEvent> consumer) {
    return intake.drain(most, consumer);
  }

  @Override
  public TraceRing.Reader record() {
    return ring.wholeReader();
  }

  @Override
  public CompletableFuture<ItemId> add(NewDownload download) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  @Override
  public CompletableFuture<Void> pause(ItemId id) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> resume(ItemId id) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> remove(ItemId id) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public @Nullable String failure() {
    return null;
  }

  @Override
  public void close() {
    stopped = true;
    intake.close();
  }
}
