package org.sluice.engine.filter;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.LocalEnd;
import org.sluice.engine.time.TimerTable;

/// One TCP socket: the only class that reads, writes and closes a channel.
public final class SocketFilter implements ConnectionFilter {
  private final InetSocketAddress peer;
  private final LocalEnd local;
  private final SocketWatcher watcher;
  private @Nullable SocketChannel channel;
  private boolean connected;
  private boolean lastReadShort;
  private long bytesIn;
  private long bytesOut;

  /// With the system's choice of our own end.
  public SocketFilter(InetSocketAddress peer, SocketWatcher watcher) {
    this(peer, LocalEnd.ANY, watcher);
  }

  public SocketFilter(InetSocketAddress peer, LocalEnd local, SocketWatcher watcher) {
    this.peer = peer;
    this.local = local;
    this.watcher = watcher;
  }

  public InetSocketAddress peer() {
    return peer;
  }

  public boolean inet6() {
    return peer.getAddress() instanceof Inet6Address;
  }

  /// The channel, or null before the first [#connect] and after [#close].
  public @Nullable SocketChannel channel() {
    return channel;
  }

  public long bytesIn() {
    return bytesIn;
  }

  public long bytesOut() {
    return bytesOut;
  }

  @Override
  public boolean connect(long nowNanos) throws TransferException {
    if (connected) {
      return true;
    }
    try {
      if (channel == null) {
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        watcher.opened(this);
        opened.configureBlocking(false);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        LocalBinding.bind(opened, local, peer.getAddress());
        // Even a connect that has already succeeded is told by readiness, as every other one.
        connected = opened.connect(peer);
        return connected;
      }
      connected = channel.finishConnect();
      return connected;
    } catch (IOException e) {
      throw new TransferException(
          TransferErrorCode.COULDNT_CONNECT,
          "Could not connect to " + words(peer) + ": " + reason(e),
          e);
    }
  }

  @Override
  public long connectDeadlineNanos() {
    return TimerTable.NONE;
  }

  @Override
  public int recv(ByteBuffer dst) throws TransferException {
    int room = dst.remaining();
    try {
      int n = open().read(dst);
      lastReadShort = n < room;
      if (n > 0) {
        bytesIn += n;
      }
      return n;
    } catch (IOException e) {
      throw new TransferException(
          TransferErrorCode.RECV_ERROR,
          "Receiving from " + words(peer) + " failed: " + reason(e),
          e);
    }
  }

  @Override
  public int send(ByteBuffer src) throws TransferException {
    try {
      int n = open().write(src);
      bytesOut += n;
      return n;
    } catch (IOException e) {
      throw new TransferException(
          TransferErrorCode.SEND_ERROR, "Sending to " + words(peer) + " failed: " + reason(e), e);
    }
  }

  /// After a short read the system has no more; its next byte, or the end, is a new readiness.
  @Override
  public boolean mayHaveInput() {
    return !lastReadShort;
  }

  @Override
  public void adjustPollset(Pollset pollset, int wanted) {
    if (channel != null) {
      pollset.add(channel, connected ? wanted : Pollset.OUT);
    }
  }

  @Override
  public String describe() {
    return "";
  }

  @Override
  public void close() {
    SocketChannel closing = channel;
    if (closing == null) {
      return;
    }
    watcher.closing(this);
    channel = null;
    try {
      closing.close();
    } catch (IOException e) {
      // The descriptor is released all the same; what was unsent is lost with the connection.
      System.getLogger(SocketFilter.class.getName())
          .log(System.Logger.Level.DEBUG, "close of " + words(peer), e);
    }
  }

  private SocketChannel open() {
    if (channel == null) {
      throw new IllegalStateException("the socket to " + words(peer) + " is closed");
    }
    return channel;
  }

  static String words(InetSocketAddress peer) {
    return peer.getAddress().getHostAddress() + " port " + peer.getPort();
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
