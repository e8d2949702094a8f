package org.sluice.engine.filter;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.tls.TlsSetup;

/// TLS 1.2 and 1.3 over the filter below: the only user of SSLEngine.
///
/// What is checked and sent is up to its [TlsSetup]. Input passes through the shared record buffer; only a record that has not arrived whole is kept.
///
/// **Errors**: PEER_FAILED_VERIFICATION if the certificate is at fault, SSL_PINNEDPUBKEYNOTMATCH if
/// its key is another one than expected, SSL_CONNECT_ERROR for every
/// other failure of the handshake, RECV_ERROR for a stream that is cut without close_notify.
public final class TlsFilter implements ConnectionFilter {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final ConnectionFilter below;
  private final Supplier<ByteBuffer> records;
  private final TlsSetup setup;
  private final String host;
  private final int port;
  private final SSLEngine engine;
  private byte @Nullable [] partial;
  private @Nullable ByteBuffer plain;
  private ByteBuffer netOut = NOTHING;
  private boolean began;
  private boolean connected;
  private boolean closed;
  private boolean eof;

  /// Whether records that came whole wait in `partial`, for want of room in the reader's buffer.
  private boolean recordsWait;

  /// @param host name that is sent, and that the certificate must be for
  /// @param records gives the shared buffer for encrypted input, empty
  public TlsFilter(
      ConnectionFilter below, TlsSetup setup, String host, int port, Supplier<ByteBuffer> records)
      throws TransferException {
    this.below = below;
    this.records = records;
    this.host = host;
    this.port = port;
    this.setup = setup;
    engine = setup.engine(host, port);
  }

