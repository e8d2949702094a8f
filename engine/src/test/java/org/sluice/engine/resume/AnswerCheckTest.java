package org.sluice.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Validators;

/// Every row of RIVALS 3.3, and what lies between them, as a table.
class AnswerCheckTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ADDRESS = "https://example.org/a.iso";
  private static final String SIGNED = "https://example.org/a.iso?X-Amz-Signature=00ff";
  private static final long MUCH = Remedies.CHEAP_BYTES + 1;

  private static String decide(Expected expected, String answer) {
    AnswerDecision decision = AnswerCheck.decide(expected, Words.head(answer), NOW);
    assertThat(decision.reason()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(200);
    return Words.words(decision);
  }

  static Expected resumed(Basis basis, String known, long from, long to) {
    Validators validators = Words.validators(known);
    return new Expected(
        RangeRequest.of(from, to, validators, basis, true),
        basis,
        validators,
        from,
        0,
        Words.url(ADDRESS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a first answer: only a 206 shows that ranges work
        "206 range=0-4999/5000 length=5000 | body [0, 5000) of 5000 EXACT SINGLE_RUN",
        "206 range=0-4999/* length=5000 | body [0, 5000) of -1 EXACT SINGLE_RUN",
        "206 range=0-999/5000 length=1000 | body [0, 1000) of 5000 SHORTER SINGLE_RUN",
        "206 range=0-4999/5000 | body [0, 5000) of 5000 EXACT SINGLE_RUN",
        "200 length=5000 Accept-Ranges=bytes | whole 5000 OFFERED",
        "200 length=5000 | whole 5000 UNLIKELY",
        "200 length=5000 Accept-Ranges=none | whole 5000 NONE",
        "203 length=5000 | whole 5000 UNLIKELY",
        "200 length=0 | whole 0 UNLIKELY",
        "200 Accept-Ranges=bytes | whole -1 OFFERED",
        "200 Transfer-Encoding=chunked | whole -1 UNLIKELY",
        // a lie in the first answer
        "206 length=5000 | no ranges NO_CONTENT_RANGE ASK_WHOLE",
        "206 Content-Range=5000 length=5000 | no ranges NO_CONTENT_RANGE ASK_WHOLE",
        "206 range=1-4999/5000 | no ranges WRONG_START ASK_WHOLE",
        "206 range=0-4999/5000 length=4000 | no ranges WRONG_LENGTH ASK_WHOLE",
        "206 type=multipart/byteranges;boundary=x range=0-4999/5000"
            + " | no ranges MULTIPART ASK_WHOLE",
        // compressed: one connection, no resuming
        "200 length=900 Content-Encoding=gzip | whole 900 NONE",
        "206 range=0-899/900 Content-Encoding=gzip | whole 900 NONE",
        "206 range=0-499/900 Content-Encoding=gzip | no ranges ENCODED ASK_WHOLE",
        "206 range=0-4999/5000 Content-Encoding=gzip type=application/gzip"
            + " | body [0, 5000) of 5000 EXACT SINGLE_RUN",
        // a page where a file was expected
        "200 length=900 type=text/html;charset=utf-8 | page",
        "206 range=0-899/900 type=text/html | page",
        "200 length=900 type=text/html Content-Disposition=attachment;filename=a.html"
            + " | whole 900 UNLIKELY",
        "511 type=text/html | sign-in",
        // no bytes
        "416 range=*/0 | 416 0 EMPTY",
        "416 range=*/5000 | 416 5000 ASK_WHOLE",
        "416 | 416 -1 ASK_WHOLE",
        "204 | refused",
        "205 | refused",
        "202 | busy",
        "304 | refused",
        "301 | refused",
        "400 | refused",
        "401 WWW-Authenticate=Basic | credentials",
        "401 | credentials",
        "407 | proxy credentials",
        "402 | refused",
        "403 | refused",
        "403 Retry-After=30 | busy 30 s",
        "404 | refused",
        "410 | refused",
        "405 | refused",
        "408 | busy",
        "425 | busy",
        "429 | busy",
        "429 Retry-After=7200 | busy 7200 s",
        "429 Retry-After=soon | busy",
        "451 | refused",
        "500 | error",
        "500 Retry-After=3 | error 3 s",
        "501 | refused",
        "502 | error",
        "503 Retry-After=5 | busy 5 s",
        "504 | error",
        "505 | refused",
        "509 | busy",
        "522 | error",
        "599 | error"
      })
  void first(String answer, String wanted) {
    assertThat(decide(Expected.fresh(RangeRequest.first(), Words.url(ADDRESS)), answer))
        .as(answer)
        .isEqualTo(wanted);
  }

  /// Bytes from 1000 on are asked for, 1000 are here.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a strong tag, which If-Range carries
        "5000 etag=\"a\" | 206 range=1000-4999/5000 etag=\"a\" length=4000 | body [1000, 5000) of 5000 EXACT PROVEN",
        "5000 etag=\"a\" | 206 range=1000-4999/* etag=\"a\" | body [1000, 5000) of 5000 EXACT PROVEN",
        "5000 etag=\"a\" | 206 range=1000-1999/5000 etag=\"a\" | body [1000, 2000) of 5000 SHORTER PROVEN",
        "5000 etag=\"a\" modified=old | 206 range=1000-4999/5000 modified=old | body [1000, 5000) of 5000 EXACT PROVEN",
        "5000 etag=\"a\" | 206 range=1000-4999/5000 | compare",
        "5000 etag=\"a\" | 206 range=1000-4999/5000 etag=\"b\" | compare",
        "5000 etag=\"a\" | 206 range=1000-4999/5000 etag=W/\"a\" | compare",
        "5000 etag=\"a\" | 206 range=1000-5999/6000 etag=\"a\" | no ranges WRONG_TOTAL ASK_WHOLE",
        "5000 etag=\"a\" | 206 range=1000-5999/6000 etag=\"b\" | changed",
        "5000 etag=\"a\" | 206 range=1000-5999/6000 | changed",
        "5000 etag=\"a\" | 206 range=1001-4999/5000 etag=\"a\" | no ranges WRONG_START ASK_WHOLE",
        "5000 etag=\"a\" | 206 range=0-4999/5000 etag=\"a\" | no ranges WRONG_START ASK_WHOLE",
        "5000 etag=\"a\" | 206 range=999-4999/5000 etag=\"a\" | no ranges WRONG_START ASK_WHOLE",
        "5000 etag=\"a\" | 206 etag=\"a\" length=4000 | no ranges NO_CONTENT_RANGE ASK_WHOLE",
        "5000 etag=\"a\" | 206 range=1000-4999/5000 etag=\"a\" length=5000 | no ranges WRONG_LENGTH ASK_WHOLE",
        "5000 etag=\"a\" | 206 type=multipart/byteranges etag=\"a\" | no ranges MULTIPART ASK_WHOLE",
        "5000 etag=\"a\" | 206 range=1000-4999/5000 etag=\"a\" Content-Encoding=br | no ranges ENCODED ASK_WHOLE",
        // 200 to If-Range although nothing changed: once more without it
        "5000 etag=\"a\" | 200 length=5000 etag=\"a\" | compare without condition, learn",
        "5000 etag=\"a\" | 200 etag=\"a\" | compare without condition, learn",
        "5000 etag=\"a\" | 200 length=5000 etag=\"a\" Accept-Ranges=none | no ranges IGNORED SKIP_READ",
        "5000 etag=\"a\" | 200 length=5000 etag=\"b\" Accept-Ranges=none | compare without condition",
        // 200 and another tag: made anew for each request, or another file
        "5000 etag=\"a\" | 200 length=5000 etag=\"b\" | compare without condition",
        "5000 etag=\"a\" | 200 length=5000 | compare without condition",
        "5000 etag=\"a\" | 200 etag=\"b\" | changed",
        "5000 etag=\"a\" | 200 | changed",
        "5000 etag=\"a\" | 200 length=5001 etag=\"b\" | changed",
        "5000 etag=\"a\" | 200 length=5001 etag=\"a\" | changed",
        "5000 etag=\"a\" | 200 length=900 etag=\"a\" Content-Encoding=gzip | no ranges ENCODED ASK_WHOLE",
        // a strong date, which If-Range carries where there is no tag
        "5000 modified=old | 206 range=1000-4999/5000 modified=old | body [1000, 5000) of 5000 EXACT PROVEN",
        "5000 modified=old | 206 range=1000-4999/5000 | compare",
        "5000 modified=old | 206 range=1000-4999/5000 modified=later | compare",
        "5000 modified=old | 206 range=1000-4999/* modified=old | body [1000, 5000) of 5000 EXACT PROVEN",
        "5000 modified=old | 200 length=5000 modified=old | compare without condition, learn",
        "5000 modified=old | 200 length=5000 modified=later | compare without condition",
        "5000 modified=old | 200 length=6000 modified=later | changed",
        // nothing strong: samples
        "5000 modified=today | 206 range=1000-4999/5000 modified=today | compare",
        "5000 etag=W/\"a\" | 206 range=1000-4999/5000 etag=W/\"a\" | compare",
        "5000 etag=W/\"a\" modified=old | 206 range=1000-4999/5000 etag=W/\"a\" modified=old | compare",
        "5000 etag=a | 206 range=1000-4999/5000 etag=a | compare",
        "5000 | 206 range=1000-4999/5000 | compare",
        "5000 | 206 range=1000-5999/6000 | changed",
        "type=text/plain | 206 range=1000-4999/5000 | compare",
        // nothing strong, and the range is ignored
        "5000 | 200 length=5000 | no ranges IGNORED SKIP_READ",
        "5000 etag=W/\"a\" | 200 length=5000 etag=W/\"a\" | no ranges IGNORED SKIP_READ",
        "5000 etag=W/\"a\" | 200 length=5000 etag=W/\"b\" | changed",
        "5000 modified=today | 200 length=5000 modified=later | changed",
        "5000 | 200 length=6000 | changed",
        "5000 | 200 | no ranges IGNORED SKIP_READ",
        // a page where the file was
        "5000 etag=\"a\" type=video/mp4 | 200 length=900 type=text/html | page",
        "5000 etag=\"a\" type=video/mp4 | 200 length=900 type=application/xhtml+xml;charset=utf-8 | page",
        "5000 type=video/mp4 | 206 range=1000-4999/5000 type=text/html | page",
        "5000 etag=\"a\" type=video/mp4 | 206 range=1000-4999/5000 etag=\"a\" type=text/html | body [1000, 5000) of 5000 EXACT PROVEN",
        "5000 etag=\"a\" type=text/html | 206 range=1000-4999/5000 etag=\"a\" type=text/html | body [1000, 5000) of 5000 EXACT PROVEN",
        "5000 type=text/html | 200 length=6000 type=text/html | changed",
        "5000 | 200 length=900 type=text/html | page",
        "5000 etag=\"a\" | 511 | sign-in",
        // 416
        "5000 | 416 range=*/5000 | 416 5000 ASK_WHOLE",
        "5000 | 416 range=*/900 | 416 900 CHANGED",
        "5000 | 416 range=*/6000 | 416 6000 CHANGED",
        "1000 | 416 range=*/1000 | 416 1000 COMPLETE",
        "1000 | 416 | 416 -1 COMPLETE",
        "5000 | 416 | 416 -1 ASK_WHOLE",
        "type=a/b | 416 range=*/1000 | 416 1000 COMPLETE",
        "type=a/b | 416 range=*/999 | 416 999 CHANGED",
        "type=a/b | 416 range=*/1001 | 416 1001 ASK_WHOLE",
        "type=a/b | 416 | 416 -1 ASK_WHOLE",
        // the address is no longer good
        "5000 | 403 | expired",
        "5000 | 404 | expired",
        "5000 | 410 | expired",
        "5000 | 403 Retry-After=30 | busy 30 s",
        "5000 | 401 | credentials",
        "5000 | 400 | refused",
        "5000 | 503 Retry-After=5 | busy 5 s",
        "5000 | 500 | error"
      })
  void afterAnEarlierRun(String known, String answer, String wanted) {
    assertThat(decide(resumed(Basis.EARLIER_RUN, known, 1_000, RangeRequest.TO_END), answer))
        .as("%s: %s", known, answer)
        .isEqualTo(wanted);
  }

  /// A part in the middle, from 1000 up to 3000, while the run goes on.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5000 etag=\"a\" | 206 range=1000-2999/5000 etag=\"a\" | body [1000, 3000) of 5000 EXACT SINGLE_RUN",
        "5000 etag=\"a\" | 206 range=1000-2999/* etag=\"a\" | body [1000, 3000) of 5000 EXACT SINGLE_RUN",
        "5000 etag=\"a\" | 206 range=1000-2999/5000 | body [1000, 3000) of 5000 EXACT SINGLE_RUN",
        "5000 etag=\"a\" | 206 range=1000-4999/5000 etag=\"a\" | body [1000, 3000) of 5000 LONGER SINGLE_RUN",
        "5000 etag=\"a\" | 206 range=1000-1999/5000 etag=\"a\" | body [1000, 2000) of 5000 SHORTER SINGLE_RUN",
        "2000 etag=\"a\" | 206 range=1000-1999/2000 etag=\"a\" | body [1000, 2000) of 2000 EXACT SINGLE_RUN",
        "5000 etag=\"a\" | 206 range=1000-2999/5000 etag=\"b\" | compare",
        "5000 etag=\"a\" | 206 range=1000-2999/6000 etag=\"a\" | no ranges WRONG_TOTAL ASK_WHOLE",
        "5000 etag=\"a\" | 206 range=1000-2999/6000 | changed",
        "5000 etag=W/\"a\" | 206 range=1000-2999/5000 etag=W/\"a\" | body [1000, 3000) of 5000 EXACT SINGLE_RUN",
        "5000 etag=W/\"a\" | 206 range=1000-2999/5000 etag=W/\"b\" | compare",
        "5000 modified=old | 206 range=1000-2999/5000 modified=later | compare",
        "5000 | 206 range=1000-2999/5000 | body [1000, 3000) of 5000 EXACT SINGLE_RUN",
        "5000 | 206 range=1000-2999/6000 | changed",
        "type=a/b | 206 range=1000-2999/6000 | body [1000, 3000) of 6000 EXACT SINGLE_RUN",
        "5000 etag=\"a\" | 200 length=5000 etag=\"a\" | compare without condition, learn",
        "5000 etag=\"a\" | 200 length=5000 etag=\"b\" | compare without condition",
        "5000 | 200 length=5000 | no ranges IGNORED SKIP_READ",
        "5000 | 403 | expired"
      })
  void inTheSameRun(String known, String answer, String wanted) {
    assertThat(decide(resumed(Basis.THIS_RUN, known, 1_000, 3_000), answer))
        .as("%s: %s", known, answer)
        .isEqualTo(wanted);
  }

  /// A new link, or a mirror: its tags mean nothing, its length does.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5000 etag=\"a\" | 206 range=1000-4999/5000 etag=\"a\" | compare",
        "5000 etag=\"a\" | 206 range=1000-4999/5000 etag=\"b\" | compare",
        "5000 etag=\"a\" | 206 range=1000-5999/6000 etag=\"b\" | changed",
        "5000 etag=\"a\" | 200 length=5000 etag=\"b\" | no ranges IGNORED SKIP_READ",
        "5000 etag=\"a\" | 200 length=6000 etag=\"b\" | changed",
        "5000 type=a/b | 200 length=900 type=text/html | page",
        "5000 | 403 | expired"
      })
  void atAnotherAddress(String known, String answer, String wanted) {
    assertThat(decide(resumed(Basis.OTHER_ADDRESS, known, 1_000, RangeRequest.TO_END), answer))
        .as("%s: %s", known, answer)
        .isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "403 | too many",
        "404 | too many",
        "410 | too many",
        "429 Retry-After=9 | too many 9 s",
        "503 | too many",
        "500 | error",
        "401 | credentials",
        "200 length=5000 | no ranges IGNORED KEEP_RUNNING",
        "206 range=0-999/5000 | no ranges WRONG_START KEEP_RUNNING",
        "206 | no ranges NO_CONTENT_RANGE KEEP_RUNNING"
      })
  void whileOthersRun(String answer, String wanted) {
    Validators known = Words.validators("5000");
    Expected expected =
        new Expected(
            RangeRequest.of(3_000, 4_000, known, Basis.THIS_RUN, true),
            Basis.THIS_RUN,
            known,
            MUCH,
            2,
            Words.url(ADDRESS));
    assertThat(decide(expected, answer)).as(answer).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | refused | expired",
        "401 | expired | expired",
        "401 WWW-Authenticate=Basic | credentials | credentials",
        "403 | expired | expired",
        "404 | expired | expired",
        "410 | expired | expired",
        "402 | refused | refused"
      })
  void atASignedAddress(String answer, String first, String later) {
    assertThat(decide(Expected.fresh(RangeRequest.first(), Words.url(SIGNED)), answer))
        .isEqualTo(first);
    Validators known = Words.validators("5000");
    RangeRequest sent = RangeRequest.of(1_000, -1, known, Basis.EARLIER_RUN, true);
    assertThat(
            decide(
                new Expected(sent, Basis.EARLIER_RUN, known, 1_000, 0, Words.url(SIGNED)), answer))
        .isEqualTo(later);
  }

  @Test
  void toFetchMuchAgainIsTheUsersBusiness() {
    Validators known = Words.validators("900000000");
    RangeRequest sent = RangeRequest.of(MUCH, -1, known, Basis.EARLIER_RUN, true);
    Expected expected = new Expected(sent, Basis.EARLIER_RUN, known, MUCH, 0, Words.url(ADDRESS));
    assertThat(decide(expected, "200 length=900000000")).isEqualTo("no ranges IGNORED ASK_USER");
    assertThat(decide(expected, "206")).isEqualTo("no ranges NO_CONTENT_RANGE ASK_USER");
    Expected little = new Expected(sent, Basis.EARLIER_RUN, known, MUCH - 1, 0, Words.url(ADDRESS));
    assertThat(decide(little, "200 length=900000000")).isEqualTo("no ranges IGNORED SKIP_READ");
  }

  /// Asked without a range, or for all of it from the first byte on, a 200 is what was asked for.
  @Test
  void theWholeFileIsTakenWhereItWasAskedFor() {
    Validators known = Words.validators("5000 etag=\"a\"");
    for (RangeRequest sent :
        new RangeRequest[] {
          RangeRequest.whole(), RangeRequest.of(0, -1, known, Basis.THIS_RUN, true)
        }) {
      Expected expected = new Expected(sent, Basis.THIS_RUN, known, 1_000, 0, Words.url(ADDRESS));
      assertThat(decide(expected, "200 length=5000 etag=\"a\"")).isEqualTo("whole 5000 UNLIKELY");
      assertThat(decide(expected, "200 length=5000")).isEqualTo("whole 5000 UNLIKELY");
      assertThat(decide(expected, "200 length=5001 etag=\"a\"")).isEqualTo("changed");
      assertThat(decide(expected, "206 range=0-4999/5000 etag=\"a\""))
          .isEqualTo("body [0, 5000) of 5000 EXACT SINGLE_RUN");
    }
    Expected whole =
        new Expected(RangeRequest.whole(), Basis.THIS_RUN, known, 1_000, 0, Words.url(ADDRESS));
    assertThat(decide(whole, "200 length=5000 etag=\"b\"")).isEqualTo("changed");
  }

  @Test
  void anHttp10ServerHasNoParts() {
    ResponseHead head = Words.head("200 length=5");
    ResponseHead old = new ResponseHead(0, 200, "OK", head.headers(), 5);
    Expected expected = Expected.fresh(RangeRequest.first(), Words.url(ADDRESS));
    assertThat(Words.words(AnswerCheck.decide(expected, old, NOW))).isEqualTo("whole 5 NONE");
  }

  @Test
  void aPageIsTakenIfTheUserWantsIt() {
    Expected expected = Expected.fresh(RangeRequest.first(), Words.url(ADDRESS));
    ResponseHead page = Words.head("200 length=9 type=text/html");
    assertThat(AnswerCheck.decide(expected, page, NOW)).isInstanceOf(AnswerDecision.WebPage.class);
    assertThat(Words.words(AnswerCheck.decide(expected, page, NOW, true)))
        .isEqualTo("whole 9 UNLIKELY");
    ResponseHead part = Words.head("206 range=0-8/9 type=text/html");
    assertThat(Words.words(AnswerCheck.decide(expected, part, NOW, true)))
        .isEqualTo("body [0, 9) of 9 EXACT SINGLE_RUN");
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/a.zip, true",
    "http://h/a.ZIP?x=1.html, true",
    "http://h/a.tar.gz, true",
    "http://h/, false",
    "http://h/download, false",
    "http://h/a.php, false",
    "http://h/a.html, false",
    "http://h/.zip, false",
    "http://h/a.zip/, false"
  })
  void anAddressSoundsLikeAFileOrNot(String address, boolean file) {
    assertThat(Pages.soundsLikeFile(Words.url(address))).isEqualTo(file);
  }

  @Test
  void whatWasSeenGoesIntoTheDecision() {
    Expected expected = Expected.fresh(RangeRequest.first(), Words.url(ADDRESS));
    ResponseHead head =
        Words.head("206 range=0-4999/5000 etag=W/\"x\" modified=old type=video/mp4");
    AnswerDecision.TakeBody body =
        (AnswerDecision.TakeBody) AnswerCheck.decide(expected, head, NOW);
    assertThat(body.seen())
        .isEqualTo(new Validators(5_000, "W/\"x\"", Words.OLD, Words.TODAY, "video/mp4"));
  }

  @Test
  void aFreshDownloadKnowsNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Expected(
                    RangeRequest.first(),
                    Basis.FRESH,
                    Words.validators("5"),
                    0,
                    0,
                    Words.url(ADDRESS)));
  }
}
