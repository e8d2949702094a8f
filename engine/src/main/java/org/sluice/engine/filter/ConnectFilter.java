package org.sluice.engine.filter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.auth.AuthDecision;
import org.sluice.engine.auth.AuthSession;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http1.Http1Limits;
import org.sluice.engine.http1.RequestHead;
import org.sluice.engine.http1.ResponseParser;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.HeadKind;
import org.sluice.engine.request.HeadSink;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyServer;

/// A tunnel through an HTTP proxy: asks for it with CONNECT, then lets bytes pass.
///
/// A 407 is answered on the same connection if the proxy keeps it, else on a new one. Whatever
/// follows the head of a 2xx belongs to the tunnel already.
///
/// **Errors**: COULDNT_CONNECT if the proxy refuses, RECV_ERROR if it hangs up, those of
/// [ResponseParser] if it does not speak HTTP. **Limits**: [#LIMITS], [#DRAIN_BYTES],
/// [AuthSession#MOST_ROUNDS]. **Source**: RFC 9110, 9.3.6 and 11.7.
public final class ConnectFilter implements ConnectionFilter {
  /// What the head of the proxy's answer may cost.
  public static final Http1Limits LIMITS = new Http1Limits(64 * 1024, 200);

  /// The longest refusal that is read to its end to save the connection.
  public static final int DRAIN_BYTES = 64 * 1024;

  private static final int INPUT_BYTES = 4 * 1024;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /// Makes the way to the proxy.
  @FunctionalInterface
  public interface Opener {
    ConnectionFilter open() throws TransferException;
  }

  /// What the bytes from the proxy led to.
  private enum Answer {
    MORE,
    TUNNEL,
    AGAIN,
    REOPEN
  }

  private final Opener opener;
  private final ProxyServer proxy;
  private final HeadSink heads;
  private final String authority;
  private final AuthSession auth;
  private ConnectionFilter below;
  private @Nullable ByteBuffer request;
  private @Nullable ResponseParser parser;
  private @Nullable ResponseHead refusal;
  private ByteBuffer input = NOTHING;
  private ByteBuffer early = NOTHING;
  private long drained;
  private boolean connected;

