package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.dns.Resolver;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabRequest;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.AddressFamily;
import org.sluice.engine.request.ConnectTo;
import org.sluice.engine.request.LocalEnd;
import org.sluice.engine.request.NetworkOptions;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.ResolveRules;
import org.sluice.engine.request.TransferOptions;

/// How servers are found and reached, when the options say how.
class NetworkTest extends GoldenTestBase {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong laterNanos = new AtomicLong();
  private List<InetAddress> known = List.of(HERE);

  private final Lookup lookup =
      host -> {
        asked.incrementAndGet();
        if (known.isEmpty()) {
          throw new UnknownHostException(host);
        }
        return known;
      };

  private static int port() {
    return lab.port(LabOrigin.HTTP);
  }

  private static TransferOptions.Builder named(String host) {
    return get("http://" + host + ":" + port() + "/small");
  }

  private List<TransferInfo> fetch(TransferOptions.Builder... each) throws IOException {
    List<TransferInfo> infos = new ArrayList<>();
    traced(
        "network",
        options -> options.withClock(() -> System.nanoTime() + laterNanos.get(), null),
        lookup,
        m -> {
          for (TransferOptions.Builder one : each) {
            Easy easy = m.easy(one.build());
            m.add(easy);
            m.loop.run();
            infos.add(easy.transfer.info());
          }
        });
    return infos;
  }

  private static void assertCode(TransferInfo info, TransferErrorCode code) {
    assertThat(info.result()).as(info.error()).isEqualTo(code);
  }

  private static NetworkOptions resolving(String... rules) throws TransferException {
    return NetworkOptions.DEFAULT.withResolve(ResolveRules.parse(List.of(rules)));
  }

  @Test
  void whatIsSaidOfANameIsBelieved() throws Exception {
    known = List.of();
    for (String rule : List.of("a.test:" + port() + ":127.0.0.1", "*:" + port() + ":127.0.0.1")) {
      assertCode(fetch(named("a.test").network(resolving(rule))).getFirst(), TransferErrorCode.OK);
    }
    assertThat(asked).hasValue(0);
    NetworkOptions otherPort = resolving("a.test:1:127.0.0.1");
    assertCode(
        fetch(named("a.test").network(otherPort)).getFirst(),
        TransferErrorCode.COULDNT_RESOLVE_HOST);
    assertThat(asked).hasValue(1);
  }

  @Test
  void aConnectionToOneAddressIsNotLentToAnother() throws Exception {
    String rule = "a.test:" + port() + ":127.0.0.1";
    List<TransferInfo> infos =
        fetch(
            named("a.test").network(resolving(rule)),
            named("a.test").network(resolving(rule)),
            named("a.test").network(resolving("a.test:" + port() + ":127.0.0.2,127.0.0.1")),
            named("a.test"));
    infos.forEach(info -> assertCode(info, TransferErrorCode.OK));
    assertThat(infos.stream().map(TransferInfo::newConnects)).containsExactly(1, 0, 1, 1);
  }

  @Test
  void aMinusAsksAnew() throws Exception {
    fetch(
        named("a.test").freshConnect(true),
        named("a.test").freshConnect(true),
        named("a.test").freshConnect(true).network(resolving("-a.test:" + port())));
    assertThat(asked).hasValue(2);
  }

  @Test
  void anAnswerIsBelievedAsLongAsEachTransferSays() throws Exception {
    NetworkOptions none = NetworkOptions.DEFAULT.withDnsCacheTimeoutNanos(0);
    NetworkOptions ever = NetworkOptions.DEFAULT.withDnsCacheTimeoutNanos(NetworkOptions.FOREVER);
    List<Integer> questions = new ArrayList<>();
    traced(
        "cache",
        options -> options.withClock(() -> System.nanoTime() + laterNanos.get(), null),
        lookup,
        m -> {
          for (NetworkOptions network :
              List.of(NetworkOptions.DEFAULT, NetworkOptions.DEFAULT, none, none, ever)) {
            m.add(m.easy(named("a.test").freshConnect(true).network(network).build()));
            m.loop.run();
            questions.add(asked.get());
          }
          laterNanos.addAndGet(NetworkOptions.DNS_CACHE_TIMEOUT_NANOS + 1);
          for (NetworkOptions network : List.of(ever, NetworkOptions.DEFAULT)) {
            m.add(m.easy(named("a.test").freshConnect(true).network(network).build()));
            m.loop.run();
            questions.add(asked.get());
          }
        });
    assertThat(questions).containsExactly(1, 1, 2, 3, 3, 3, 4);
  }

