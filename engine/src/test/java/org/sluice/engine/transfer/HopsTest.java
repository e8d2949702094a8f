package org.sluice.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sluice.engine.connection.Via;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.Netrc;
import org.sluice.engine.request.NoProxy;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.RedirectOptions;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.request.UrlOptions;

/// The way from hop to hop, without a socket: what each request says.
class HopsTest {
  private static final Credentials USER = new Credentials("me", "secret");
  private static final String BASIC = "\r\nAuthorization: Basic bWU6c2VjcmV0\r\n";

  private static Hops started(TransferOptions.Builder options) throws TransferException {
    Hops hops = new Hops(options.redirects(new RedirectOptions(true, 30, true)).build());
    hops.start();
    return hops;
  }

  private static String sent(Hops hops) {
    return StandardCharsets.UTF_8.decode(hops.request(false).asHttp1(1)).toString();
  }

  private static ResponseHead head(int status, String... headers) {
    return new ResponseHead(1, status, "", Headers.of(headers), 0);
  }

  /// Follows a redirect, and returns the next request.
  private static String follow(Hops hops, String location) {
    assertThat(hops.judge(head(302, "Location", location))).isInstanceOf(NextStep.Follow.class);
    assertThat(hops.advance()).isTrue();
    return sent(hops);
  }

  @Test
  void secretsComeBackWithTheOriginTheyBelongTo() throws TransferException {
    Hops hops =
        started(
            TransferOptions.builder("http://a.b/1")
                .auth(AuthOptions.basic(USER))
                .headers(Headers.of("Cookie", "id=1", "Host", "other.name")));
    assertThat(sent(hops)).contains(BASIC, "\r\nCookie: id=1", "\r\nHost: other.name\r\n");
    assertThat(follow(hops, "http://c.d/2"))
        .contains("\r\nHost: c.d\r\n")
        .doesNotContain("Authorization", "Cookie", "other.name");
    assertThat(follow(hops, "http://c.d/3")).doesNotContain("Authorization", "Cookie");
    assertThat(follow(hops, "http://a.b/4")).contains(BASIC, "\r\nCookie: id=1");
    assertThat(follow(hops, "/5")).contains(BASIC);
    assertThat(hops.redirects()).isEqualTo(4);
  }

  @Test
  void eachPartOfTheOriginCounts() throws TransferException {
    for (String to :
        List.of("https://a.b/", "http://a.b:81/", "http://x.a.b/", "http://a.b.c/", "//b/")) {
      Hops hops = started(TransferOptions.builder("http://a.b/").auth(AuthOptions.basic(USER)));
      assertThat(sent(hops)).contains(BASIC);
      assertThat(follow(hops, to)).as(to).doesNotContain("Authorization");
    }
  }

  @Test
  void theUrlsOwnCredentialsSurviveARelativeRedirectAndNoOther() throws TransferException {
    Hops hops = started(TransferOptions.builder("http://me:secret@a.b/1"));
    assertThat(sent(hops)).contains(BASIC).contains("GET /1 ");
    assertThat(follow(hops, "2")).contains(BASIC);
    assertThat(follow(hops, "http://a.b/3")).contains(BASIC);
    assertThat(follow(hops, "http://c.d/4")).doesNotContain("Authorization");
    assertThat(follow(hops, "http://a.b/5")).contains(BASIC);
    assertThat(hops.shown()).isEqualTo("http://a.b/5");
  }

  /// What a server gives in a Location is its own to give, for that place.
  @Test
  void aLocationsCredentialsAreForThatPlace() throws TransferException {
    Hops hops = started(TransferOptions.builder("http://a.b/"));
    assertThat(sent(hops)).doesNotContain("Authorization");
    assertThat(follow(hops, "http://me:secret@c.d/")).contains(BASIC);
    assertThat(follow(hops, "http://e.f/")).doesNotContain("Authorization");
  }

  @Test
  void theOptionsWinOverTheUrl() throws TransferException {
    Hops hops = started(TransferOptions.builder("http://x:y@a.b/").auth(AuthOptions.basic(USER)));
    assertThat(sent(hops)).contains(BASIC);
  }

