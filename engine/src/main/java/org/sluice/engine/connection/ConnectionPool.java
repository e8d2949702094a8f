package org.sluice.engine.connection;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All connections of one multi, those in use and those kept for the next transfer.
///
/// An idle connection is not watched. It is looked at when it is wanted again, and closed when it
/// is dead, older than [#MAX_IDLE_NANOS], or more than the limits allow (oldest first).
///
/// **Threads**: confined to the thread of its multi.
@SuppressWarnings("ReferenceEquality") // a connection is its own identity
public final class ConnectionPool {
  /// As curl's `CURLOPT_MAXAGE_CONN`.
  public static final long MAX_IDLE_NANOS = 118_000_000_000L;

  /// What became of a wish for a connection.
  public sealed interface Acquired {
    record Ready(Connection connection) implements Acquired {}

    /// Another connection to this host is one too many.
    record HostFull() implements Acquired {}

    /// Another connection at all is one too many.
    record AllFull() implements Acquired {}
  }

  private final Supplier<PoolLimits> limits;
  private final WaitingLine<?> line;
  private final Consumer<String> onFreed;
  private final ByteBuffer scratch = ByteBuffer.allocate(64);
  private final Map<String, Deque<Connection>> idleByHost = new HashMap<>();
  private final Map<String, Integer> openPerHost = new HashMap<>();
  private @Nullable Connection oldestIdle;
  private @Nullable Connection newestIdle;
  private int idleCount;
  private int openCount;

  /// @param onFreed told the host of each connection that becomes idle or is closed after use
  public ConnectionPool(
      Supplier<PoolLimits> limits, WaitingLine<?> line, Consumer<String> onFreed) {
    this.limits = limits;
    this.line = line;
    this.onFreed = onFreed;
  }

  public int openCount() {
    return openCount;
  }

  public int idleCount() {
    return idleCount;
  }

  /// Takes the idle connection of `origin` used last, or a new one if the limits allow.
  ///
  /// @param fresh take no idle one
  /// @param woken it is this one's turn; others go behind those that wait already
  public Acquired acquire(Origin origin, boolean fresh, boolean woken, long nowNanos) {
    if (!woken && line.hostWaits(origin.hostKey())) {
      return new Acquired.HostFull();
    }
    if (!woken && line.anyWaits()) {
      return new Acquired.AllFull();
    }
    if (!fresh) {
      Connection known = takeAlive(origin, nowNanos);
      if (known != null) {
        known.markReused();
        return new Acquired.Ready(known);
      }
    }
    PoolLimits now = limits.get();
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
    return new Acquired.Ready(new Connection(origin));
  }

  /// Whether there is a slot for `host` that nobody has been called for.
  public boolean hasRoom(String host) {
    PoolLimits now = limits.get();
    int spoken = line.called(host);
    Deque<Connection> kept = idleByHost.get(host);
    int inUse = openPerHost.getOrDefault(host, 0) - (kept == null ? 0 : kept.size());
    return (now.perHost() == 0 || inUse + spoken < now.perHost())
        && (now.total() == 0 || openCount - idleCount + spoken < now.total());
  }

  /// Keeps `connection` for the next transfer, within the limit of idle ones.
  public void release(Connection connection, long nowNanos) {
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

  private @Nullable Connection takeAlive(Origin origin, long nowNanos) {
    for (Connection last = newestIdleOf(origin); last != null; last = newestIdleOf(origin)) {
      unlink(last);
      if (nowNanos - last.idleSinceNanos <= MAX_IDLE_NANOS && last.isAlive(scratch.clear())) {
        return last;
      }
      discard(last);
    }
    return null;
  }

  private @Nullable Connection newestIdleOf(Origin origin) {
    Deque<Connection> kept = idleByHost.get(origin.hostKey());
    if (kept != null) {
      for (Iterator<Connection> newest = kept.descendingIterator(); newest.hasNext(); ) {
        Connection c = newest.next();
        if (c.origin().equals(origin)) {
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