  /// Says which protocols this side speaks above TLS, the best first; before it connects.
  ///
  /// **Source**: RFC 7301 (ALPN).
  public void offer(List<String> protocols) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setApplicationProtocols(protocols.toArray(String[]::new));
    engine.setSSLParameters(parameters);
  }

  /// What the server chose of what was offered; empty if it did not say.
  public String chosenProtocol() {
    String chosen = engine.getApplicationProtocol();
    return chosen == null ? "" : chosen;
  }

  @Override
  public boolean hasOutput() {
    return netOut.hasRemaining() || below.hasOutput();
  }

  @Override
  public boolean connect(long nowNanos) throws TransferException {
    if (connected) {
      return true;
    }
    if (!below.connect(nowNanos)) {
      return false;
    }
    try {
      if (!began) {
        began = true;
        engine.beginHandshake();
      }
      if (handshake()) {
        setup.check(host, port, engine.getSession());
        connected = true;
      }
      return connected;
    } catch (SSLException e) {
      throw TlsFailure.of(host, port, e);
    }
  }

  private boolean handshake() throws SSLException, TransferException {
    ByteBuffer in = takePartial();
    try {
      while (true) {
        if (!flush()) {
          return false;
        }
        switch (engine.getHandshakeStatus()) {
          case NEED_TASK -> runTasks();
          case NEED_WRAP -> wrap(NOTHING);
          case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
            if (!unwrapHandshake(in)) {
              return false;
            }
          }
          case FINISHED, NOT_HANDSHAKING -> {
            return true;
          }
        }
      }
    } finally {
      keepPartial(in);
    }
  }

  /// @return false if the peer must speak first
  private boolean unwrapHandshake(ByteBuffer in) throws SSLException, TransferException {
    SSLEngineResult result = engine.unwrap(in, plainRoom());
    if (plain != null && plain.position() == 0) {
      plain = null;
    } else if (plain != null) {
      plain.flip();
    }
    if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
      in.compact();
      int n;
      try {
        n = below.recv(in);
      } finally {
        in.flip();
      }
      if (n == EOF) {
        throw new TransferException(
            TransferErrorCode.SSL_CONNECT_ERROR,
            "The server " + host + " closed the connection during the TLS handshake");
      }
      return n > 0;
    }
    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
      throw new TransferException(
          TransferErrorCode.SSL_CONNECT_ERROR, "The server " + host + " ended the TLS handshake");
    }
    return true;
  }

  /// Room for one record of application data; only there while somebody waits for the rest.
  private ByteBuffer plainRoom() {
    if (plain == null) {
      plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    } else {
      plain.compact();
    }
    return plain;
  }

  @Override
  public long connectDeadlineNanos() {
    return below.connectDeadlineNanos();
  }

  @Override
  public int recv(ByteBuffer dst) throws TransferException {
    int before = dst.position();
    if (drainPlain(dst) || eof) {
      return eof && dst.position() == before ? EOF : dst.position() - before;
    }
    ByteBuffer in = takePartial();
    try {
      int n = recordsWait ? 0 : recvRecords(in, dst.remaining());
      unwrapAll(in, dst);
      if (n == EOF && !eof) {
        if (dst.position() == before) {
          throw new TransferException(
              TransferErrorCode.RECV_ERROR,
              "The server " + host + " cut the TLS stream without an end (close_notify)");
        }
        return dst.position() - before;
      }
      flush();
    } catch (SSLException e) {
      throw new TransferException(
          TransferErrorCode.RECV_ERROR, "TLS from " + host + " is broken: " + e.getMessage(), e);
    } finally {
      keepPartial(in);
    }
    return eof && dst.position() == before ? EOF : dst.position() - before;
  }

  /// Reads no more than the reader has room for, and at least one record.
  private int recvRecords(ByteBuffer in, int room) throws TransferException {
    in.compact();
    int most = Math.max(room, engine.getSession().getPacketBufferSize());
    in.limit(Math.min(in.capacity(), in.position() + most));
    try {
      return below.recv(in);
    } finally {
      in.flip();
    }
  }

  /// @return whether `dst` got something
  private boolean drainPlain(ByteBuffer dst) {
    ByteBuffer held = plain;
    if (held == null) {
      return false;
    }
    int n = Math.min(held.remaining(), dst.remaining());
    dst.put(held.slice(held.position(), n));
    held.position(held.position() + n);
    if (!held.hasRemaining()) {
      plain = null;
    }
    return n > 0;
  }

  private void unwrapAll(ByteBuffer in, ByteBuffer dst) throws SSLException, TransferException {
    int record = engine.getSession().getApplicationBufferSize();
    recordsWait = false;
    while (in.hasRemaining()) {
      if (plain != null) {
        recordsWait = true;
        return;
      }
      boolean direct = dst.remaining() >= record;
      ByteBuffer target = direct ? dst : plainRoom();
      SSLEngineResult result = engine.unwrap(in, target);
      if (!direct) {
        target.flip();
        if (!target.hasRemaining()) {
          plain = null;
        } else {
          drainPlain(dst);
        }
      }
      switch (result.getStatus()) {
        case BUFFER_UNDERFLOW -> {
          return;
        }
        case CLOSED -> {
          eof = true;
          return;
        }
        case BUFFER_OVERFLOW -> throw new SSLException("a record is larger than it may be");
        case OK -> afterHandshakeMessage();
      }
    }
  }

  /// Key updates and session tickets come inside the stream of data.
  private void afterHandshakeMessage() throws SSLException, TransferException {
    for (HandshakeStatus s = engine.getHandshakeStatus(); ; s = engine.getHandshakeStatus()) {
      if (s == HandshakeStatus.NEED_TASK) {
        runTasks();
      } else if (s == HandshakeStatus.NEED_WRAP && flush()) {
        wrap(NOTHING);
      } else {
        return;
      }
    }
  }

  @Override
  public int send(ByteBuffer src) throws TransferException {
    try {
      int before = src.position();
      while (src.hasRemaining() && flush()) {
        wrap(src);
      }
      flush();
      return src.position() - before;
    } catch (SSLException e) {
      throw new TransferException(
          TransferErrorCode.SEND_ERROR, "TLS to " + host + " is broken: " + e.getMessage(), e);
    }
  }

  private void wrap(ByteBuffer src) throws SSLException {
    ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    SSLEngineResult result = engine.wrap(src, out);
    if (result.getStatus() == SSLEngineResult.Status.CLOSED && src.hasRemaining()) {
      throw new SSLException("the connection is already closed for sending");
    }
    netOut = out.flip();
  }

  /// @return whether nothing is left to send
  private boolean flush() throws TransferException {
    while (netOut.hasRemaining()) {
      if (below.send(netOut) == 0) {
        return false;
      }
    }
    netOut = NOTHING;
    return true;
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  private ByteBuffer takePartial() {
    ByteBuffer in = records.get();
    if (partial != null) {
      in.put(partial);
      partial = null;
    }
    return in.flip();
  }

  private void keepPartial(ByteBuffer in) {
    if (in.hasRemaining()) {
      int from = in.arrayOffset() + in.position();
      partial = Arrays.copyOfRange(in.array(), from, from + in.remaining());
    }
  }

  @Override
  public boolean mayHaveInput() {
    return plain != null || recordsWait || eof || below.mayHaveInput();
  }

  @Override
  public void adjustPollset(Pollset pollset, int wanted) {
    if (connected) {
      below.adjustPollset(pollset, netOut.hasRemaining() ? wanted | Pollset.OUT : wanted);
    } else {
      below.adjustPollset(pollset, netOut.hasRemaining() ? Pollset.OUT : Pollset.IN);
    }
  }

  @Override
  public String describe() {
    if (connected) {
      return engine.getSession().getProtocol().replace("TLSv", "TLS ");
    }
    return began || below.describe().isEmpty() ? "TLS handshake" : below.describe();
  }

  @Override
  public void close() {
    if (!closed && connected) {
      sayGoodbye();
    }
    closed = true;
    below.close();
  }

  /// RFC 8446, 6.1: each side sends close_notify before it closes. One try; a full socket keeps it.
  private void sayGoodbye() {
    engine.closeOutbound();
    try {
      if (flush()) {
        wrap(NOTHING);
        flush();
      }
    } catch (SSLException | TransferException e) {
      // The connection is being closed; a peer that is gone already needs no goodbye.
      System.getLogger(TlsFilter.class.getName())
          .log(System.Logger.Level.DEBUG, "close_notify to " + host, e);
    }
  }
}