  /// @param opener called at once, and again where the proxy wants a new connection
  /// @param heads told of what is said to the proxy and what it answers
  /// @param host of the server at the other end
  public ConnectFilter(Opener opener, ProxyServer proxy, HeadSink heads, String host, int port)
      throws TransferException {
    this.opener = opener;
    this.proxy = proxy;
    this.heads = heads;
    authority = (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    AuthOptions options = proxy.auth();
    auth = new AuthSession(options.allowed(), options.credentials(), options.bearerToken());
    below = opener.open();
  }

  @Override
  public boolean connect(long nowNanos) throws TransferException {
    while (!connected) {
      if (!below.connect(nowNanos) || !ask()) {
        return false;
      }
      switch (listen()) {
        case MORE -> {
          return false;
        }
        case TUNNEL -> {
          connected = true;
          input = NOTHING;
          parser = null;
        }
        case AGAIN -> startOver();
        case REOPEN -> {
          startOver();
          below.close();
          below = opener.open();
        }
      }
    }
    return true;
  }

  private void startOver() {
    request = null;
    parser = null;
    refusal = null;
    drained = 0;
  }

  /// Sends the request, or what is left of it.
  ///
  /// @return whether all of it is sent
  private boolean ask() throws TransferException {
    ByteBuffer out = request;
    if (out == null) {
      out = encode();
      request = out;
      parser = ResponseParser.ofConnect(LIMITS);
      input = ByteBuffer.allocate(INPUT_BYTES).flip();
    }
    if (!out.hasRemaining()) {
      return true;
    }
    while (out.hasRemaining()) {
      if (below.send(out) == 0) {
        return false;
      }
    }
    tell(() -> heads.requestSent(StandardCharsets.ISO_8859_1.decode(sent(request)).toString()));
    return true;
  }

  private static ByteBuffer sent(@Nullable ByteBuffer all) {
    return all == null ? NOTHING : all.duplicate().flip();
  }

  /// Something to be told to the application.
  private interface Telling {
    void tell() throws IOException;
  }

  private static void tell(Telling telling) throws TransferException {
    try {
      telling.tell();
    } catch (IOException | RuntimeException e) {
      throw new TransferException(
          TransferErrorCode.WRITE_ERROR, "Writing the proxy's answer failed: " + e, e);
    }
  }

  private ByteBuffer encode() {
    List<Headers.Field> own = new ArrayList<>(3);
    String authorization = auth.fieldValue("CONNECT", authority);
    if (authorization != null) {
      own.add(new Headers.Field("Proxy-Authorization", authorization));
    }
    String agent = proxy.agent() == null ? RequestHead.USER_AGENT : proxy.agent();
    if (!agent.isEmpty()) {
      own.add(new Headers.Field("User-Agent", agent));
    }
    own.add(new Headers.Field("Proxy-Connection", "Keep-Alive"));
    int minorVersion = proxy.kind() == ProxyKind.HTTP_1_0 ? 0 : 1;
    Headers fields = RequestHead.merge(authority, new Headers(own), proxy.headers());
    return RequestHead.encode("CONNECT", authority, minorVersion, fields);
  }

  private Answer listen() throws TransferException {
    while (true) {
      Answer answer = understand();
      if (answer != Answer.MORE) {
        return answer;
      }
      int n;
      input.clear();
      try {
        n = below.recv(input);
      } finally {
        input.flip();
      }
      if (n == 0) {
        return Answer.MORE;
      }
      if (n < 0) {
        return ended();
      }
    }
  }

  private Answer understand() throws TransferException {
    ResponseParser from = parser();
    while (true) {
      switch (from.next(input)) {
        case MORE -> {
          return Answer.MORE;
        }
        case HEAD -> {
          ResponseHead head = from.head();
          String text = from.headText();
          tell(() -> heads.received(HeadKind.CONNECT, head, text));
          if (head.status() >= 200 && head.status() < 300) {
            early = ByteBuffer.allocate(input.remaining()).put(input).flip();
            return Answer.TUNNEL;
          }
          if (!head.isInformational()) {
            refused(head);
          }
        }
        case BODY -> {
          drained += from.body().remaining();
          if (drained > DRAIN_BYTES) {
            return Answer.REOPEN;
          }
        }
        case END -> {
          return keeps(input.hasRemaining()) ? Answer.AGAIN : Answer.REOPEN;
        }
        case EARLY_EOF -> throw hungUp();
      }
    }
  }

  /// Says again who we are if that helps.
  private void refused(ResponseHead head) throws TransferException {
    refusal = head;
    String why = head.reason();
    if (head.status() == 407) {
      switch (auth.challenged(head.headers().all("Proxy-Authenticate"))) {
        case AuthDecision.Again again -> {
          return;
        }
        case AuthDecision.GiveUp giveUp -> why = giveUp.reason();
      }
    }
    throw new TransferException(
        TransferErrorCode.COULDNT_CONNECT,
        "The proxy "
            + proxy
            + " opened no tunnel to "
            + authority
            + ": it answered "
            + head.status()
            + " ("
            + why
            + ")");
  }

  private Answer ended() throws TransferException {
    if (refusal == null) {
      throw hungUp();
    }
    // Its words about who we are have come; that is all that was wanted.
    return Answer.REOPEN;
  }

  private boolean keeps(boolean bytesBehind) {
    ResponseHead head = refusal;
    if (head == null || bytesBehind) {
      return false;
    }
    boolean closes =
        (head.headers().has("Transfer-Encoding") && head.headers().has("Content-Length"))
            || head.headers().hasToken("Connection", "close")
            || head.headers().hasToken("Proxy-Connection", "close");
    boolean keeps =
        head.headers().hasToken("Connection", "keep-alive")
            || head.headers().hasToken("Proxy-Connection", "keep-alive");
    return !closes && (head.minorVersion() > 0 || keeps);
  }

  private TransferException hungUp() {
    return new TransferException(
        TransferErrorCode.RECV_ERROR,
        "The proxy " + proxy + " hung up before it answered CONNECT " + authority);
  }

  private ResponseParser parser() {
    if (parser == null) {
      throw new IllegalStateException("nothing has been asked yet");
    }
    return parser;
  }

  @Override
  public long connectDeadlineNanos() {
    return below.connectDeadlineNanos();
  }

  @Override
  public int recv(ByteBuffer dst) throws TransferException {
    if (early.hasRemaining()) {
      int n = Math.min(early.remaining(), dst.remaining());
      dst.put(early.slice(early.position(), n));
      early.position(early.position() + n);
      return n;
    }
    early = NOTHING;
    return below.recv(dst);
  }

  @Override
  public int send(ByteBuffer src) throws TransferException {
    return below.send(src);
  }

  @Override
  public boolean mayHaveInput() {
    return early.hasRemaining() || below.mayHaveInput();
  }

  @Override
  public void adjustPollset(Pollset pollset, int wanted) {
    if (connected) {
      below.adjustPollset(pollset, wanted);
    } else {
      boolean asking = request == null || request.hasRemaining();
      below.adjustPollset(pollset, asking ? Pollset.OUT : Pollset.IN);
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
