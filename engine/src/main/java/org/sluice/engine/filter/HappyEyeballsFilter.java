package org.sluice.engine.filter;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.LocalEnd;
import org.sluice.engine.time.TimerTable;

/// Races connection attempts to the addresses of one name; the first that connects is the socket.
///
/// Families alternate, IPv6 first. The next attempt starts when the one before it failed, or when
/// `delayNanos` have passed since it began. The losers are closed when one has won.
///
/// **Source**: RFC 8305, 4 and 5.
@SuppressWarnings("ReferenceEquality") // an attempt is its own identity
public final class HappyEyeballsFilter implements ConnectionFilter {
  private final Deque<InetSocketAddress> left;
  private final List<SocketFilter> attempts = new ArrayList<>(2);
  private final LocalEnd local;
  private final SocketWatcher watcher;
  private final long delayNanos;
  private long lastStartNanos;
  private @Nullable SocketFilter winner;
  private @Nullable TransferException lastFailure;

  /// @param local our own end of each attempt
  public HappyEyeballsFilter(
      List<InetAddress> addresses,
      int port,
      LocalEnd local,
      SocketWatcher watcher,
      long delayNanos) {
    this.left = alternate(addresses, port);
    this.local = local;
    this.watcher = watcher;
    this.delayNanos = delayNanos;
  }

  /// The socket that won, or null while the race is on.
  public @Nullable SocketFilter winner() {
    return winner;
  }

  /// The attempts under way, or the winner alone.
  public List<SocketFilter> attempts() {
    return List.copyOf(attempts);
  }

  static Deque<InetSocketAddress> alternate(List<InetAddress> addresses, int port) {
    Deque<InetAddress> six = new ArrayDeque<>();
    Deque<InetAddress> four = new ArrayDeque<>();
    for (InetAddress address : addresses) {
      (address instanceof Inet6Address ? six : four).add(address);
    }
    Deque<InetSocketAddress> mixed = new ArrayDeque<>();
    while (!six.isEmpty() || !four.isEmpty()) {
      if (!six.isEmpty()) {
        mixed.add(new InetSocketAddress(six.remove(), port));
      }
      if (!four.isEmpty()) {
        mixed.add(new InetSocketAddress(four.remove(), port));
      }
    }
    return mixed;
  }

  @Override
  public boolean connect(long nowNanos) throws TransferException {
    if (winner != null) {
      return true;
    }
    for (SocketFilter attempt : List.copyOf(attempts)) {
      if (advance(attempt, nowNanos)) {
        return true;
      }
    }
    while (!left.isEmpty() && (attempts.isEmpty() || nextStartNanos() - nowNanos <= 0)) {
      SocketFilter attempt = new SocketFilter(left.remove(), local, watcher);
      attempts.add(attempt);
      lastStartNanos = nowNanos;
      if (advance(attempt, nowNanos)) {
        return true;
      }
    }
    if (attempts.isEmpty()) {
      throw lastFailure != null
          ? lastFailure
          : new TransferException(TransferErrorCode.COULDNT_CONNECT, "There is no address to try");
    }
    return false;
  }

  /// Whether `attempt` has won; a failed one is closed and forgotten.
  private boolean advance(SocketFilter attempt, long nowNanos) {
    try {
      if (!attempt.connect(nowNanos)) {
        return false;
      }
    } catch (TransferException e) {
      lastFailure = e;
      attempts.remove(attempt);
      attempt.close();
      return false;
    }
    winner = attempt;
    left.clear();
    for (SocketFilter loser : List.copyOf(attempts)) {
      if (loser != attempt) {
        attempts.remove(loser);
        loser.close();
      }
    }
    return true;
  }

  @Override
  public long connectDeadlineNanos() {
    return winner != null || left.isEmpty() ? TimerTable.NONE : nextStartNanos();
  }

  private long nextStartNanos() {
    return lastStartNanos + delayNanos;
  }

  @Override
  public int recv(ByteBuffer dst) throws TransferException {
    return socket().recv(dst);
  }

  @Override
  public int send(ByteBuffer src) throws TransferException {
    return socket().send(src);
  }

  @Override
  public boolean mayHaveInput() {
    return socket().mayHaveInput();
  }

  @Override
  public void adjustPollset(Pollset pollset, int wanted) {
    for (SocketFilter attempt : attempts) {
      attempt.adjustPollset(pollset, wanted);
    }
  }

  @Override
  public String describe() {
    return "";
  }

  @Override
  public void close() {
    left.clear();
    for (SocketFilter attempt : List.copyOf(attempts)) {
      attempts.remove(attempt);
      attempt.close();
    }
  }

  private SocketFilter socket() {
    if (winner == null) {
      throw new IllegalStateException("not connected");
    }
    return winner;
  }
}
