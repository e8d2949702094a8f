package org.sluice.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Validators;

/// Whatever a server says, no byte is taken that was not asked for, and nothing is thrown.
class AnswerCheckGarbageTest {
  private static final int[] STATUSES = {
    200, 200, 206, 206, 206, 206, 416, 204, 301, 401, 403, 429, 500, 503, 511, 599
  };
  private static final List<String> NAMES =
      List.of(
          "ETag",
          "Last-Modified",
          "Date",
          "Content-Type",
          "Content-Encoding",
          "Accept-Ranges",
          "Retry-After",
          "Content-Disposition",
          "WWW-Authenticate");
  private static final List<String> VALUES =
      List.of(
          "",
          "\"a\"",
          "\"b\"",
          "W/\"a\"",
          "a",
          "\"",
          "Thu, 01 Jan 2026 00:00:00 GMT",
          "Sun, 01 Mar 2026 12:00:00 GMT",
          "99999999999999999999",
          "-1",
          "text/html",
          "multipart/byteranges; boundary=",
          "gzip",
          "none",
          "bytes",
          "attachment",
          "\u00ff\u0001");

  private static <T> T any(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static ResponseHead head(Random random, long from) {
    List<String> fields = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      fields.add(any(random, NAMES));
      fields.add(any(random, VALUES));
    }
    if (random.nextInt(4) > 0) {
      long first = random.nextInt(3) > 0 ? from : random.nextLong(6_000);
      long last = random.nextInt(9) > 0 ? first + random.nextLong(6_000) : Long.MAX_VALUE;
      String total = any(random, List.of("5000", "*", "-5", "6000", "0"));
      fields.add("Content-Range");
      fields.add(
          any(random, List.of("bytes ", "bytes  ", "", "bits "))
              + first
              + "-"
              + last
              + "/"
              + total);
    }
    long length = random.nextInt(3) - 1 + 1_000L * random.nextInt(6);
    return new ResponseHead(
        random.nextInt(2),
        STATUSES[random.nextInt(STATUSES.length)],
        "",
        Headers.of(fields.toArray(String[]::new)),
        Math.max(-1, length));
  }

  private static Expected expected(Random random) {
    Basis basis = Basis.values()[random.nextInt(Basis.values().length)];
    if (basis == Basis.FRESH) {
      return Expected.fresh(
          random.nextBoolean() ? RangeRequest.first() : RangeRequest.whole(),
          Words.url("http://h/a.zip"));
    }
    Validators known =
        new Validators(
            random.nextInt(3) == 0 ? -1 : 5_000,
            random.nextInt(3) == 0 ? null : any(random, VALUES),
            random.nextInt(3) == 0 ? null : any(random, VALUES),
            random.nextInt(3) == 0 ? null : any(random, VALUES),
            random.nextInt(3) == 0 ? null : any(random, VALUES));
    long from = random.nextLong(5_000);
    long to = random.nextBoolean() ? RangeRequest.TO_END : from + 1 + random.nextLong(2_000);
    return new Expected(
        RangeRequest.of(from, to, known, basis, random.nextBoolean()),
        basis,
        known,
        random.nextLong(5_000),
        random.nextInt(2),
        Words.url("http://h/a.zip?token=1"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void takesOnlyWhatWasAskedFor(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      Expected expected = expected(random);
      ResponseHead head = head(random, expected.sent().from());
      String as = expected + " " + head + ", seed " + seed;
      AnswerDecision decision = AnswerCheck.decide(expected, head, Instant.EPOCH);
      assertThat(decision.reason()).as(as).isNotBlank();
      if (decision instanceof AnswerDecision.TakeBody body) {
        RangeRequest sent = expected.sent();
        long length = expected.known().length();
        assertThat(head.status()).as(as).isEqualTo(206);
        assertThat(body.span().from()).as(as).isEqualTo(sent.from());
        assertThat(sent.to() == RangeRequest.TO_END || body.span().to() <= sent.to())
            .as(as)
            .isTrue();
        assertThat(length < 0 || body.total() == length).as(as).isTrue();
        assertThat(body.total() < 0 || body.span().to() <= body.total()).as(as).isTrue();
        assertThat(body.proof().equals(Proof.NOT_NEEDED))
            .as(as)
            .isEqualTo(expected.basis() != Basis.EARLIER_RUN);
        assertThat(expected.basis()).as(as).isNotEqualTo(Basis.OTHER_ADDRESS);
      }
      if (decision instanceof AnswerDecision.TakeWhole whole && expected.known().length() >= 0) {
        assertThat(whole.total()).as(as).isIn(-1L, expected.known().length());
      }
      if (!expected.known().equals(Validators.UNKNOWN)) {
        assertThat(AnswerCheck.sample(expected, head, Instant.EPOCH)).as(as).isNotNull();
      }
    }
  }
}
