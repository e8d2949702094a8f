package org.sluice.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.retry.CaptivePortal.State;
import org.sluice.engine.retry.CaptivePortal.Step;

class CaptivePortalTest {
  private static final long START = Long.MAX_VALUE - 5;

  private static long at(double seconds) {
    return START + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }

  /// Signs as `kind item host second`, one after the other.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIGN_IN_REQUIRED 1 a 0 | SIGN_IN",
        "WEB_PAGE 1 a 0 | OPEN",
        "WEB_PAGE 1 a 0; WEB_PAGE 2 b 3 | SIGN_IN",
        "WEB_PAGE 1 a 0; WRONG_NAME 2 b 10 | SIGN_IN",
        "WEB_PAGE 1 a 0; WRONG_NAME 2 b 10.1 | OPEN", // too far apart
        "WEB_PAGE 1 a 0; WEB_PAGE 1 a 1; WEB_PAGE 1 a 2 | OPEN", // one download
        "WEB_PAGE 1 a 0; WEB_PAGE 1 b 1 | OPEN", // one download with two addresses
        "WEB_PAGE 1 a 0; WEB_PAGE 2 a 1; WEB_PAGE 3 a 2 | OPEN", // one host, which wants a log-in
        "SENT_ELSEWHERE 1 a 0; SENT_ELSEWHERE 2 a 1 | SIGN_IN",
        "WRONG_NAME 1 a 0; WRONG_NAME 2 b 1 | SIGN_IN",
        "WEB_PAGE 1 a 0; WEB_PAGE 2 a 9; WEB_PAGE 3 b 18 | SIGN_IN",
        "WRONG_NAME 1 127.0.0.1 0; WRONG_NAME 2 ::1 1 | OPEN", // not beyond any network
        "WRONG_NAME 1 nas.local 0; WRONG_NAME 2 192.168.1.9 1; WEB_PAGE 3 a 2 | OPEN",
        "SIGN_IN_REQUIRED 1 127.0.0.1 0 | SIGN_IN"
      })
  void aSignIsNotEnough(String signs, State wanted) {
    CaptivePortal portal = CaptivePortal.OPEN;
    Step last = null;
    for (String sign : signs.split("; ", -1)) {
      assertThat(portal.state()).isEqualTo(State.OPEN);
      String[] parts = sign.split(" ", -1);
      PortalSign seen =
          new PortalSign(PortalSign.Kind.valueOf(parts[0]), Long.parseLong(parts[1]), parts[2]);
      last = portal.saw(seen, at(Double.parseDouble(parts[3])));
      portal = last.next();
    }
    assertThat(portal.state()).isEqualTo(wanted);
    assertThat(last.changed()).isEqualTo(wanted == State.SIGN_IN);
  }

  private static CaptivePortal signIn() {
    return CaptivePortal.OPEN
        .saw(new PortalSign(PortalSign.Kind.SIGN_IN_REQUIRED, 1, "a"), START)
        .next();
  }

  @Test
  void oneDownloadAsksNowAndThenWhetherItIsOver() {
    CaptivePortal portal = signIn();
    assertThat(portal.mayAsk(at(14.9))).isFalse();
    assertThat(portal.mayAsk(at(15))).isTrue();
    CaptivePortal asked = portal.asked(at(15));
    assertThat(asked.mayAsk(at(29.9))).isFalse();
    assertThat(asked.mayAsk(at(30))).isTrue();
    assertThat(CaptivePortal.OPEN.mayAsk(START)).isFalse();
  }

  @Test
  void itEndsWithAFileOrAnotherNetwork() {
    assertThat(signIn().gotFile().next()).isEqualTo(CaptivePortal.OPEN);
    assertThat(signIn().gotFile().changed()).isTrue();
    assertThat(signIn().networkChanged().next()).isEqualTo(CaptivePortal.OPEN);
    assertThat(signIn().networkChanged().changed()).isTrue();
    assertThat(CaptivePortal.OPEN.gotFile().changed()).isFalse();
    assertThat(CaptivePortal.OPEN.networkChanged().changed()).isFalse();
    Step more = signIn().saw(new PortalSign(PortalSign.Kind.WEB_PAGE, 2, "b"), START);
    assertThat(more.changed()).isFalse();
    assertThat(more.next().state()).isEqualTo(State.SIGN_IN);
  }

  @Test
  void aFileInBetweenTakesTheSuspicionAway() {
    CaptivePortal portal =
        CaptivePortal.OPEN.saw(new PortalSign(PortalSign.Kind.WEB_PAGE, 1, "a"), at(0)).next();
    portal = portal.gotFile().next();
    portal = portal.saw(new PortalSign(PortalSign.Kind.WEB_PAGE, 2, "b"), at(1)).next();
    assertThat(portal.state()).isEqualTo(State.OPEN);
  }

  @Test
  void signsAreBounded() {
    CaptivePortal portal = CaptivePortal.OPEN;
    for (int i = 0; i < 1_000; i++) {
      portal = portal.saw(new PortalSign(PortalSign.Kind.WEB_PAGE, i, "a"), START).next();
    }
    assertThat(portal.signs()).hasSize(CaptivePortal.MOST_SIGNS);
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/a, http://192.168.1.1/login, true",
    "http://example.org/a, http://10.0.0.1/login, true",
    "http://example.org/a, http://172.16.0.1/, true",
    "http://example.org/a, http://100.64.0.1/, true",
    "http://example.org/a, http://100.128.0.1/, false",
    "http://example.org/a, http://169.254.1.1/, true",
    "http://example.org/a, http://127.0.0.1/, true",
    "http://example.org/a, http://[fe80::1]/, true",
    "http://example.org/a, http://[fd00::1]/, true",
    "http://example.org/a, http://[2001:db8::1]/, false",
    "http://example.org/a, http://login.wifi.lan/, true",
    "http://example.org/a, http://router.home.arpa/, true",
    "http://example.org/a, http://cdn.example.net/a, false",
    "http://example.org/a, http://example.org/b, false",
    "http://192.168.1.2/a, http://192.168.1.1/login, false",
    "http://nas.local/a, http://192.168.1.1/login, false"
  })
  void aRedirectIntoTheLocalNetworkIsASign(String asked, String last, boolean sent)
      throws TransferException {
    assertThat(PortalSign.isSentElsewhere(Url.parse(asked), Url.parse(last))).isEqualTo(sent);
  }
}
