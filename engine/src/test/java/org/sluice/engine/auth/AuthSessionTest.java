package org.sluice.engine.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.http.AuthScheme;
import org.sluice.engine.http.Credentials;

class AuthSessionTest {
  private static final Credentials USER = new Credentials("Mufasa", "Circle of Life");
  private static final String RFC_7616 =
      "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\","
          + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
          + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\", algorithm=";
  private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

  private static AuthSession session(AuthScheme... allowed) {
    return new AuthSession(Set.of(allowed), USER, null, () -> CNONCE);
  }

  private static AuthDecision ask(AuthSession session, String... challenges) {
    session.fieldValue("GET", "/");
    return session.challenged(List.of(challenges));
  }

  /// RFC 7616, 3.9.1; the sessions by a hash made elsewhere.
  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "MD5-sess, e783283f46242139c486a698fec7211d",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
    "SHA-256-sess, 2fd51b3a77ad75bad6afad6003e818d767133c46d9e2749e7f5232ae1ea3efd7"
  })
  void answersAsTheStandardDoes(String algorithm, String response) {
    AuthSession session = session(AuthScheme.DIGEST);
    assertThat(ask(session, RFC_7616 + algorithm)).isInstanceOf(AuthDecision.Again.class);
    assertThat(session.fieldValue("GET", "/dir/index.html"))
        .isEqualTo(
            "Digest username=\"Mufasa\", realm=\"http-auth@example.org\","
                + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                + " uri=\"/dir/index.html\", cnonce=\""
                + CNONCE
                + "\", nc=00000001, qop=auth, response=\""
                + response
                + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\", algorithm="
                + algorithm);
    assertThat(session.fieldValue("GET", "/dir/index.html")).contains("nc=00000002");
  }

  /// The way of RFC 2069, with numbers that curl's tests have too.
  @Test
  void answersWithoutQop() {
    AuthSession session =
        new AuthSession(Set.of(AuthScheme.DIGEST), new Credentials("foo", "bar"), null);
    ask(session, "Digest realm=\"weirdorealm\", nonce=\"12345\"");
    assertThat(session.fieldValue("GET", "/335"))
        .isEqualTo(
            "Digest username=\"foo\", realm=\"weirdorealm\", nonce=\"12345\", uri=\"/335\","
                + " response=\"f61609cd8f5bb205ef4e169b2c5626cb\"");
  }

  @Test
  void speaksBasicAtOnceWhenThatIsAllThereIs() {
    AuthSession session =
        new AuthSession(Set.of(AuthScheme.BASIC), new Credentials("Aladdin", "open sesame"), null);
    assertThat(session.fieldValue("GET", "/")).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assertThat(session.challenged(List.of("Basic realm=x")))
        .isInstanceOf(AuthDecision.GiveUp.class);
  }

  /// RFC 7617, 2.1.
  @Test
  void speaksUtf8() {
    AuthSession session =
        new AuthSession(Set.of(AuthScheme.BASIC), new Credentials("test", "123£"), null);
    assertThat(session.fieldValue("GET", "/")).isEqualTo("Basic dGVzdDoxMjPCow==");
  }

  @Test
  void saysATokenAtOnceAndNeverTwiceToTheSameRefusal() {
    AuthSession session = new AuthSession(Set.of(AuthScheme.BEARER), null, "t.1");
    assertThat(session.fieldValue("GET", "/")).isEqualTo("Bearer t.1");
    assertThat(session.challenged(List.of("Bearer error=\"invalid_token\"")))
        .isInstanceOf(AuthDecision.GiveUp.class);
  }

  @Test
  void waitsForTheQuestionWhereThereIsAChoiceAndTakesTheStrongest() {
    AuthSession session = session(AuthScheme.BASIC, AuthScheme.DIGEST);
    assertThat(session.fieldValue("GET", "/")).isNull();
    session.challenged(List.of("Basic realm=x, " + RFC_7616 + "MD5", RFC_7616 + "SHA-256"));
    assertThat(session.fieldValue("GET", "/")).contains("algorithm=SHA-256");
  }

  @Test
  void neverFallsBackToAWeakerScheme() {
    AuthSession session = session(AuthScheme.BASIC, AuthScheme.DIGEST);
    ask(session, RFC_7616 + "MD5");
    assertThat(ask(session, "Basic realm=x")).isInstanceOf(AuthDecision.GiveUp.class);
  }

  @Test
  void takesBasicIfNothingElseCanBeAnswered() {
    AuthSession session = session(AuthScheme.BASIC, AuthScheme.DIGEST);
    assertThat(
            ask(
                session,
                "Digest nonce=1, algorithm=SHA-512-256, Digest nonce=1, qop=auth-int, Digest qop=auth",
                "Basic realm=x"))
        .isEqualTo(new AuthDecision.Again(AuthScheme.BASIC, "asked for BASIC"));
  }

  @Test
  void answersAStaleNonceOnceMoreAndNotForEver() {
    AuthSession session = session(AuthScheme.DIGEST);
    for (int round = 0; round < AuthSession.MOST_ROUNDS; round++) {
      assertThat(ask(session, "Digest realm=x, stale=true, nonce=" + round))
          .isInstanceOf(AuthDecision.Again.class);
      assertThat(session.fieldValue("GET", "/")).contains("nonce=\"" + round + "\"");
    }
    assertThat(ask(session, "Digest realm=x, stale=true, nonce=9"))
        .isInstanceOf(AuthDecision.GiveUp.class);
  }

  @Test
  void answersAnotherRealmOfTheSamePlace() {
    AuthSession session = session(AuthScheme.DIGEST);
    ask(session, "Digest realm=x, nonce=1");
    assertThat(ask(session, "Digest realm=y, nonce=2")).isInstanceOf(AuthDecision.Again.class);
    assertThat(ask(session, "Digest realm=y, nonce=3")).isInstanceOf(AuthDecision.GiveUp.class);
  }

  @Test
  void givesUpWithNothingToSay() {
    AuthSession session = new AuthSession(AuthScheme.any(), null, null);
    assertThat(ask(session, "Basic realm=x, Bearer, " + RFC_7616 + "MD5"))
        .isInstanceOf(AuthDecision.GiveUp.class);
    assertThat(ask(session(AuthScheme.BASIC), "Negotiate")).isInstanceOf(AuthDecision.GiveUp.class);
  }

  @Test
  void escapesWhatStandsInQuotes() {
    AuthSession session =
        new AuthSession(Set.of(AuthScheme.DIGEST), new Credentials("a\"b\\c", "p"), null);
    ask(session, "Digest realm=\"r\\\"s\", nonce=1");
    assertThat(session.fieldValue("GET", "/"))
        .contains("username=\"a\\\"b\\\\c\"", "realm=\"r\\\"s\"");
  }
}
