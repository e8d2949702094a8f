package org.sluice.engine.connection;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;

/// All connections of one multi, those in use and those kept for the next transfer.
///
/// An idle connection is not watched. It is looked at when it is wanted again, and closed when it
/// is dead, older than [#MAX_IDLE_NANOS], or more than the limits allow (oldest first).
///
/// **Threads**: confined to the thread of its multi.
@SuppressWarnings("ReferenceEquality") // a connection is its own identity
public final class ConnectionPool {
  /// Servers remembered as not speaking HTTP/2, so that nobody waits to learn it again.
  public static final int MOST_REMEMBERED = 1_000;

  /// As curl's `CURLOPT_MAXAGE_CONN`.
  public static final long MAX_IDLE_NANOS = 118_000_000_000L;

  /// What became of a wish for a connection.
  public sealed interface Acquired {
    record Ready(Connection connection) implements Acquired {}

    /// This one is being opened and may take several transfers: wait for it.
    record Await(Connection connection) implements Acquired {}

    /// Another connection to this host is one too many.
    record HostFull() implements Acquired {}

    /// Another connection at all is one too many.
    record AllFull() implements Acquired {}
  }

  private final Supplier<PoolLimits> limits;
  private final WaitingLine<?> line;
  private final Consumer<String> onFreed;
  private final Consumer<String> onStreamFreed;
  private final ByteBuffer scratch = ByteBuffer.allocate(64);
  private final Map<String, Deque<Connection>> idleByHost = new HashMap<>();
  private final Map<String, Integer> openPerHost = new HashMap<>();
  private final Map<String, List<Connection>> sharedByHost = new HashMap<>();
  private final Set<Origin> onlyHttp1 = new LinkedHashSet<>();
  private @Nullable Connection oldestIdle;
  private @Nullable Connection newestIdle;
  private int idleCount;
  private int openCount;

  /// @param onFreed told the host of each connection that becomes idle or is closed after use
  /// @param onStreamFreed told the host of each one in use that takes another transfer now
  public ConnectionPool(
      Supplier<PoolLimits> limits,
      WaitingLine<?> line,
      Consumer<String> onFreed,
      Consumer<String> onStreamFreed) {
    this.limits = limits;
    this.line = line;
    this.onFreed = onFreed;
    this.onStreamFreed = onStreamFreed;
  }

  public int openCount() {
    return openCount;
  }

  public int idleCount() {
    return idleCount;
  }

  /// Takes a connection that has room for another transfer, or the idle one used last, or a new one
  /// if the limits allow.
  ///
  /// @param woken it is this one's turn; others go behind those that wait already
  public Acquired acquire(Wish wish, boolean woken, long nowNanos) {
    Origin origin = wish.origin();
    if (!woken && line.hostWaits(origin.hostKey())) {
      return new Acquired.HostFull();
    }
    if (!woken && line.anyWaits()) {
      return new Acquired.AllFull();
    }
    PoolLimits now = limits.get();
    if (!wish.fresh()) {
      Connection known = takeShared(wish, now.streams());
      if (known == null) {
        known = takeAlive(wish, nowNanos);
      }
      if (known != null) {
        known.markReused();
        return use(known);
      }
      Connection opening = opening(wish);
      if (opening != null) {
        return new Acquired.Await(opening);
      }
    }
    String host = origin.hostKey();
    if (now.perHost() > 0
        && openPerHost.getOrDefault(host, 0) >= now.perHost()
        && !closeIdleOfHost(host)) {
      return new Acquired.HostFull();
    }
    if (now.total() > 0 && openCount >= now.total() && !closeOldestIdle()) {
      return new Acquired.AllFull();
    }
    openCount++;
    openPerHost.merge(host, 1, Integer::sum);
    Connection made = new Connection(wish);
    if (made.isOpening()) {
      share(made);
    }
    return use(made);
  }

  private static Acquired use(Connection connection) {
    connection.users++;
    return new Acquired.Ready(connection);
  }

  private @Nullable Connection takeShared(Wish wish, int streams) {
    for (Connection c : shared(wish.origin().hostKey())) {
      if (c.freeStreams(streams) > 0 && wish.takes(c)) {
        return c;
      }
    }
    return null;
  }

  private @Nullable Connection opening(Wish wish) {
    if (!wish.pipeWait() || !wish.mayGetHttp2() || onlyHttp1.contains(wish.origin())) {
      return null;
    }
    for (Connection c : shared(wish.origin().hostKey())) {
      if (c.isOpening() && c.origin().equals(wish.origin())) {
        return c;
      }
    }
    return null;
  }

  private List<Connection> shared(String host) {
    return sharedByHost.getOrDefault(host, List.of());
  }

  private void share(Connection connection) {
    sharedByHost
        .computeIfAbsent(connection.origin().hostKey(), h -> new ArrayList<>(1))
        .add(connection);
  }

  private void shareNoMore(Connection connection) {
    sharedByHost.computeIfPresent(
        connection.origin().hostKey(),
        (host, all) -> {
          all.remove(connection);
          return all.isEmpty() ? null : all;
        });
    connection.callWaiters();
  }

  /// Goes on connecting.
  ///
  /// @return whether it is connected
  public boolean connect(Connection connection, long nowNanos) throws TransferException {
    if (!connection.connect(nowNanos, limits.get().http2(), () -> roomIn(connection))) {
      return false;
    }
    if (connection.http2() == null) {
      if (sharedByHost.containsKey(connection.origin().hostKey())) {
        shareNoMore(connection);
      }
      if (connection.origin().secure()) {
        remember(connection.origin());
      }
    } else {
      onlyHttp1.remove(connection.origin());
    }
    return true;
  }