  @Test
  void aFailureIsBelievedForAMomentOnly() throws Exception {
    known = List.of();
    List<TransferErrorCode> codes = new ArrayList<>();
    traced(
        "failure",
        options -> options.withClock(() -> System.nanoTime() + laterNanos.get(), null),
        lookup,
        m -> {
          for (int i = 0; i < 3; i++) {
            Easy easy = m.easy(named("a.test").build());
            m.add(easy);
            m.loop.run();
            codes.add(easy.transfer.info().result());
            known = List.of(HERE);
            if (i == 1) {
              laterNanos.addAndGet(Resolver.FAILURE_NANOS);
            }
          }
        });
    assertThat(codes).last().isEqualTo(TransferErrorCode.OK);
    assertThat(codes).first().isEqualTo(TransferErrorCode.COULDNT_RESOLVE_HOST);
    assertThat(asked.get()).as("asked twice, or thrice on a slow machine").isBetween(2, 3);
  }

  @Test
  void moreAddressesThanTheLimitAreNotTried() throws Exception {
    List<InetAddress> many = new ArrayList<>();
    for (int i = 0; i < Resolver.MOST_ADDRESSES; i++) {
      many.add(InetAddress.ofLiteral("127.1.0." + i));
    }
    many.add(HERE);
    known = many;
    // Nobody listens at the others; ours is one too many.
    TransferInfo info = fetch(get("http://a.test:" + port() + "/small")).getFirst();
    assertCode(info, TransferErrorCode.COULDNT_CONNECT);
  }

  @Test
  void oneFamilyOnlyIfWanted() throws Exception {
    NetworkOptions four = NetworkOptions.DEFAULT.withFamily(AddressFamily.IPV4);
    NetworkOptions six = NetworkOptions.DEFAULT.withFamily(AddressFamily.IPV6);
    known = List.of(HERE);
    assertCode(fetch(named("a.test").network(four)).getFirst(), TransferErrorCode.OK);
    TransferInfo none = fetch(named("a.test").network(six)).getFirst();
    assertCode(none, TransferErrorCode.COULDNT_RESOLVE_HOST);
    assertThat(none.error()).contains("IPV6");
    assertCode(
        fetch(named("127.0.0.1").network(six)).getFirst(), TransferErrorCode.COULDNT_RESOLVE_HOST);
  }

  private static List<LabRequest> requestsSince(long count) {
    List<LabRequest> all = lab.seen();
    return all.subList((int) (all.size() - (lab.requests() - count)), all.size());
  }

  private static String host(LabRequest request) {
    return request.fields().stream()
        .filter(field -> field.name().equalsIgnoreCase("Host"))
        .map(LabRequest.Field::value)
        .findFirst()
        .orElse("");
  }

  @Test
  void anotherPlaceIsConnectedTo() throws Exception {
    known = List.of();
    NetworkOptions elsewhere =
        NetworkOptions.DEFAULT.withConnectTo(
            List.of(ConnectTo.parse("a.test:80:127.0.0.1:" + port())));
    long before = lab.requests();
    TransferInfo info = fetch(get("http://a.test/small").network(elsewhere)).getFirst();
    assertCode(info, TransferErrorCode.OK);
    assertThat(requestsSince(before)).extracting(NetworkTest::host).containsExactly("a.test");
    // TLS goes on about the name of the URL.
    NetworkOptions secure =
        NetworkOptions.DEFAULT.withConnectTo(
            List.of(ConnectTo.parse("::127.0.0.1:" + lab.port(LabOrigin.HTTPS))));
    assertCode(
        fetch(get("https://lab.sluice.test/small").network(secure)).getFirst(),
        TransferErrorCode.OK);
    TransferInfo wrong = fetch(get("https://b.test/small").network(secure)).getFirst();
    assertCode(wrong, TransferErrorCode.PEER_FAILED_VERIFICATION);
  }