  @Test
  void aChallengeIsAnsweredOnceAndThenDelivered() throws TransferException {
    Hops hops = started(TransferOptions.builder("http://a.b/x").auth(AuthOptions.any(USER)));
    assertThat(sent(hops)).doesNotContain("Authorization");
    ResponseHead asks = head(401, "WWW-Authenticate", "Basic realm=x");
    assertThat(hops.judge(asks)).isInstanceOf(NextStep.Again.class);
    assertThat(hops.advance()).isTrue();
    assertThat(sent(hops)).contains(BASIC);
    assertThat(hops.judge(asks)).isInstanceOf(NextStep.Deliver.class);
    assertThat(hops.advance()).isFalse();
    assertThat(hops.redirects()).isZero();
  }

  @Test
  void aChallengeOfAnotherOriginGetsNothing() throws TransferException {
    Hops hops = started(TransferOptions.builder("http://a.b/x").auth(AuthOptions.any(USER)));
    sent(hops);
    follow(hops, "http://c.d/");
    assertThat(hops.judge(head(401, "WWW-Authenticate", "Basic realm=x")))
        .isInstanceOf(NextStep.Deliver.class);
  }

  /// The scheme that was found goes with the trust; one that needs a challenge waits for it.
  @Test
  void whoeverIsTrustedGetsTheSchemeThatWasFound() throws TransferException {
    Hops hops =
        started(
            TransferOptions.builder("https://a.b/")
                .auth(AuthOptions.any(USER))
                .trustRedirects(true));
    assertThat(sent(hops)).doesNotContain("Authorization");
    assertThat(hops.judge(head(401, "WWW-Authenticate", "Basic realm=x")))
        .isInstanceOf(NextStep.Again.class);
    assertThat(hops.advance()).isTrue();
    assertThat(sent(hops)).contains(BASIC);
    assertThat(follow(hops, "https://c.d/")).contains(BASIC);
    assertThat(hops.judge(head(401, "WWW-Authenticate", "Digest realm=y, nonce=n, qop=auth")))
        .isInstanceOf(NextStep.Again.class);
    assertThat(hops.advance()).isTrue();
    assertThat(sent(hops)).contains("\r\nAuthorization: Digest username=\"me\"");
    assertThat(follow(hops, "https://e.f/")).doesNotContain("Authorization");
  }

  @Test
  void theSchemeThatWasFoundIsNotSaidInTheClear() throws TransferException {
    Hops hops =
        started(
            TransferOptions.builder("https://a.b/")
                .auth(AuthOptions.any(USER))
                .trustRedirects(true));
    sent(hops);
    hops.judge(head(401, "WWW-Authenticate", "Basic realm=x"));
    assertThat(hops.advance()).isTrue();
    assertThat(sent(hops)).contains(BASIC);
    assertThat(follow(hops, "http://c.d/")).doesNotContain("Authorization");
  }

  /// A server must not get what is for the proxy by asking for it.
  @Test
  void a407OfAServerIsAnAnswerLikeAnyOther() throws TransferException {
    ProxyServer proxy =
        ProxyServer.of(ProxyKind.HTTP, "p", 1).withAuth(AuthOptions.any(USER)).withTunnel(true);
    for (ProxyOptions options : List.of(ProxyOptions.NONE, ProxyOptions.of(proxy))) {
      Hops hops =
          started(
              TransferOptions.builder("http://a.b/").auth(AuthOptions.any(USER)).proxy(options));
      sent(hops);
      assertThat(hops.judge(head(407, "Proxy-Authenticate", "Basic realm=x")))
          .isInstanceOf(NextStep.Deliver.class);
      assertThat(sent(hops)).doesNotContain("Authorization");
    }
  }

