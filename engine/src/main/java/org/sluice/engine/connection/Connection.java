package org.sluice.engine.connection;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.buffer.SharedBuffers;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.filter.ConnectFilter;
import org.sluice.engine.filter.ConnectionFilter;
import org.sluice.engine.filter.HappyEyeballsFilter;
import org.sluice.engine.filter.Pollset;
import org.sluice.engine.filter.SocketFilter;
import org.sluice.engine.filter.SocketWatcher;
import org.sluice.engine.filter.SocksFilter;
import org.sluice.engine.filter.TlsContexts;
import org.sluice.engine.filter.TlsFilter;
import org.sluice.engine.request.HeadSink;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.time.TimerTable;

/// A connection to one origin: its chain of filters, and its place in the pool.
///
/// **Threads**: confined to the thread of its multi.
public final class Connection {
  private final Origin origin;
  private @Nullable HappyEyeballsFilter race;
  private @Nullable ConnectionFilter top;
  private boolean connected;
  private boolean reused;
  long idleSinceNanos;
  @Nullable Connection olderIdle;
  @Nullable Connection newerIdle;
  boolean idle;

  Connection(Origin origin) {
    this.origin = origin;
  }

  public Origin origin() {
    return origin;
  }

  /// Whether a transfer before this one has used it.
  public boolean reused() {
    return reused;
  }

  void markReused() {
    reused = true;
  }

  public boolean connected() {
    return connected;
  }

  /// Builds the chain for the addresses that were found.
  ///
  /// @param heads told of what is said to a proxy that opens a tunnel
  public void open(
      Addresses addresses,
      SocketWatcher watcher,
      TlsContexts contexts,
      SharedBuffers buffers,
      long happyEyeballsNanos,
      HeadSink heads)
      throws TransferException {
    ConnectFilter.Opener sockets =
        () -> {
          HappyEyeballsFilter racing =
              new HappyEyeballsFilter(
                  addresses.near(),
                  origin.nearPort(),
                  origin.reach().local(),
                  watcher,
                  happyEyeballsNanos);
          race = racing;
          return racing;
        };
    ConnectionFilter way = way(sockets, contexts, buffers, addresses, heads);
    top =
        origin.secure()
            ? new TlsFilter(
                way, contexts.of(origin.tls()), origin.host(), origin.port(), buffers::records)
            : way;
  }

  /// What leads to the server: the sockets, and a proxy's part on top of them.
  private ConnectionFilter way(
      ConnectFilter.Opener sockets,
      TlsContexts contexts,
      SharedBuffers buffers,
      Addresses addresses,
      HeadSink heads)
      throws TransferException {
    return switch (origin.via()) {
      case Via.Direct() -> sockets.open();
      case Via.Forward(ProxyServer proxy) -> toProxy(sockets, proxy, contexts, buffers, addresses);
      case Via.Tunnel(ProxyServer proxy) ->
          new ConnectFilter(
              () -> toProxy(sockets, proxy, contexts, buffers, addresses),
              proxy,
              heads,
              origin.reach().host(),
              origin.reach().port());
      case Via.Socks(ProxyServer proxy) ->
          new SocksFilter(
              sockets.open(), proxy, origin.reach().host(), origin.reach().port(), addresses.far());
    };
  }

  private static ConnectionFilter toProxy(
      ConnectFilter.Opener sockets,
      ProxyServer proxy,
      TlsContexts contexts,
      SharedBuffers buffers,
      Addresses addresses)
      throws TransferException {
    ProxyServer socks = proxy.through();
    ConnectionFilter way =
        socks == null
            ? sockets.open()
            : new SocksFilter(sockets.open(), socks, proxy.host(), proxy.port(), addresses.far());
    return proxy.kind() == ProxyKind.HTTPS
        ? new TlsFilter(
            way, contexts.of(proxy.tls()), proxy.host(), proxy.port(), buffers::outerRecords)
        : way;
  }

  public boolean connect(long nowNanos) throws TransferException {
    connected = filters().connect(nowNanos);
    return connected;
  }

  public long connectDeadlineNanos() {
    return top == null ? TimerTable.NONE : top.connectDeadlineNanos();
  }

  /// Whether the TCP part of connecting is over, so that what goes on is TLS.
  public boolean socketConnected() {
    return race != null && race.winner() != null;
  }

  public int recv(ByteBuffer dst) throws TransferException {
    return filters().recv(dst);
  }

  public int send(ByteBuffer src) throws TransferException {
    return filters().send(src);
  }

  public boolean mayHaveInput() {
    return filters().mayHaveInput();
  }

  public void adjustPollset(Pollset pollset, int wanted) {
    if (top != null) {
      top.adjustPollset(pollset, wanted);
    }
  }

  /// A cheap look at an idle connection: whatever can be read, even the end, makes it useless.
  boolean isAlive(ByteBuffer scratch) {
    try {
      return filters().recv(scratch) == 0;
    } catch (TransferException e) {
      // A connection that fails while nobody uses it is simply not taken again.
      return false;
    }
  }

  void close() {
    if (top != null) {
      top.close();
    }
    top = null;
    race = null;
  }

  /// The channel of the socket that carries it, or null while there is none.
  public @Nullable SocketChannel channel() {
    SocketFilter socket = socket();
    return socket == null ? null : socket.channel();
  }

  /// The filters of all its sockets: several while it races.
  public List<SocketFilter> sockets() {
    return race == null ? List.of() : race.attempts();
  }

  private @Nullable SocketFilter socket() {
    return race == null ? null : race.winner();
  }

  /// Words for people, for example `HTTP/1.1 · TLS 1.3`.
  public String describe() {
    if (!socketConnected()) {
      return "connecting…";
    }
    String tls = filters().describe();
    if (!connected) {
      return tls;
    }
    String via = origin.via().describe();
    return "HTTP/1.1" + (tls.isEmpty() ? "" : " · " + tls) + (via.isEmpty() ? "" : " · " + via);
  }

  private ConnectionFilter filters() {
    if (top == null) {
      throw new IllegalStateException("the connection to " + origin.hostKey() + " is not open");
    }
    return top;
  }
}
