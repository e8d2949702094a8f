package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Headers;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabRequest;
import org.sluice.engine.lab.LabSecrets;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.MultiOptions;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.NoProxy;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TransferOptions;

/// Through every proxy of the lab, with the invariants of the trace checked each time.
class ProxyTest extends GoldenTestBase {
  private static final Credentials USER = new Credentials(LabSecrets.USER, LabSecrets.PASSWORD);

  /// No name server has this one.
  private static final String FAR_NAME = "lab.sluice.test";

  /// As a machine whose name server knows of nothing.
  private static final Lookup NO_NAMES =
      host -> {
        throw new UnknownHostException(host);
      };

  private record Run(TransferInfo info, List<Line> lines, List<LabRequest> seen) {
    String result() {
      return results(lines).getLast();
    }

    List<String> methods() {
      return seen.stream().map(LabRequest::method).toList();
    }
  }

  private static Run run(TransferOptions... all) throws IOException {
    return run(IdlePoll.NONE, Lookup.SYSTEM, all);
  }

  private static Run run(IdlePoll idle, Lookup lookup, TransferOptions... all) throws IOException {
    TransferInfo[] info = new TransferInfo[1];
    long before = lab.requests();
    List<Line> lines =
        traced(
            "proxy",
            options -> options.withIdlePoll(idle),
            lookup,
            m -> {
              for (TransferOptions options : all) {
                Easy easy = m.easy(options);
                m.add(easy);
                m.loop.run();
                info[0] = easy.transfer.info();
              }
            });
    List<LabRequest> log = lab.seen();
    return new Run(
        info[0], lines, log.subList(log.size() - (int) (lab.requests() - before), log.size()));
  }

  private static ProxyServer proxy(LabOrigin door) {
    try {
      return ProxyServer.parse(lab.proxy(door)).withTls(TlsOptions.trusting(lab.trustingContext()));
    } catch (TransferException e) {
      throw new AssertionError(e);
    }
  }

  private static ProxyServer proxy(LabOrigin door, ProxyKind kind) {
    return ProxyServer.of(kind, "127.0.0.1", lab.port(door));
  }

  private static TransferOptions.Builder through(ProxyServer server, URI uri) {
    return get(uri.toString()).proxy(ProxyOptions.of(server)).failOnError(true);
  }