  @Test
  void eachHopGoesItsOwnWay() throws TransferException {
    ProxyServer http = ProxyServer.of(ProxyKind.HTTP, "p", 1).withAuth(AuthOptions.basic(USER));
    ProxyServer socks = ProxyServer.of(ProxyKind.SOCKS5, "s", 2);
    Hops hops =
        started(
            TransferOptions.builder("http://a.b/1")
                .proxy(new ProxyOptions(http, socks, NoProxy.parse("c.d"))));
    assertThat(sent(hops))
        .startsWith("GET http://a.b/1 HTTP/1.1\r\nHost: a.b\r\nProxy-Authorization: Basic ")
        .contains("\r\nProxy-Connection: Keep-Alive\r\n");
    assertThat(hops.hostKey()).isEqualTo("p:1");
    assertThat(follow(hops, "http://c.d/2"))
        .startsWith("GET /2 HTTP/1.1\r\nHost: c.d\r\n")
        .doesNotContain("Proxy-");
    assertThat(hops.origin().via()).isEqualTo(new Via.Direct());
    assertThat(follow(hops, "https://e.f/3")).startsWith("GET /3 ").doesNotContain("Proxy-");
    assertThat(hops.origin().via()).isEqualTo(new Via.Socks(socks));
    assertThat(hops.origin().nearHost()).isEqualTo("s");
    assertThat(hops.hostKey()).isEqualTo("e.f:443");
    assertThat(follow(hops, "http://g.h/4")).contains("Proxy-Authorization");
  }

  @Test
  void aUrlThatIsNoneSaysNothingOfItsPassword() {
    Hops hops = new Hops(TransferOptions.get("http://me:secret@:x/"));
    TransferException e = catchThrowableOfType(TransferException.class, hops::start);
    assertThat(e.code()).isEqualTo(TransferErrorCode.URL_MALFORMAT);
    assertThat(e.sentence() + hops.shown()).doesNotContain("secret");
  }

  @Test
  void protocolsKeepToWhatIsAllowed() throws TransferException {
    UrlOptions secureOnly =
        UrlOptions.DEFAULT.withProtocols(Set.of("https")).withRedirectProtocols(Set.of("https"));
    TransferException refused =
        catchThrowableOfType(
            TransferException.class,
            () -> started(TransferOptions.builder("http://a.b/").urls(secureOnly)));
    assertThat(refused.code()).isEqualTo(TransferErrorCode.UNSUPPORTED_PROTOCOL);
    Hops hops = started(TransferOptions.builder("https://a.b/").urls(secureOnly));
    assertThat(hops.judge(head(302, "Location", "http://a.b/")))
        .isInstanceOf(NextStep.Refuse.class);
    Hops other = started(TransferOptions.builder("https://a.b/").urls(secureOnly));
    assertThat(follow(other, "https://c.d/")).contains("Host: c.d");
  }

  @Test
  void theRequestTargetIsWhatTheUserSays() throws TransferException {
    UrlOptions star = UrlOptions.DEFAULT.withRequestTarget("*");
    assertThat(sent(started(TransferOptions.builder("http://a.b/x").urls(star))))
        .startsWith("GET * HTTP/1.1\r\n")
        .contains("\r\nHost: a.b\r\n");
    for (String bad : List.of("", "a b", "/\r\nX: y", "/\0")) {
      assertThat(
              catchThrowableOfType(
                  IllegalArgumentException.class, () -> UrlOptions.DEFAULT.withRequestTarget(bad)))
          .as(bad)
          .isNotNull();
    }
    UrlOptions asIs = UrlOptions.DEFAULT.withPathAsIs(true);
    assertThat(sent(started(TransferOptions.builder("http://a.b/x/../y").urls(asIs))))
        .startsWith("GET /x/../y HTTP/1.1\r\n");
  }

  /// As curl: `--netrc-optional` completes what the URL says, `-n` wins over it.
  @Test
  void theNetrcFileWinsOverTheUrlOnlyIfItShall() throws TransferException {
    Netrc netrc = Netrc.parse("machine a.b login me password secret");
    String basic = "\r\nAuthorization: Basic ";
    TransferOptions.Builder named = TransferOptions.builder("http://me:other@a.b/");
    assertThat(sent(started(named.netrc(netrc)))).contains(basic + "bWU6b3RoZXI=");
    assertThat(sent(started(named.netrc(netrc.withOverUrl(true))))).contains(BASIC);
    // A name in the URL says whose password is wanted; nobody else's is taken.
    TransferOptions.Builder you = TransferOptions.builder("http://you:other@a.b/");
    assertThat(sent(started(you.netrc(netrc.withOverUrl(true))))).contains(basic + "eW91Om90aGVy");
    // Options win over both.
    assertThat(
            sent(
                started(
                    named
                        .netrc(netrc.withOverUrl(true))
                        .auth(AuthOptions.basic(new Credentials("x", "y"))))))
        .contains(basic + "eDp5");
  }
}
