package org.sluice.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Headers;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyServer;

/// The talk with an HTTP proxy about a tunnel, in one piece and cut at every byte.
class ConnectFilterTest {
  private static final int MOST_TURNS = 1_000_000;
  private static final String BEHIND = "tunnel \r\n\r\n bytes";
  private static final String OK = "HTTP/1.1 200 Connection established\r\n\r\n";
  private static final String BASIC_407 =
      "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 4\r\n\r\nbody";
  private static final ProxyServer PROXY = ProxyServer.of(ProxyKind.HTTP, "p", 3128);
  private static final ProxyServer KNOWN =
      PROXY.withAuth(AuthOptions.any(new Credentials("me", "secret")));

  /// The connections that a proxy got.
  private static final class Others implements ConnectFilter.Opener {
    private final Deque<ScriptedFilter> next = new ArrayDeque<>();
    final List<ScriptedFilter> opened = new ArrayList<>();

    Others(ScriptedFilter... scripts) {
      next.addAll(List.of(scripts));
    }

    @Override
    public ConnectionFilter open() {
      ScriptedFilter script = next.remove();
      opened.add(script);
      return script;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static ConnectFilter connect(Others others, ProxyServer proxy) throws TransferException {
    ConnectFilter filter = new ConnectFilter(others, proxy, BodySink.DISCARD, "a.b", 443);
    int turns = 0;
    while (!filter.connect(0)) {
      filter.adjustPollset(new Pollset(), Pollset.HELD);
      assertThat(others.opened.getLast().wants).isIn(Pollset.IN, Pollset.OUT);
      assertThat(++turns).as("turns").isLessThan(MOST_TURNS);
    }
    return filter;
  }

  private static String rest(ConnectFilter filter, ScriptedFilter last) throws TransferException {
    ByteBuffer rest = ByteBuffer.allocate(1_000);
    // A small reader first: what came with the head must not be lost.
    ByteBuffer one = ByteBuffer.allocate(1);
    if (filter.recv(one) == 1) {
      rest.put(one.flip());
    }
    while (filter.mayHaveInput() || !last.finished()) {
      filter.recv(rest);
    }
    return StandardCharsets.ISO_8859_1.decode(rest.flip()).toString();
  }

  private static TransferException failure(Others others, ProxyServer proxy) {
    return catchThrowableOfType(TransferException.class, () -> connect(others, proxy));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OK,
        "HTTP/1.0 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 103 Early\r\nX: y\r\n\r\nHTTP/1.1 299 OK\r\n\r\n"
      })
  void whatFollowsTheHeadBelongsToTheTunnel(String head) throws TransferException {
    byte[] says = bytes(head + BEHIND);
    for (int cut = 0; cut <= says.length; cut++) {
      ScriptedFilter other = new ScriptedFilter(0).saysCut(says, cut);
      ConnectFilter filter = connect(new Others(other), PROXY);
      assertThat(rest(filter, other)).as("cut at " + cut).isEqualTo(BEHIND);
    }
    for (int portion = 1; portion < 6; portion++) {
      ScriptedFilter slow = new ScriptedFilter(portion).says(says, portion);
      assertThat(rest(connect(new Others(slow), PROXY), slow)).isEqualTo(BEHIND);
    }
  }

  @Test
  void asksAsTheStandardWants() throws TransferException {
    ScriptedFilter other = new ScriptedFilter(0).says(bytes(OK), 1_000);
    connect(new Others(other), PROXY.withHeaders(Headers.of("X-Way", "here")));
    assertThat(other.heardText())
        .startsWith("CONNECT a.b:443 HTTP/1.1\r\nHost: a.b:443\r\n")
        .contains("X-Way: here\r\n")
        .doesNotContain("Proxy-Authorization")
        .endsWith("\r\n\r\n");
    ScriptedFilter six = new ScriptedFilter(0).says(bytes(OK), 1_000);
    new ConnectFilter(new Others(six), PROXY, BodySink.DISCARD, "::1", 80).connect(0);
    assertThat(six.heardText()).startsWith("CONNECT [::1]:80 HTTP/1.1\r\nHost: [::1]:80\r\n");
  }

