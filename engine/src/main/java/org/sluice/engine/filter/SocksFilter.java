package org.sluice.engine.filter;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.ProxyServer;

/// A connection through a SOCKS proxy: the talk first, then bytes pass as they are.
///
/// **Errors**: PROXY for all that goes wrong in the talk.
public final class SocksFilter implements ConnectionFilter {
  private final ConnectionFilter below;
  private final ProxyServer proxy;
  private final SocksTalk talk;
  private ByteBuffer reply = ByteBuffer.allocate(0);
  private boolean connected;

  /// @param host of the server at the other end
  /// @param far its addresses, for a proxy that takes no names; else empty
  public SocksFilter(
      ConnectionFilter below, ProxyServer proxy, String host, int port, List<InetAddress> far)
      throws TransferException {
    this.below = below;
    this.proxy = proxy;
    talk =
        switch (proxy.kind()) {
          case SOCKS4, SOCKS4A -> new Socks4Talk(proxy, host, port, far);
          case SOCKS5, SOCKS5_HOSTNAME -> new Socks5Talk(proxy, host, port, far);
          case HTTP, HTTP_1_0, HTTPS ->
              throw new IllegalArgumentException(proxy + " is no SOCKS proxy");
        };
  }

  @Override
  public boolean connect(long nowNanos) throws TransferException {
    if (!connected && below.connect(nowNanos)) {
      try {
        connected = talkOn();
      } catch (TransferException e) {
        throw e.code() == TransferErrorCode.PROXY
            ? e
            : new TransferException(TransferErrorCode.PROXY, "SOCKS: " + e.sentence(), e);
      }
    }
    return connected;
  }

  private boolean talkOn() throws TransferException {
    while (talk.needs() > 0) {
      while (talk.output().hasRemaining()) {
        if (below.send(talk.output()) == 0) {
          return false;
        }
      }
      if (reply.capacity() != talk.needs()) {
        reply = ByteBuffer.allocate(talk.needs());
      }
      while (reply.hasRemaining()) {
        int n = below.recv(reply);
        if (n == 0) {
          return false;
        }
        if (n < 0) {
          throw new TransferException(
              TransferErrorCode.PROXY, proxy + " hung up in the middle of the SOCKS talk");
        }
      }
      talk.take(reply.array());
      reply = ByteBuffer.allocate(0);
    }
    return true;
  }

  @Override
  public long connectDeadlineNanos() {
    return below.connectDeadlineNanos();
  }

  @Override
  public int recv(ByteBuffer dst) throws TransferException {
    return below.recv(dst);
  }

  @Override
  public int send(ByteBuffer src) throws TransferException {
    return below.send(src);
  }

  @Override
  public boolean mayHaveInput() {
    return below.mayHaveInput();
  }

  @Override
  public void adjustPollset(Pollset pollset, int wanted) {
    if (connected) {
      below.adjustPollset(pollset, wanted);
    } else {
      below.adjustPollset(pollset, talk.output().hasRemaining() ? Pollset.OUT : Pollset.IN);
    }
  }

  @Override
  public boolean hasOutput() {
    return below.hasOutput();
  }

  @Override
  public String describe() {
    return connected ? "" : "asking the proxy";
  }

  @Override
  public void close() {
    below.close();
  }
}