  /// Each kind of proxy, to a server with and without TLS, in both ways to hold a socket.
  static Stream<Arguments> everyWay() {
    List<ProxyServer> servers = new ArrayList<>();
    servers.add(proxy(LabOrigin.PROXY));
    servers.add(proxy(LabOrigin.PROXY).withTunnel(true));
    servers.add(proxy(LabOrigin.PROXY_TLS));
    servers.add(proxy(LabOrigin.PROXY_TLS).withTunnel(true));
    for (ProxyKind kind : ProxyKind.values()) {
      if (!kind.isHttp()) {
        servers.add(proxy(LabOrigin.SOCKS, kind));
      }
    }
    return servers.stream()
        .flatMap(s -> Stream.of(LabOrigin.HTTP, LabOrigin.HTTPS).map(o -> Arguments.of(s, o)))
        .flatMap(
            a -> Stream.of(IdlePoll.values()).map(i -> Arguments.of(a.get()[0], a.get()[1], i)));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void aFileComesThrough(ProxyServer server, LabOrigin door, IdlePoll idle) throws IOException {
    TransferOptions options = through(server, lab.uri(door, "/1m")).build();
    Run run = run(idle, Lookup.SYSTEM, options, options);
    assertThat(results(run.lines)).containsExactly("CURLE_OK", "CURLE_OK");
    assertThat(run.info.received()).isEqualTo(1 << 20);
    assertThat(only(run.lines, "open")).as("the second finds the connection kept").hasSize(1);
    assertThat(run.seen.getFirst().origin().name()).matches("PROXY.*|SOCKS.*");
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void aPauseAndALimitHoldThroughAProxy(ProxyServer server, LabOrigin door, IdlePoll idle)
      throws IOException {
    List<Line> lines =
        traced(
            "proxy_pause",
            idle,
            m -> {
              Easy easy =
                  m.easy(
                      through(server, lab.uri(door, "/100k"))
                          .recvLimitBytesPerSecond(1 << 20)
                          .build());
              boolean[] held = new boolean[1];
              easy.hook =
                  (e, chunk) -> {
                    boolean first = !held[0] && e.received > 0;
                    held[0] |= first;
                    return first ? BodySink.Answer.PAUSE : BodySink.Answer.TAKEN;
                  };
              m.add(easy);
              m.loop.runUntil(() -> held[0] || m.multi.running() == 0);
              if (m.multi.running() > 0) {
                m.unpause(easy);
              }
              m.loop.run();
              assertThat(easy.received).isEqualTo(100 * 1024);
            });
    assertThat(results(lines)).containsExactly("CURLE_OK");
  }

  /// One connection for all servers that are asked through the proxy, as it reads the requests.
  @Test
  void requestsThatTheProxyReadsShareItsConnection() throws IOException {
    ProxyServer server = proxy(LabOrigin.PROXY);
    Run run =
        run(
            through(server, lab.uri(LabOrigin.HTTP, "/small")).build(),
            through(server, lab.uri(LabOrigin.HTTP_OTHER, "/small")).build());
    assertThat(only(run.lines, "open")).hasSize(1);
    assertThat(run.seen.getFirst().target()).isEqualTo(lab.http("/small").toString());
    assertThat(run.seen.getFirst().header("Host"))
        .contains("127.0.0.1:" + lab.port(LabOrigin.HTTP));
  }

  @Test
  void nothingElseShares() throws IOException {
    URI uri = lab.http("/small");
    Run run =
        run(
            get(uri.toString()).build(),
            through(proxy(LabOrigin.PROXY), uri).build(),
            through(proxy(LabOrigin.PROXY).withTunnel(true), uri).build(),
            through(proxy(LabOrigin.SOCKS), uri).build(),
            through(proxy(LabOrigin.SOCKS).withAuth(AuthOptions.basic(USER)), uri).build(),
            through(proxy(LabOrigin.SOCKS, ProxyKind.SOCKS4), uri).build());
    assertThat(results(run.lines)).hasSize(6).containsOnly("CURLE_OK");
    assertThat(only(run.lines, "open")).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    // The one that closes after its 407, and the one that keeps the connection.
    "PROXY_BASIC, false, 2, 2",
    "PROXY_BASIC, true, 2, 3",
    "PROXY_DIGEST, false, 1, 2",
    "PROXY_DIGEST, true, 1, 3"
  })
  void a407IsAnswered(LabOrigin door, boolean tunnel, int opened, int requests) throws IOException {
    for (IdlePoll idle : IdlePoll.values()) {
      ProxyServer server = proxy(door).withAuth(AuthOptions.any(USER)).withTunnel(tunnel);
      Run run = run(idle, Lookup.SYSTEM, through(server, lab.http("/small")).build());
      assertThat(run.result()).as(run.info.error()).isEqualTo("CURLE_OK");
      assertThat(run.info.received()).isEqualTo(13);
      assertThat(only(run.lines, "open")).hasSize(opened);
      assertThat(run.seen).hasSize(requests);
      Run secure = run(idle, Lookup.SYSTEM, through(server, lab.https("/small")).build());
      assertThat(secure.result()).isEqualTo("CURLE_OK");
      assertThat(only(secure.lines, "open")).hasSize(opened);
    }
  }

  @Test
  void basicIsSaidAtOnceToAProxyToo() throws IOException {
    ProxyServer server = proxy(LabOrigin.PROXY_BASIC).withAuth(AuthOptions.basic(USER));
    assertThat(run(through(server, lab.http("/small")).build()).seen).hasSize(1);
    assertThat(run(through(server, lab.https("/small")).build()).methods())
        .containsExactly("CONNECT", "GET");
  }

  @ParameterizedTest
  @EnumSource(names = {"PROXY_BASIC", "PROXY_DIGEST"})
  void aStrangerIsRefused(LabOrigin door) throws IOException {
    ProxyServer server = proxy(door).withAuth(AuthOptions.any(new Credentials("lab", "wrong")));
    Run plain = run(through(server, lab.http("/small")).build());
    assertThat(plain.result()).isEqualTo("CURLE_HTTP_RETURNED_ERROR");
    assertThat(plain.info.httpStatus()).isEqualTo(407);
    Run secure = run(through(server, lab.https("/small")).build());
    assertThat(secure.result()).isEqualTo("CURLE_COULDNT_CONNECT");
    assertThat(secure.info.error()).contains("407").doesNotContain("wrong");
  }

  /// What is said to one is not said to the other.
  @ParameterizedTest
  @CsvSource({"HTTP, false", "HTTP, true", "HTTPS, false"})
  void aProxysSecretsAndAServersAreTwoThings(LabOrigin origin, boolean tunnel) throws IOException {
    ProxyServer server =
        proxy(LabOrigin.PROXY_BASIC)
            .withAuth(AuthOptions.basic(USER))
            .withTunnel(tunnel)
            .withHeaders(Headers.of("X-Proxy", "only"));
    Run run =
        run(
            through(server, lab.uri(origin, "/auth/digest"))
                .auth(AuthOptions.digest(USER))
                .headers(Headers.of("X-Server", "only", "Proxy-Thing", "x"))
                .build());
    assertThat(run.result()).isEqualTo("CURLE_OK");
    for (LabRequest request : run.seen) {
      boolean toProxy = request.origin() == LabOrigin.PROXY_BASIC;
      assertThat(request.header("Proxy-Authorization").isPresent()).isEqualTo(toProxy);
      assertThat(request.header("X-Proxy").isPresent()).isEqualTo(toProxy);
      if (request.method().equals("CONNECT")) {
        assertThat(request.header("Authorization")).isEmpty();
        assertThat(request.header("X-Server")).isEmpty();
      }
      if (!toProxy) {
        assertThat(request.header("Proxy-Thing")).isEmpty();
      }
    }
  }

  /// A redirect from a URL that needs the proxy to one that does not: nothing of the proxy's goes.
  @ParameterizedTest
  @CsvSource({"/redir-host, localhost", "/redir-port, ''", "/redir-https, ''"})
  void aRedirectThatLeavesTheProxyTakesNothingAlong(String path, String direct) throws IOException {
    ProxyServer server = proxy(LabOrigin.PROXY_BASIC).withAuth(AuthOptions.basic(USER));
    Run run =
        run(
            get(lab.http(path).toString())
                .proxy(new ProxyOptions(server, null, NoProxy.parse(direct)))
                .auth(AuthOptions.basic(USER))
                .build());
    assertThat(run.result()).isEqualTo("CURLE_OK");
    assertThat(run.seen.getFirst().header("Proxy-Authorization")).isPresent();
    LabRequest last = run.seen.getLast();
    assertThat(last.header("Proxy-Authorization").isPresent())
        .isEqualTo(last.origin() == LabOrigin.PROXY_BASIC);
    assertThat(last.header("Authorization")).isEmpty();
  }

  /// The name that no name server has: only a proxy that looks it up gets there.
  @ParameterizedTest
  @EnumSource(
      names = {"HTTP", "HTTPS", "SOCKS4A", "SOCKS5_HOSTNAME"},
      value = ProxyKind.class)
  void theProxyLooksTheNameUp(ProxyKind kind) throws IOException {
    ProxyServer server = ofKind(kind);
    for (LabOrigin door : List.of(LabOrigin.HTTP, LabOrigin.HTTPS)) {
      URI uri = URI.create(lab.uri(door, "/small").toString().replace("127.0.0.1", FAR_NAME));
      Run run = run(IdlePoll.NONE, NO_NAMES, through(server, uri).build());
      assertThat(run.result()).as(run.info.error()).isEqualTo("CURLE_OK");
      assertThat(run.seen.getFirst().target()).contains(FAR_NAME + ":" + lab.port(door));
    }
  }

  private static ProxyServer ofKind(ProxyKind kind) {
    return switch (kind) {
      case HTTP, HTTP_1_0 -> proxy(LabOrigin.PROXY, kind);
      case HTTPS -> proxy(LabOrigin.PROXY_TLS);
      case SOCKS4, SOCKS4A, SOCKS5, SOCKS5_HOSTNAME -> proxy(LabOrigin.SOCKS, kind);
    };
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SOCKS4", "SOCKS5"},
      value = ProxyKind.class)
  void weLookTheNameUp(ProxyKind kind) throws IOException {
    URI uri = URI.create(lab.http("/small").toString().replace("127.0.0.1", "my.name"));
    TransferOptions options = through(proxy(LabOrigin.SOCKS, kind), uri).build();
    Lookup known = host -> Lookup.SYSTEM.addresses("127.0.0.1");
    Run run = run(IdlePoll.NONE, known, options);
    assertThat(run.result()).isEqualTo("CURLE_OK");
    assertThat(run.seen.getFirst().target()).isEqualTo("127.0.0.1:" + lab.port(LabOrigin.HTTP));
    Run unknown = run(IdlePoll.NONE, NO_NAMES, options);
    assertThat(unknown.result()).isEqualTo("CURLE_PROXY");
    assertThat(unknown.info.error()).contains("my.name");
  }

  @Test
  void aProxyWithoutAnAddressIsNamed() throws IOException {
    ProxyServer server = ProxyServer.of(ProxyKind.HTTP, "no.proxy.example", 1);
    Run run = run(IdlePoll.NONE, NO_NAMES, through(server, lab.http("/small")).build());
    assertThat(run.result()).isEqualTo("CURLE_COULDNT_RESOLVE_PROXY");
    assertThat(run.info.error()).contains("no.proxy.example");
  }

  @ParameterizedTest
  @CsvSource({
    "SOCKS4, '', wrong, CURLE_PROXY",
    "SOCKS4A, lab, x, CURLE_OK",
    "SOCKS5, '', '', CURLE_PROXY",
    "SOCKS5, lab, wrong, CURLE_PROXY",
    "SOCKS5_HOSTNAME, lab, secret word, CURLE_OK"
  })
  void socksAsksWhoItIs(ProxyKind kind, String name, String password, String result)
      throws IOException {
    ProxyServer server = proxy(LabOrigin.SOCKS_PASSWORD, kind);
    if (!name.isEmpty()) {
      server = server.withAuth(AuthOptions.basic(new Credentials(name, password)));
    }
    Run run = run(through(server, lab.http("/small")).build());
    assertThat(run.result()).as(run.info.error()).isEqualTo(result);
    assertThat(String.valueOf(run.info.error())).doesNotContain("secret word");
  }

  @ParameterizedTest
  @CsvSource({
    "PROXY_GARBAGE, CURLE_UNSUPPORTED_PROTOCOL",
    "PROXY_REFUSING, CURLE_COULDNT_CONNECT",
    "PROXY_HANGUP, CURLE_RECV_ERROR",
    "SOCKS_GARBAGE, CURLE_PROXY",
    "SOCKS_REFUSING, CURLE_PROXY",
    "SOCKS_HANGUP, CURLE_PROXY"
  })
  void eachLieEndsWithItsOwnCode(LabOrigin door, String code) throws IOException {
    for (IdlePoll idle : IdlePoll.values()) {
      Run run = run(idle, Lookup.SYSTEM, through(proxy(door), lab.https("/small")).build());
      assertThat(run.result()).as(run.info.error()).isEqualTo(code);
      assertThat(only(run.lines, "close")).hasSize(1);
    }
  }

  /// A refusal that comes back for a request that the proxy reads is an answer like any other.
  @Test
  void aProxysOwnAnswerIsDelivered() throws IOException {
    Run run =
        run(
            get(lab.http("/small").toString())
                .proxy(ProxyOptions.of(proxy(LabOrigin.PROXY_REFUSING)))
                .build());
    assertThat(run.result()).isEqualTo("CURLE_OK");
    assertThat(run.info.httpStatus()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(names = {"PROXY_HANGING", "SOCKS_HANGING"})
  void aProxyThatHangsEndsWithTheConnectTimeout(LabOrigin door) throws IOException {
    Run run =
        run(
            through(proxy(door), lab.https("/small"))
                .limits(LIMITS.withConnect(Duration.ofMillis(300)))
                .build());
    assertThat(run.result()).isEqualTo("CURLE_OPERATION_TIMEDOUT");
  }

  @Test
  void aProxyNobodyListensAtIsRefused() throws IOException {
    Run run = run(through(proxy(LabOrigin.REFUSED), lab.https("/small")).build());
    assertThat(run.result()).isEqualTo("CURLE_COULDNT_CONNECT");
  }

  /// A server that the proxy cannot reach.
  @ParameterizedTest
  @CsvSource({"PROXY, CURLE_COULDNT_CONNECT", "SOCKS, CURLE_PROXY"})
  void aServerNobodyListensAtIsTheProxysWord(LabOrigin door, String code) throws IOException {
    Run run = run(through(proxy(door).withTunnel(true), lab.refused()).build());
    assertThat(run.result()).as(run.info.error()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource(names = {"V6_REFUSED", "V6_HANGING"})
  void theWayToTheProxyIsARaceToo(LabOrigin door) throws IOException {
    if (lab.supports(door)) {
      // Any door of the lab reads an absolute URL; these are reached by a name of two addresses.
      ProxyServer server = ProxyServer.of(ProxyKind.HTTP, "localhost", lab.port(door));
      Run run = run(through(server, lab.http("/small")).build());
      assertThat(run.result()).isEqualTo("CURLE_OK");
      assertThat(only(run.lines, "open")).hasSizeGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void aProxysCertificateIsCheckedForItsName() throws IOException {
    ProxyServer stranger = proxy(LabOrigin.PROXY_TLS).withTls(TlsOptions.SYSTEM);
    Run run = run(through(stranger, lab.https("/small")).build());
    assertThat(run.result()).isEqualTo("CURLE_PEER_FAILED_VERIFICATION");
    ProxyServer trusted = proxy(LabOrigin.PROXY_TLS);
    Run inner =
        run(
            through(trusted, lab.uri(LabOrigin.HTTPS_EXPIRED, "/small"))
                .tls(TlsOptions.trusting(lab.trustingContext()))
                .build());
    assertThat(inner.result()).isEqualTo("CURLE_PEER_FAILED_VERIFICATION");
    assertThat(inner.info.error()).contains("expired");
  }

  @Test
  void hostsWithoutProxyAreSpokenToDirectly() throws IOException {
    ProxyOptions options =
        ProxyOptions.of(proxy(LabOrigin.PROXY_REFUSING)).withNoProxy(NoProxy.parse("127.0.0.0/8"));
    Run run = run(get(lab.http("/small").toString()).proxy(options).failOnError(true).build());
    assertThat(run.result()).isEqualTo("CURLE_OK");
  }

  @Test
  void manyThroughOneTunnelDoorWithAConnectionLimit() throws IOException {
    UnaryOperator<MultiOptions> two = options -> options.withLimits(2, 0, 8);
    List<Line> lines =
        traced(
            "proxy_limit",
            two,
            Lookup.SYSTEM,
            m -> {
              for (int i = 0; i < 8; i++) {
                ProxyServer server =
                    proxy(i % 2 == 0 ? LabOrigin.PROXY_DIGEST : LabOrigin.SOCKS)
                        .withAuth(AuthOptions.any(USER));
                m.add(m.easy(through(server, lab.https("/100k")).build()));
              }
              m.loop.run();
            });
    assertThat(results(lines)).hasSize(8).containsOnly("CURLE_OK");
  }

  /// Taken out at any moment of connecting, nothing stays behind.
  @ParameterizedTest
  @EnumSource(names = {"PROXY", "PROXY_TLS", "PROXY_DIGEST", "SOCKS"})
  void removalAtEveryTurnLeavesNothing(LabOrigin door) {
    List<Integer> turns = List.of(0, 1, 2, 3, 4, 6);
    for (int turn : turns) {
      assertThatCode(
              () ->
                  traced(
                      "proxy_removed",
                      IdlePoll.NONE,
                      m -> {
                        ProxyServer server = proxy(door).withAuth(AuthOptions.any(USER));
                        Easy easy = m.easy(through(server, lab.https("/1m")).build());
                        m.add(easy);
                        for (int i = 0; i < turn && m.multi.running() > 0; i++) {
                          m.loop.turn(1_000);
                        }
                        m.remove(easy);
                      }))
          .as("removed after %s turns", turn)
          .doesNotThrowAnyException();
    }
  }
}
