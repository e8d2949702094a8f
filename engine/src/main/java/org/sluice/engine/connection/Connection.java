package org.sluice.engine.connection;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import org.sluice.engine.http2.Http2Session;
import org.sluice.engine.request.HeadSink;
import org.sluice.engine.request.Http2Limits;
import org.sluice.engine.request.HttpVersionChoice;
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
  private final HttpVersionChoice http;
  private final boolean mayGetHttp2;
  private final Set<Runnable> waiters = new LinkedHashSet<>();
  private @Nullable TlsFilter tls;
  private @Nullable Http2Link http2;
  private boolean connected;
  private boolean reused;
  private boolean http10;
  private boolean closed;

  /// Transfers that use it now; more than one only with HTTP/2.
  int users;

  long idleSinceNanos;
  @Nullable Connection olderIdle;
  @Nullable Connection newerIdle;
  boolean idle;

  Connection(Wish wish) {
    origin = wish.origin();
    http = wish.http();
    mayGetHttp2 = wish.mayGetHttp2();
  }

  /// What it is with HTTP/2; null for HTTP/1, and before it is connected.
  public @Nullable Http2Link http2() {
    return http2;
  }

  /// Whether it is not known yet how many transfers it takes.
  boolean isOpening() {
    return mayGetHttp2 && !closed && (http2 == null ? !connected : !http2.session().isSettled());
  }

  /// Has `who` called when it is known how many transfers it takes, or that there will be none.
  public void await(Runnable who) {
    waiters.add(who);
  }

  public void awaitNoMore(Runnable who) {
    waiters.remove(who);
  }

  void callWaiters() {
    List<Runnable> all = List.copyOf(waiters);
    waiters.clear();
    all.forEach(Runnable::run);
  }

  /// How many more transfers it takes now.
  ///
  /// @param ours how many there may be at once by our own options
  int freeStreams(int ours) {
    if (http2 == null || !http2.session().takesMore() || !http2.session().isSettled()) {
      return 0;
    }
    return Math.max(0, Math.min(ours, http2.session().streamsMost()) - users);
  }

  boolean isClosed() {
    return closed;
  }

  public Origin origin() {
    return origin;
  }

  /// Whether a transfer before this one has used it.
  public boolean reused() {
    return reused;
  }

  /// Whether the server has answered in HTTP/1.0, and knows nothing of what came later.
  public boolean isHttp10() {
    return http10;
  }

  public void sawHttp10() {
    http10 = true;
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
    if (!origin.secure()) {
      top = way;
      return;
    }
    TlsFilter secure =
        new TlsFilter(
            way, contexts.of(origin.tls()), origin.host(), origin.port(), buffers::records);
    secure.offer(protocols());
    tls = secure;
    top = secure;
  }

  /// What is offered in the TLS handshake. HTTP/1.0 has a name there, but few know it.
  private List<String> protocols() {
    return switch (http) {
      case HTTP_1_0 -> List.of();
      case HTTP_1_1 -> List.of("http/1.1");
      case HTTP_2, HTTP_2_PRIOR_KNOWLEDGE -> List.of("h2", "http/1.1");
    };
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

  /// @param limits for the case that it speaks HTTP/2
  /// @param onRoom called when it takes more transfers than before
  boolean connect(long nowNanos, Http2Limits limits, Runnable onRoom) throws TransferException {
    ConnectionFilter filters = filters();
    connected = filters.connect(nowNanos);
    if (connected && mayGetHttp2 && (tls == null || tls.chosenProtocol().equals("h2"))) {
      http2 = new Http2Link(filters, new Http2Session(limits, onRoom), nowNanos);
    }
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

  /// The same of a user that shares it with others: what the filters want is the wish of one of
  /// them ([Http2Link#waitsForOutput]).
  public void adjustSharedPollset(Pollset pollset, int wanted) {
    SocketFilter socket = socket();
    if (socket != null) {
      socket.adjustPollset(pollset, wanted);
    }
  }

  /// A cheap look at an idle connection: whatever can be read, even the end, makes it useless.
  ///
  /// With HTTP/2 the server may have said something that is no end, a PING for example.
  boolean isAlive(ByteBuffer scratch, long nowNanos) {
    if (http2 != null) {
      http2.pump(scratch::clear, nowNanos);
      return http2.session().takesMore();
    }
    try {
      return filters().recv(scratch) == 0;
    } catch (TransferException e) {
      // A connection that fails while nobody uses it is simply not taken again.
      return false;
    }
  }

  void close() {
    closed = true;
    if (http2 != null) {
      http2.session().close();
      http2.flush();
    }
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
    return (http2 == null ? "HTTP/1.1" : "HTTP/2")
        + (tls.isEmpty() ? "" : " · " + tls)
        + (via.isEmpty() ? "" : " · " + via);
  }

  private ConnectionFilter filters() {
    if (top == null) {
      throw new IllegalStateException("the connection to " + origin.hostKey() + " is not open");
    }
    return top;
  }
}