  @Test
  void saysBasicAtOnce() throws TransferException {
    ScriptedFilter other = new ScriptedFilter(0).says(bytes(OK), 1_000);
    connect(new Others(other), PROXY.withAuth(AuthOptions.basic(new Credentials("a", "b"))));
    assertThat(other.heardText()).contains("\r\nProxy-Authorization: Basic YTpi\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BASIC_407,
        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "4\r\nbody\r\n0\r\n\r\n",
        "HTTP/1.0 407 Who\r\nProxy-Connection: keep-alive\r\nContent-Length: 0\r\n"
            + "Proxy-Authenticate: Basic realm=x\r\n\r\n"
      })
  void a407IsAnsweredOnTheSameConnection(String refusal) throws TransferException {
    byte[] first = bytes(refusal);
    for (int cut = 0; cut <= first.length; cut++) {
      ScriptedFilter other = new ScriptedFilter(0).saysCut(first, cut).says(bytes(OK + BEHIND), 7);
      ConnectFilter filter = connect(new Others(other), KNOWN);
      assertThat(rest(filter, other)).isEqualTo(BEHIND);
      assertThat(other.heardText().split("CONNECT ", -1)).hasSize(3);
      assertThat(other.heardText()).contains("Proxy-Authorization: Basic bWU6c2VjcmV0");
      assertThat(other.closed).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\n\r\nuntil the end",
        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 5\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.0 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 9\r\n\r\nshort",
        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 99999999\r\n\r\n"
      })
  void a407ThatEndsTheConnectionIsAnsweredOnANewOne(String refusal) throws TransferException {
    String body = refusal.contains("99999999") ? "x".repeat(2 * ConnectFilter.DRAIN_BYTES) : "";
    ScriptedFilter first = new ScriptedFilter(0).says(bytes(refusal + body), 50).thenEnds();
    ScriptedFilter second = new ScriptedFilter(0).says(bytes(OK + BEHIND), 50);
    Others others = new Others(first, second);
    ConnectFilter filter = connect(others, KNOWN);
    assertThat(first.closed).isTrue();
    assertThat(first.heardText()).doesNotContain("Proxy-Authorization");
    assertThat(second.heardText()).contains("Proxy-Authorization: Basic bWU6c2VjcmV0");
    assertThat(rest(filter, second)).isEqualTo(BEHIND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 403 No way|COULDNT_CONNECT|403",
        "HTTP/1.1 502 Bad|COULDNT_CONNECT|502",
        "HTTP/1.1 302 Elsewhere|COULDNT_CONNECT|302",
        "HTTP/1.1 407 Who|COULDNT_CONNECT|407",
        "SSH-2.0-OpenSSH|UNSUPPORTED_PROTOCOL|HTTP",
        "HTTP/1.1 abc|*|",
      })
  void saysWhyNot(String line, String code, String why) {
    byte[] says = bytes(line + "\r\n\r\n");
    for (int cut = 0; cut <= says.length; cut++) {
      ScriptedFilter other = new ScriptedFilter(0).saysCut(says, cut).thenEnds();
      TransferException e = failure(new Others(other), PROXY);
      assertThat(e).as(line).isNotNull();
      if (!code.equals("*")) {
        assertThat(e.code()).as(e.sentence()).isEqualTo(TransferErrorCode.valueOf(code));
        assertThat(e.sentence()).contains(why);
      }
    }
  }

  @Test
  void aWrongPasswordIsRefusedOnceAndNotSaid() {
    ScriptedFilter other =
        new ScriptedFilter(0).says(bytes(BASIC_407), 1_000).says(bytes(BASIC_407), 1_000);
    TransferException e = failure(new Others(other), KNOWN);
    assertThat(e.code()).isEqualTo(TransferErrorCode.COULDNT_CONNECT);
    assertThat(e.sentence()).contains("407", "refused").doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nX: y\r\n"})
  void aProxyThatHangsUpIsToBlame(String says) {
    ScriptedFilter other = new ScriptedFilter(0).says(bytes(says), 1).thenEnds();
    assertThat(failure(new Others(other), PROXY).code()).isEqualTo(TransferErrorCode.RECV_ERROR);
  }

  @Test
  void theHeadHasALimit() {
    String endless =
        "HTTP/1.1 200 OK\r\n" + "X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(5_000);
    ScriptedFilter other = new ScriptedFilter(0).says(bytes(endless), 4_000);
    assertThat(failure(new Others(other), PROXY).code()).isEqualTo(TransferErrorCode.TOO_LARGE);
    String interim = "HTTP/1.1 103 Early\r\n\r\n".repeat(5_000);
    ScriptedFilter hinting = new ScriptedFilter(0).says(bytes(interim), 4_000);
    assertThat(failure(new Others(hinting), PROXY).code()).isEqualTo(TransferErrorCode.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void takesAnythingAndEnds(long seed) {
    Random random = new Random(seed);
    String base = BASIC_407 + OK + "HTTP/1.1 403 No\r\n\r\n";
    for (int round = 0; round < 3_000; round++) {
      byte[] says = bytes(base);
      for (int i = random.nextInt(4); i >= 0; i--) {
        says[random.nextInt(says.length)] = (byte) random.nextInt(256);
      }
      Others others =
          new Others(
              new ScriptedFilter(0).says(says, 1 + random.nextInt(60)).thenEnds(),
              new ScriptedFilter(0).says(bytes(OK), 60).thenEnds());
      try {
        assertThat(connect(others, KNOWN)).isNotNull();
      } catch (TransferException e) {
        assertThat(e.sentence()).as("seed %s", seed).doesNotContain("secret");
      }
    }
  }
}