  /// A proxy that reads requests would go by the URL, so it is asked for a tunnel.
  @Test
  void anotherPlaceBehindAProxyIsTunnelledTo() throws Exception {
    ProxyServer proxy = ProxyServer.parse(lab.proxy(LabOrigin.PROXY));
    NetworkOptions elsewhere =
        NetworkOptions.DEFAULT.withConnectTo(
            List.of(ConnectTo.parse("a.test:80:127.0.0.1:" + port())));
    long before = lab.requests();
    TransferInfo info =
        fetch(get("http://a.test/small").network(elsewhere).proxy(ProxyOptions.of(proxy)))
            .getFirst();
    assertCode(info, TransferErrorCode.OK);
    assertThat(requestsSince(before))
        .extracting(LabRequest::method)
        .containsExactly("CONNECT", "GET");
  }

  @ParameterizedTest
  @EnumSource(names = {"SOCKS4", "SOCKS4A", "SOCKS5", "SOCKS5_HOSTNAME"})
  void aSocksProxyStandsBeforeAProxyOfHttp(ProxyKind kind) throws Exception {
    ProxyServer socks = ProxyServer.of(kind, "127.0.0.1", lab.port(LabOrigin.SOCKS));
    ProxyServer proxy =
        ProxyServer.of(ProxyKind.HTTP, "lab.sluice.test", lab.port(LabOrigin.PROXY))
            .withThrough(socks);
    for (LabOrigin door : List.of(LabOrigin.HTTP, LabOrigin.HTTPS)) {
      long before = lab.requests();
      TransferInfo info =
          fetch(get(lab.uri(door, "/small").toString()).proxy(ProxyOptions.of(proxy))).getFirst();
      assertCode(info, TransferErrorCode.OK);
      assertThat(requestsSince(before))
          .extracting(LabRequest::origin)
          .startsWith(LabOrigin.SOCKS, LabOrigin.PROXY);
    }
    ProxyServer closed =
        proxy.withThrough(ProxyServer.of(kind, "127.0.0.1", lab.port(LabOrigin.SOCKS_REFUSING)));
    TransferInfo refused =
        fetch(get(lab.http("/small").toString()).proxy(ProxyOptions.of(closed))).getFirst();
    assertCode(refused, TransferErrorCode.PROXY);
  }

  private TransferInfo from(LocalEnd local) throws IOException {
    return fetch(named("127.0.0.1").network(NetworkOptions.DEFAULT.withLocal(local))).getFirst();
  }

  @Test
  void ourEndIsWhereTheOptionsSay() throws Exception {
    for (String end :
        List.of("lo", "if!lo", "127.0.0.1", "host!127.0.0.1", "ifhost!lo!127.0.0.1")) {
      assertCode(from(LocalEnd.parse(end)), TransferErrorCode.OK);
    }
    for (String end : List.of("nosuch0", "192.0.2.77", "if!nosuch0")) {
      TransferInfo info = from(LocalEnd.parse(end));
      assertCode(info, TransferErrorCode.INTERFACE_FAILED);
      assertThat(info.error()).contains("Our end of the connection");
    }
    assertCode(from(LocalEnd.parse("::1")), TransferErrorCode.COULDNT_RESOLVE_HOST);
  }

  @Test
  void aTakenPortGivesWayToTheNext() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      assertCode(from(LocalEnd.ANY.withPorts(port, port)), TransferErrorCode.INTERFACE_FAILED);
      TransferInfo next = from(LocalEnd.ANY.withPorts(port, Math.min(port + 50, 65_535)));
      assertCode(next, TransferErrorCode.OK);
    }
  }
}
