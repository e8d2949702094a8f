package org.sluice.engine.loop;

import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.multi.Multi;
import org.sluice.engine.multi.MultiCode;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.SocketLifecycle;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.time.NanoClock;

/// The collection of sockets that the loop supervises: a key in the Selector for each announced
/// one.
///
/// **Threads**: confined to the loop.
final class WatchedSockets implements SocketLifecycle {
  private final Selector selector;
  private final NanoClock clock;
  private final LoopTrace trace;
  private final Map<SocketChannel, Sock> open = new HashMap<>();
  private final List<Sock> removed = new ArrayList<>();
  private @Nullable Multi multi;

  WatchedSockets(Selector selector, NanoClock clock, LoopTrace trace) {
    this.selector = selector;
    this.clock = clock;
    this.trace = trace;
  }

  void use(Multi made) {
    multi = made;
  }

  @Nullable Sock of(SocketChannel socket) {
    return open.get(socket);
  }

  @Override
  public void opened(SocketChannel socket, boolean inet6) {
    long serial = multi().serial(socket);
    open.put(socket, new Sock(socket, serial, clock.nanoTime()));
    trace.opened(serial, inet6);
  }

  @Override
  public void closing(SocketChannel socket) {
    Sock sock = open.remove(socket);
    if (sock != null) {
      trace.closing(sock.serial, sock.watched);
    }
  }

  /// The engine has said what it wants of a socket; [#watch] or [#remove] does it.
  Sock announced(
      @Nullable Transfer transfer, SocketChannel socket, Poll what, @Nullable Object socketp) {
    Sock sock = socketp instanceof Sock assigned ? assigned : known(socket);
    long id = transfer == null ? 0 : transfer.id();
    trace.socketCallback(id, sock.serial, what.name(), socketp);
    return sock;
  }

  /// IN, OUT, INOUT or NONE: watch it for that from now on; and the first time, assign our data.
  void watch(Sock sock, Poll what, boolean first) {
    SocketChannel socket = sock.channel;
    try {
      int interest = interest(socket, what);
      if (sock.key == null) {
        sock.key = socket.register(selector, interest, sock);
      } else {
        sock.key.interestOps(interest);
      }
      sock.watched = true;
      trace.interest(sock.serial, what.name());
    } catch (ClosedChannelException e) {
      throw new IllegalStateException("a closed socket was announced", e);
    }
    if (first) {
      trace.call("curl_multi_assign", 0, sock.serial, sock.toString());
      MultiCode code = multi().assign(socket, sock);
      trace.returned("curl_multi_assign", code, -1, 0);
    }
    sock.acted("callback", clock.nanoTime());
    trace.callbackEnds();
  }

  /// REMOVE: nothing that happens to it is told any more; its key goes with the next [#forget].
  void remove(Sock sock) {
    sock.watched = false;
    removed.add(sock);
    sock.acted("REMOVE", clock.nanoTime());
    trace.callbackEnds();
  }

  /// Before the next wait: cancels the keys of the sockets that were removed and did not come back.
  void forget() {
    for (Sock sock : removed) {
      if (!sock.watched && sock.key != null) {
        sock.key.cancel();
        sock.key = null;
      }
    }
    removed.clear();
  }

  /// Until it is connected, NIO wants OP_CONNECT for what is OUT everywhere else. OUT may go on
  /// without a word after that, so both are set: NIO tells of the one that fits.
  private static int interest(SocketChannel socket, Poll what) {
    int interest = what.wantsIn() ? SelectionKey.OP_READ : 0;
    if (what.wantsOut()) {
      interest |= SelectionKey.OP_WRITE;
      interest |= socket.isConnectionPending() ? SelectionKey.OP_CONNECT : 0;
    }
    return interest;
  }

  private Sock known(SocketChannel socket) {
    Sock sock = open.get(socket);
    if (sock == null) {
      throw new IllegalStateException("an unknown socket was announced");
    }
    return sock;
  }

  private Multi multi() {
    if (multi == null) {
      throw new IllegalStateException("no multi yet");
    }
    return multi;
  }
}