  private void remember(Origin origin) {
    onlyHttp1.add(origin);
    if (onlyHttp1.size() > MOST_REMEMBERED) {
      onlyHttp1.remove(onlyHttp1.iterator().next());
    }
  }

  /// The server has said how many streams it takes.
  private void roomIn(Connection connection) {
    connection.callWaiters();
    onStreamFreed.accept(connection.origin().hostKey());
  }

  /// Whether there is a slot for `host` that nobody has been called for.
  public boolean hasRoom(String host) {
    PoolLimits now = limits.get();
    int spoken = line.called(host);
    Deque<Connection> kept = idleByHost.get(host);
    int inUse = openPerHost.getOrDefault(host, 0) - (kept == null ? 0 : kept.size());
    if ((now.perHost() == 0 || inUse + spoken < now.perHost())
        && (now.total() == 0 || openCount - idleCount + spoken < now.total())) {
      return true;
    }
    int streams = 0;
    for (Connection c : shared(host)) {
      streams += c.freeStreams(now.streams());
    }
    return streams > spoken;
  }

  /// A transfer is done with `connection`, which speaks HTTP/2.
  ///
  /// @param who as [Http2Link#waitsForOutput] knows it
  /// @param keep whether others may use it after those that do now
  public void leave(Connection connection, Runnable who, boolean keep, long nowNanos) {
    Http2Link link = connection.http2();
    if (link == null || connection.isClosed()) {
      return;
    }
    link.left(who);
    connection.users--;
    if (!keep) {
      link.session().retire();
    }
    if (link.session().failure() != null) {
      close(connection);
    } else if (connection.users > 0) {
      onStreamFreed.accept(connection.origin().hostKey());
    } else if (link.session().takesMore()) {
      shareNoMore(connection);
      release(connection, nowNanos);
    } else {
      close(connection);
    }
  }

  /// Keeps `connection` for the next transfer, within the limit of idle ones.
  public void release(Connection connection, long nowNanos) {
    connection.users = 0;
    connection.idle = true;
    connection.idleSinceNanos = nowNanos;
    idleByHost
        .computeIfAbsent(connection.origin().hostKey(), h -> new ArrayDeque<>(2))
        .addLast(connection);
    connection.olderIdle = newestIdle;
    if (newestIdle == null) {
      oldestIdle = connection;
    } else {
      newestIdle.newerIdle = connection;
    }
    newestIdle = connection;
    idleCount++;
    while (oldestIdle != null && nowNanos - oldestIdle.idleSinceNanos > MAX_IDLE_NANOS) {
      closeOldestIdle();
    }
    while (idleCount > limits.get().idle()) {
      closeOldestIdle();
    }
    onFreed.accept(connection.origin().hostKey());
  }

  /// Closes `connection`, which is in use.
  public void close(Connection connection) {
    shareNoMore(connection);
    discard(connection);
    onFreed.accept(connection.origin().hostKey());
  }

  private void discard(Connection connection) {
    openCount--;
    openPerHost.computeIfPresent(connection.origin().hostKey(), (h, n) -> n == 1 ? null : n - 1);
    connection.close();
  }

  /// Closes every idle connection.
  public void closeIdle() {
    while (closeOldestIdle()) {
      // the next one
    }
  }

  private @Nullable Connection takeAlive(Wish wish, long nowNanos) {
    for (Connection last = newestIdleFor(wish); last != null; last = newestIdleFor(wish)) {
      unlink(last);
      if (nowNanos - last.idleSinceNanos <= MAX_IDLE_NANOS
          && last.isAlive(scratch.clear(), nowNanos)) {
        if (last.http2() != null) {
          share(last);
        }
        return last;
      }
      discard(last);
    }
    return null;
  }

  private @Nullable Connection newestIdleFor(Wish wish) {
    Deque<Connection> kept = idleByHost.get(wish.origin().hostKey());
    if (kept != null) {
      for (Iterator<Connection> newest = kept.descendingIterator(); newest.hasNext(); ) {
        Connection c = newest.next();
        if (wish.takes(c)) {
          return c;
        }
      }
    }
    return null;
  }

  private boolean closeOldestIdle() {
    Connection oldest = oldestIdle;
    if (oldest == null) {
      return false;
    }
    unlink(oldest);
    discard(oldest);
    return true;
  }

  private boolean closeIdleOfHost(String host) {
    Deque<Connection> kept = idleByHost.get(host);
    if (kept == null) {
      return false;
    }
    Connection oldest = kept.getFirst();
    unlink(oldest);
    discard(oldest);
    return true;
  }

  private void unlink(Connection c) {
    String host = c.origin().hostKey();
    Deque<Connection> kept = idleByHost.get(host);
    if (kept != null) {
      // Taken are the newest, evicted the oldest: either end first.
      if (kept.peekLast() == c) {
        kept.removeLast();
      } else {
        kept.removeFirstOccurrence(c);
      }
      if (kept.isEmpty()) {
        idleByHost.remove(host);
      }
    }
    if (c.olderIdle == null) {
      oldestIdle = c.newerIdle;
    } else {
      c.olderIdle.newerIdle = c.newerIdle;
    }
    if (c.newerIdle == null) {
      newestIdle = c.olderIdle;
    } else {
      c.newerIdle.olderIdle = c.olderIdle;
    }
    c.olderIdle = null;
    c.newerIdle = null;
    c.idle = false;
    idleCount--;
  }
}
