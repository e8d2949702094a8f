package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.RedirectDecision.Deliver;
import org.sluice.engine.http.RedirectDecision.Follow;
import org.sluice.engine.http.RedirectDecision.Refuse;

class RedirectDecisionTest {
  private static RedirectDecision decide(int status, String from, String location, int followed)
      throws TransferException {
    Headers headers = location == null ? Headers.EMPTY : Headers.of("Location", location);
    return RedirectDecision.decide(
        new ResponseHead(1, status, "", headers, 0), Url.parse(from), true, followed, 3, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void follows(int status) throws TransferException {
    assertThat(decide(status, "http://a/x", "y", 0)).isEqualTo(new Follow(Url.parse("http://a/y")));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 300, 304, 305, 306, 404})
  void deliversWhatIsNoRedirect(int status) throws TransferException {
    assertThat(decide(status, "http://a/x", "y", 0)).isEqualTo(new Deliver());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302})
  void deliversOneWithoutALocation(int status) throws TransferException {
    assertThat(decide(status, "http://a/x", null, 0)).isEqualTo(new Deliver());
  }

  @ParameterizedTest
  @CsvSource({
    "https://a/x, http://a/y, UNSUPPORTED_PROTOCOL",
    "http://a/x, file:///etc/passwd, UNSUPPORTED_PROTOCOL",
    "http://a/x, ftp://a/y, UNSUPPORTED_PROTOCOL",
    "http://a/x, http://a:0/, URL_MALFORMAT"
  })
  void refuses(String from, String to, TransferErrorCode code) throws TransferException {
    assertThat(decide(302, from, to, 0))
        .isInstanceOfSatisfying(
            Refuse.class,
            r -> {
              assertThat(r.code()).isEqualTo(code);
              assertThat(r.reason()).contains("efused");
            });
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true"})
  void endsAtTheLimit(int followed, boolean refused) throws TransferException {
    RedirectDecision decision = decide(302, "http://a/x", "y", followed);
    assertThat(decision instanceof Refuse).isEqualTo(refused);
    if (decision instanceof Refuse refuse) {
      assertThat(refuse.code()).isEqualTo(TransferErrorCode.TOO_MANY_REDIRECTS);
    }
  }
}
